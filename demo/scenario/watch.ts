/** An evening in the log of the demo world, and the alert that goes out. All of it is invented. */
import type { Language } from '../../server/kernel/faults.ts';
import type { NodeKey } from './world.ts';

interface WatchLine {
  readonly node: NodeKey;
  readonly by: string;
  readonly language: Language;
  readonly line: string;
  /** The circle of an agreement by its key; null for the service alone. */
  readonly circle: string | null;
}

const games = 'paris-2024';

export const watchLines: readonly WatchLine[] = [
  {
    node: 'fr',
    by: 'watch-officer',
    language: 'fr',
    line: '/at -95 /event "Paris 2024" /tlp amber Prise de service. Effectif au complet.',
    circle: null,
  },
  {
    node: 'fr',
    by: 'watch-officer',
    language: 'fr',
    line: '/at -70 /lieu « Stade de France, porte H » /incident Bagage abandonné, périmètre posé.',
    circle: games,
  },
  {
    node: 'fr',
    by: 'watch-officer',
    language: 'fr',
    line: '/at -58 /appel Le PC stade confirme : levée de doute en cours, porte H fermée.',
    circle: games,
  },
  {
    node: 'fr',
    by: 'liaison-officer',
    language: 'ar',
    line: '/وقت -45 /مكان "محطة الشمال" وصل الفريق المغربي وفي استقباله الضابط المرافق.',
    circle: games,
  },
  {
    node: 'fr',
    by: 'watch-officer',
    language: 'fr',
    line: '/at -30 /décision /épingler Porte H rouverte à 21 h. Renfort cynophile maintenu jusqu’à minuit.',
    circle: games,
  },
  {
    node: 'fr',
    by: 'analyst',
    language: 'en',
    line: '/at -12 /grade B3 Two drones reported north of the stadium, not confirmed.',
    circle: games,
  },
  {
    node: 'ma',
    by: 'watch-officer',
    language: 'ar',
    line: '/وقت -80 /تظاهرة "باريس 2024" استلام المداومة. لا جديد.',
    circle: null,
  },
  {
    node: 'ma',
    by: 'watch-officer',
    language: 'ar',
    line: '/وقت -20 /مكالمة /تثبيت اتصل ضابط الاتصال في باريس: الفريق في مكانه، والعودة مقررة غداً.',
    circle: null,
  },
];

/** Sent from Paris to all of the circle; nobody has acknowledged it yet. */
export const watchAlert = {
  agreement: games,
  urgency: 'Immediate',
  severity: 'Moderate',
  certainty: 'Possible',
  language: 'fr',
  headline: 'Drones signalés au nord du Stade de France',
  description:
    'Deux appareils, non confirmés. Signaler toute observation au centre. Aucun vol autorisé ce soir.',
  area: 'Saint-Denis, secteur nord',
  acknowledgeMinutes: 60,
} as const;
