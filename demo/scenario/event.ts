/** An event that is ahead whenever the demo begins: four of the Paris venues, two sessions at each. */
import type { Words } from '../../server/kernel/faults.ts';

export interface DemoVenue {
  readonly code: string;
  readonly name: Words;
  readonly town: string;
  readonly place: { readonly lat: number; readonly lon: number };
  readonly capacity: number;
}

export const demoEvent = {
  code: 'demo-games',
  name: {
    ar: 'ألعاب باريس (عرض تجريبي)',
    fr: 'Jeux de Paris (démonstration)',
    en: 'Paris Games (demonstration)',
  },
  country: 'FR',
  purpose: 'event-protection',
  legalBasis: 'Code de la sécurité intérieure, article L. 211-11 (texte de démonstration)',
} as const;

/** Places and seats as they were published for 2024. */
export const demoVenues: readonly DemoVenue[] = [
  {
    code: 'STA',
    name: { ar: 'ملعب فرنسا', fr: 'Stade de France', en: 'Stade de France' },
    town: 'Saint-Denis',
    place: { lat: 48.9245, lon: 2.3601 },
    capacity: 77_000,
  },
  {
    code: 'BCY',
    name: { ar: 'قاعة بيرسي', fr: 'Arena Bercy', en: 'Bercy Arena' },
    town: 'Paris',
    place: { lat: 48.8386, lon: 2.3786 },
    capacity: 15_000,
  },
  {
    code: 'PDP',
    name: { ar: 'حديقة الأمراء', fr: 'Parc des Princes', en: 'Parc des Princes' },
    town: 'Paris',
    place: { lat: 48.8414, lon: 2.253 },
    capacity: 48_000,
  },
  {
    code: 'MRS',
    name: { ar: 'ملعب مرسيليا', fr: 'Stade de Marseille', en: 'Marseille Stadium' },
    town: 'Marseille',
    place: { lat: 43.2698, lon: 5.3959 },
    capacity: 67_000,
  },
];

/** Spectators who are expected of each nation that plays abroad: posts for those who speak with them. */
export const expectedAbroad = 6_000;

/** Which of the event's days each venue has a session on, from its first, and who plays. */
export const demoSessions = [
  { venue: 'STA', day: 0, discipline: 'Athlétisme', nations: [] },
  { venue: 'STA', day: 3, discipline: 'Athlétisme', nations: [] },
  { venue: 'BCY', day: 1, discipline: 'Gymnastique artistique', nations: [] },
  { venue: 'BCY', day: 2, discipline: 'Basketball', nations: ['FR', 'ES'] },
  { venue: 'PDP', day: 1, discipline: 'Football', nations: ['MA', 'ES'] },
  { venue: 'PDP', day: 4, discipline: 'Football', nations: ['FR', 'MA'] },
  { venue: 'MRS', day: 2, discipline: 'Football', nations: ['MA', 'FR'] },
  { venue: 'MRS', day: 5, discipline: 'Football', nations: ['ES', 'FR'] },
] as const;
