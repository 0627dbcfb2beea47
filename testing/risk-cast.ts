/** Invented targets and templates, for tests of risk. */
import { builtInTemplates } from '../server/capabilities/events/risk/built-in.ts';
import type { Facts } from '../server/capabilities/events/risk/facts.ts';
import type { Template, TemplateLine } from '../server/capabilities/events/risk/template-contract.ts';

export const venueId = '11111111-1111-4111-8111-111111111111';

/** A day with one session of a stadium. */
export const dayFacts = (changes: Partial<Facts> = {}): Facts => ({
  key: `venue-day:${venueId}:2029-07-20`,
  target: { kind: 'venue-day', venue: venueId, day: '2029-07-20' },
  place: 'venue',
  placeId: venueId,
  name: { fr: 'Stade du Nord' },
  title: null,
  day: '2029-07-20',
  from: '2029-07-20T19:00:00.000Z',
  to: '2029-07-20T21:00:00.000Z',
  periods: [{ from: '2029-07-20T19:00:00.000Z', to: '2029-07-20T21:00:00.000Z' }],
  sessions: ['s1'],
  spectators: 40_000,
  capacity: 45_000,
  visitors: [],
  isOpening: false,
  isMedal: false,
  isRoute: false,
  ...changes,
});

export const templateLine = (changes: Partial<TemplateLine> = {}): TemplateLine => ({
  requirement: { specialty: 'patrol', skills: [], languages: [], powers: [] },
  count: { low: 0, moderate: 1, high: 2, critical: 4 },
  perSpectators: null,
  atMost: 10,
  beforeMinutes: 60,
  afterMinutes: 30,
  untilBegin: false,
  shiftHours: 8,
  priority: 2,
  needsHostPair: true,
  visitors: null,
  ...changes,
});

/** The first that came with the program, with these lines alone. */
export const templateWith = (lines: TemplateLine[], changes: Partial<Template> = {}): Template => {
  const [first] = builtInTemplates;
  if (first === undefined) throw new Error('no template came with the program');
  return { ...first, ...{ id: 'tried', hazard: 'crowd', lines }, ...changes };
};
