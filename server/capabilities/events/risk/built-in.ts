/**
 * The templates that come with the program: a starting set that a planner changes. Figures are of the order
 * of what hosts of large games have said in public (officers by specialty and by site), rounded; they are no
 * doctrine of any service. README.md says why each is as it is. Pure.
 */
import { line } from './built-in-line.ts';
import { objectDrafts } from './built-in-objects.ts';
import { builtInWords } from './built-in-words.ts';
import type { Template, TemplateDraft } from './template-contract.ts';

const anySize = { fromSpectators: 0, toSpectators: null, daily: null } as const;
const venueDay: Pick<TemplateDraft, 'target' | 'places' | 'fromSpectators' | 'toSpectators' | 'daily'> = {
  ...anySize,
  target: 'venue-day',
  places: ['venue'],
};

type Drafts = Readonly<Record<keyof typeof builtInWords, Omit<TemplateDraft, 'name' | 'why'>>>;

const drafts: Drafts = {
  'crowd-venue': {
    ...venueDay,
    hazard: 'crowd',
    lines: [
      line('public-order', {
        count: [2, 3, 5, 8],
        per: 15_000,
        atMost: 60,
        before: 120,
        after: 90,
        priority: 2,
      }),
      line('screening', { count: [1, 2, 3, 4], per: 10_000, atMost: 40, before: 150, after: 0, priority: 2 }),
      line('patrol', { count: [1, 2, 3, 5], per: 30_000, atMost: 20, before: 150, after: 120, priority: 3 }),
      line('mounted', { count: [0, 0, 2, 4], atMost: 4, before: 120, after: 90, priority: 4 }),
      line('motorcyclist', {
        count: [0, 0, 2, 4],
        atMost: 6,
        before: 150,
        after: 120,
        powers: ['traffic-control'],
        priority: 4,
      }),
    ],
  },
  'visitors-venue': {
    ...venueDay,
    hazard: 'crowd',
    lines: [
      line('spotter', {
        count: [1, 1, 2, 3],
        per: 3_000,
        atMost: 8,
        before: 180,
        after: 120,
        priority: 2,
        visitorsFrom: 1_000,
      }),
      line('patrol', {
        count: [1, 1, 2, 2],
        per: 5_000,
        atMost: 6,
        before: 150,
        after: 90,
        priority: 3,
        visitorsFrom: 3_000,
      }),
    ],
  },
  'terrorism-venue': {
    ...venueDay,
    hazard: 'terrorism',
    lines: [
      line('explosive-dog', {
        count: [1, 2, 3, 4],
        per: 20_000,
        atMost: 12,
        before: 300,
        after: 0,
        untilBegin: true,
        hours: 6,
        priority: 1,
      }),
      line('explosive-dog', {
        count: [0, 0, 1, 2],
        per: 30_000,
        atMost: 6,
        before: 0,
        after: 30,
        hours: 6,
        priority: 2,
      }),
      line('bomb-disposal', { count: [0, 1, 2, 3], atMost: 4, before: 300, after: 60, priority: 1 }),
      line('patrol', {
        count: [0, 1, 3, 6],
        per: 40_000,
        atMost: 16,
        before: 180,
        after: 90,
        powers: ['carry-arms'],
        priority: 1,
      }),
      line('cbrn', { count: [0, 0, 1, 2], atMost: 2, before: 120, after: 30, priority: 3 }),
    ],
  },
  'drone-venue': {
    ...venueDay,
    hazard: 'drone',
    lines: [
      line('counter-drone', {
        count: [0, 1, 2, 3],
        atMost: 3,
        before: 120,
        after: 60,
        powers: ['drone-neutralisation'],
        priority: 2,
      }),
    ],
  },
  'crime-venue': {
    ...venueDay,
    hazard: 'crime',
    lines: [
      line('patrol', {
        count: [0, 1, 2, 4],
        per: 30_000,
        atMost: 12,
        before: 120,
        after: 120,
        powers: ['identity-check'],
        priority: 4,
      }),
      line('investigator', { count: [0, 1, 1, 2], atMost: 2, before: 60, after: 120, priority: 4 }),
      line('document-fraud', { count: [0, 0, 1, 2], atMost: 2, before: 150, after: 0, priority: 5 }),
    ],
  },
  'cyber-venue': {
    ...venueDay,
    hazard: 'cyber',
    lines: [line('cyber', { count: [0, 0, 1, 2], atMost: 2, before: 240, after: 60, priority: 3 })],
  },
  'protest-venue': {
    ...venueDay,
    hazard: 'protest',
    lines: [
      line('public-order', { count: [0, 2, 4, 8], atMost: 12, before: 180, after: 120, priority: 3 }),
      line('liaison', { count: [0, 1, 1, 2], atMost: 2, before: 180, after: 120, priority: 4 }),
    ],
  },
  'weather-venue': {
    ...venueDay,
    hazard: 'weather',
    lines: [
      line('medical', { count: [0, 0, 2, 4], per: 30_000, atMost: 8, before: 120, after: 60, priority: 3 }),
    ],
  },
  'medical-venue': {
    ...venueDay,
    hazard: 'medical',
    lines: [
      line('medical', { count: [1, 1, 2, 3], per: 15_000, atMost: 16, before: 90, after: 60, priority: 2 }),
    ],
  },
  ...objectDrafts,
};

const isName = (name: string): name is keyof typeof builtInWords => Object.hasOwn(builtInWords, name);

/** The templates that come with the program, as nobody has changed them. */
export const builtInTemplates: readonly Template[] = Object.keys(drafts)
  .filter(isName)
  .map((id) => ({
    ...drafts[id],
    ...builtInWords[id],
    id,
    builtIn: true,
    changed: false,
    version: 0,
    retiredAt: null,
  }));
