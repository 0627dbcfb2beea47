/** The people of the demo world: one per role and node. All are invented; none stands for a real officer. */
import type { Role } from '../../server/kernel/decision.ts';
import type { Language } from '../../server/kernel/faults.ts';
import type { Tlp } from '../../server/kernel/marking.ts';
import { type DeskKey, type NodeKey, nodeKeys, type ScenarioPerson } from './world.ts';

/** A connector is a machine: it has no person. */
export type PersonRole = Exclude<Role, 'connector'>;

/** What a role brings with it, the same on each node. An administrator reads no content. */
const posts: Record<PersonRole, { readonly desk: DeskKey | null; readonly clearance: Tlp }> = {
  'watch-officer': { desk: 'watch', clearance: 'amber+strict' },
  'liaison-officer': { desk: 'national', clearance: 'red' },
  analyst: { desk: 'intelligence', clearance: 'red' },
  'centre-head': { desk: 'watch', clearance: 'red' },
  'event-planner': { desk: 'event', clearance: 'amber+strict' },
  'operation-commander': { desk: 'event', clearance: 'amber+strict' },
  'field-officer': { desk: 'event', clearance: 'amber' },
  'host-officer': { desk: 'event', clearance: 'amber' },
  'contact-point': { desk: 'national', clearance: 'red' },
  'service-head': { desk: null, clearance: 'red' },
  'data-protection-officer': { desk: null, clearance: 'red' },
  administrator: { desk: null, clearance: 'clear' },
  observer: { desk: null, clearance: 'green' },
};

type Named = readonly [latin: string, arabic: string, ...languages: readonly Language[]];

const named: Record<NodeKey, Record<PersonRole, Named>> = {
  fr: {
    'watch-officer': ['Camille Garnier', 'كامي غارنيي', 'fr', 'en'],
    'liaison-officer': ['Karim Delmas', 'كريم دلماس', 'fr', 'ar', 'en'],
    analyst: ['Élodie Vasseur', 'إيلودي فاسور', 'fr', 'en'],
    'centre-head': ['Hervé Montclar', 'هيرفي مونكلار', 'fr', 'en'],
    'event-planner': ['Solène Charpin', 'سولين شاربان', 'fr', 'en'],
    'operation-commander': ['Thibault Roussel', 'تيبو روسيل', 'fr', 'en'],
    'field-officer': ['Maxime Lebreton', 'ماكسيم لوبروتون', 'fr'],
    'host-officer': ['Nadège Fournel', 'ناديج فورنيل', 'fr', 'en'],
    'contact-point': ['Antoine Berthelin', 'أنطوان بيرتلان', 'fr', 'en'],
    'service-head': ['Véronique Saulnier', 'فيرونيك سولنيي', 'fr', 'en'],
    'data-protection-officer': ['Bastien Aubriot', 'باستيان أوبريو', 'fr', 'en'],
    administrator: ['Lucie Perrodin', 'لوسي بيرودان', 'fr', 'en'],
    observer: ['Gaëlle Tournois', 'غاييل تورنوا', 'fr', 'en'],
  },
  ma: {
    'watch-officer': ['Youssef El Amrani', 'يوسف العمراني', 'ar', 'fr'],
    'liaison-officer': ['Salma Bennouna', 'سلمى بنونة', 'ar', 'fr', 'en'],
    analyst: ['Hicham Tazi', 'هشام التازي', 'ar', 'fr', 'en'],
    'centre-head': ['Abdelkrim Sefrioui', 'عبد الكريم الصفريوي', 'ar', 'fr'],
    'event-planner': ['Imane Berrada', 'إيمان برادة', 'ar', 'fr', 'en'],
    'operation-commander': ['Rachid Ouazzani', 'رشيد الوزاني', 'ar', 'fr'],
    'field-officer': ['Mehdi Chraibi', 'المهدي الشرايبي', 'ar', 'fr'],
    'host-officer': ['Ghita Skalli', 'غيثة السقلي', 'ar', 'fr', 'en'],
    'contact-point': ['Nabil Guessous', 'نبيل جسوس', 'ar', 'fr', 'en'],
    'service-head': ['Fouad Lahbabi', 'فؤاد الحبابي', 'ar', 'fr'],
    'data-protection-officer': ['Zineb Kettani', 'زينب الكتاني', 'ar', 'fr'],
    administrator: ['Othmane Filali', 'عثمان الفيلالي', 'ar', 'fr', 'en'],
    observer: ['Hanane Mernissi', 'حنان المرنيسي', 'ar', 'fr'],
  },
  es: {
    'watch-officer': ['Lucía Ferrer Otero', 'لوسيا فيرير أوتيرو', 'en', 'fr'],
    'liaison-officer': ['Javier Monreal Gil', 'خافيير مونريال خيل', 'en', 'fr', 'ar'],
    analyst: ['Marta Quiroga Soler', 'مارتا كيروغا سولير', 'en', 'fr'],
    'centre-head': ['Ignacio Valdés Roca', 'إغناسيو فالديس روكا', 'en', 'fr'],
    'event-planner': ['Nuria Castell Peña', 'نوريا كاستيل بينيا', 'en'],
    'operation-commander': ['Álvaro Rincón Sáez', 'ألفارو رينكون سايث', 'en', 'fr'],
    'field-officer': ['Pablo Urrutia Mora', 'بابلو أوروتيا مورا', 'en'],
    'host-officer': ['Elena Barrios Llano', 'إيلينا باريوس يانو', 'en', 'fr'],
    'contact-point': ['Rosa Aranda Vidal', 'روسا أراندا فيدال', 'en', 'fr'],
    'service-head': ['Carlos Beltrán Huerta', 'كارلوس بلتران ويرتا', 'en', 'fr'],
    'data-protection-officer': ['Inés Lozano Prat', 'إينيس لوثانو برات', 'en'],
    administrator: ['Diego Salvat Nieto', 'دييغو سالفات نييتو', 'en'],
    observer: ['Teresa Galindo Ríos', 'تيريسا غاليندو ريوس', 'en', 'fr'],
  },
};

const person = (node: NodeKey, role: PersonRole): ScenarioPerson => {
  const [latin, arabic, ...languages] = named[node][role];
  return {
    node,
    role,
    name: { latin, arabic },
    email: `${role}@${node}.demo.tansiq.example`,
    ...posts[role],
    languages,
  };
};

const isPersonRole = (role: string): role is PersonRole => role in posts;

export const people: readonly ScenarioPerson[] = nodeKeys.flatMap((node) =>
  Object.keys(posts)
    .filter(isPersonRole)
    .map((role) => person(node, role)),
);

/** The system of each service that is connected by TAXII: a machine, with an account of its own. */
export const connectors: readonly ScenarioPerson[] = (
  [
    ['fr', 'Plateforme de renseignement FR', 'منصة المعلومات الفرنسية'],
    ['ma', 'Plateforme de renseignement MA', 'منصة المعلومات المغربية'],
    ['es', 'Plataforma de inteligencia ES', 'منصة المعلومات الإسبانية'],
  ] as const
).map(([node, latin, arabic]) => ({
  node,
  role: 'connector',
  name: { latin, arabic },
  email: `connector@${node}.demo.tansiq.example`,
  clearance: 'amber+strict',
  languages: ['en'],
  desk: 'intelligence',
}));
