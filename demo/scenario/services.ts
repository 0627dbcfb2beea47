/** The three services of the demo world and their desks. */
import type { Words } from '../../server/kernel/faults.ts';
import {
  type DeskKey,
  deskKeys,
  type NodeKey,
  nodeKeys,
  type ScenarioDesk,
  type ScenarioService,
} from './world.ts';

export const services: readonly ScenarioService[] = [
  {
    node: 'fr',
    name: {
      ar: 'مركز التعاون الدولي، باريس (عرض)',
      fr: 'Centre de coopération internationale, Paris (démo)',
      en: 'International cooperation centre, Paris (demo)',
    },
    country: 'FR',
    languages: ['fr', 'en', 'ar'],
  },
  {
    node: 'ma',
    name: {
      ar: 'الأمن الوطني المغربي (عرض)',
      fr: 'Sûreté nationale du Maroc (démo)',
      en: 'National police of Morocco (demo)',
    },
    country: 'MA',
    languages: ['ar', 'fr', 'en'],
  },
  {
    node: 'es',
    name: {
      ar: 'الشرطة الوطنية الإسبانية (عرض)',
      fr: 'Police nationale espagnole (démo)',
      en: 'National police of Spain (demo)',
    },
    country: 'ES',
    languages: ['en', 'fr', 'ar'],
  },
];

const nationalDesks: Record<NodeKey, Words> = {
  fr: { ar: 'المكتب الوطني الفرنسي', fr: 'Bureau national France', en: 'French national desk' },
  ma: { ar: 'المكتب الوطني المغربي', fr: 'Bureau national Maroc', en: 'Moroccan national desk' },
  es: { ar: 'المكتب الوطني الإسباني', fr: 'Bureau national Espagne', en: 'Spanish national desk' },
};

const deskNames = (node: NodeKey): Record<DeskKey, Words> => ({
  national: nationalDesks[node],
  watch: { ar: 'قاعة المداومة', fr: 'Permanence opérationnelle', en: 'Watch desk' },
  intelligence: { ar: 'خلية المعلومات والتحليل', fr: 'Cellule renseignement', en: 'Intelligence desk' },
  event: { ar: 'خلية باريس 2024', fr: 'Cellule Paris 2024', en: 'Paris 2024 desk' },
});

export const desks: readonly ScenarioDesk[] = nodeKeys.flatMap((node) =>
  deskKeys.map((key) => ({ node, key, name: deskNames(node)[key] })),
);
