/** An invented event with its things, for tests of what is planned of it. */
import { randomUUID } from 'node:crypto';
import type { EventDraft } from '../server/capabilities/events/contract.ts';
import type { ObjectDraft, VenueDraft } from '../server/capabilities/events/place-contract.ts';
import type { PostDraft } from '../server/capabilities/events/post-contract.ts';
import type { SessionDraft } from '../server/capabilities/events/session-contract.ts';

export const eventDraft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  code: `cup-${randomUUID()}`,
  name: { ar: 'كأس تجريبية', fr: 'Coupe d’essai', en: 'Trial cup' },
  firstDay: '2029-07-20',
  lastDay: '2029-08-05',
  country: 'MA',
  purpose: 'event-protection',
  legalBasis: 'Loi sur les manifestations sportives, article 3',
  ...changes,
});

export const venueDraft = (changes: Partial<VenueDraft> = {}): VenueDraft => ({
  code: 'NORD',
  name: { ar: 'الملعب الشمالي', fr: 'Stade du Nord' },
  town: 'Rabat',
  country: 'MA',
  place: { lat: 33.97, lon: -6.85 },
  capacity: 45_000,
  zones: [],
  gates: [],
  outline: null,
  firstDay: null,
  lastDay: null,
  state: 'in-use',
  ...changes,
});

export const objectDraft = (changes: Partial<ObjectDraft> = {}): ObjectDraft => ({
  code: 'FAN-1',
  kind: 'fan-zone',
  name: { fr: 'Fan zone du port' },
  town: 'Rabat',
  place: { lat: 34.02, lon: -6.83 },
  line: null,
  outline: null,
  from: null,
  to: null,
  state: 'in-use',
  ...changes,
});

export const sessionDraft = (changes: Partial<SessionDraft> = {}): SessionDraft => ({
  code: 'M01',
  venue: null,
  title: 'Ouverture',
  discipline: 'Football',
  phase: null,
  startsAt: '2029-07-20T19:00:00.000Z',
  endsAt: '2029-07-20T21:00:00.000Z',
  nations: ['MA', 'FR'],
  spectators: 40_000,
  expectedSpectators: [{ nation: 'FR', count: 3_000 }],
  units: [],
  state: 'planned',
  ...changes,
});

export const postDraft = (venue: string, changes: Partial<PostDraft> = {}): PostDraft => ({
  place: { kind: 'venue', venue },
  session: null,
  requirement: { specialty: 'explosive-dog', skills: [], languages: ['fr'], powers: ['search'] },
  quantity: 4,
  from: '2029-07-20T15:00:00.000Z',
  to: '2029-07-20T22:00:00.000Z',
  priority: 2,
  needsHostPair: true,
  reason: 'Levée de doute avant l’ouverture des portes',
  ...changes,
});
