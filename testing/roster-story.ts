/** An event with a post, and officers who could stand on it: what stories of the roster begin with. */
import { randomUUID } from 'node:crypto';
import type { Profile } from '../server/capabilities/assistance/deployment/contract.ts';
import { insertPair } from '../server/capabilities/assistance/deployment/pair-store.ts';
import { insertUnit, updateCourse } from '../server/capabilities/assistance/deployment/unit-store.ts';
import type { Stage } from '../server/capabilities/assistance/deployment/vocabulary.ts';
import type { PartyId, PersonId } from '../server/kernel/ids.ts';
import type { Requirement } from '../server/plumbing/specialties/index.ts';
import { eventDraft, postDraft, venueDraft } from './events-cast.ts';
import { ok } from './story.ts';
import type { WorldNode } from './world.ts';

/** When everybody of these stories is there. */
export const present = { from: '2029-07-01T00:00:00.000Z', until: '2029-08-31T00:00:00.000Z' };

const profileOf = (nameLatin: string, changes: Partial<Profile> = {}): Profile => ({
  nameLatin,
  nameArabic: 'يوسف العمراني',
  service: 'Police',
  rank: 'Inspecteur',
  specialty: 'patrol',
  skills: [],
  languages: ['ar', 'fr'],
  powers: [],
  arms: [],
  dog: null,
  certificates: [],
  phone: '+33 1 55 50 01 00',
  home: null,
  available: present,
  hoursPerDay: 10,
  hoursPer7Days: 48,
  teamSize: 1,
  ...changes,
});

/** What an officer is on one node. */
export interface KeptOfficer {
  readonly id?: string;
  readonly name: string;
  readonly kind: 'own' | 'sent' | 'visiting';
  readonly party: PartyId;
  readonly host: PartyId;
  readonly event?: string;
  readonly person?: PersonId;
  readonly profile?: Partial<Profile>;
  /** How far he has come; vetted, or one of the own, where left out. */
  readonly stage?: Stage;
}

/** Keeps an officer in the register of a node: vetted, or as its own; his id. */
export const keepOfficer = async (node: WorldNode, officer: KeptOfficer): Promise<string> => {
  const { id = randomUUID(), kind, party, host, event = null, person = null } = officer;
  const house = { kind: 'system', name: 'story', party: node.party } as const;
  const createdAt = new Date().toISOString();
  const { stage = kind === 'own' ? 'standing' : 'vetted' } = officer;
  const grounds = {
    purpose: 'Renfort',
    legalBasis: 'Article 4',
    reviewOn: '2029-09-01',
    eraseOn: '2029-10-01',
  };
  const nothing = { replaces: null, lodging: '', badgeUntil: null, vetting: null, arrivedAt: null };
  const course = { briefed: null, proposal: null, extended: false, releasedAt: null, debriefedBy: [] };
  const kept = {
    ...{ id, holder: node.party, kind, party, host, event, person, stage, grounds, createdAt },
    ...{ ask: null, line: null, profile: profileOf(officer.name, officer.profile), available: present },
    ...nothing,
    ...course,
    told: { pair: null, task: null },
    ...{ version: 1, writers: [], envelope: null, refusal: null, amendment: null },
  } as const;
  await node.database.transact(house, async (unit) => {
    await insertUnit(unit, kept);
    await updateCourse(unit, kept);
  });
  return id;
};

/** Puts an officer of the host beside a visiting one; the pair's id. */
export const pairOfficers = async (node: WorldNode, visitor: string, host: string): Promise<string> => {
  const id = randomUUID();
  await node.database.transact({ kind: 'system', name: 'story', party: node.party }, (unit) =>
    insertPair(unit, {
      ...{ id, holder: node.party, visitor, host, hostPerson: null, visitorPerson: null },
      ...{ ...present, endedAt: null },
    }),
  );
  return id;
};

/** An event with one venue and these posts there, each of one patrol; the ids. */
export const planEvent = async (
  node: WorldNode,
  posts: readonly { readonly from: string; readonly to: string; readonly quantity?: number }[],
): Promise<{ readonly event: string; readonly posts: readonly string[] }> => {
  const event = String((await ok(node.call('event-planner', 'POST', '/api/events', eventDraft()))).id);
  const path = `/api/events/${event}`;
  const venue = String((await ok(node.call('event-planner', 'POST', `${path}/venues`, venueDraft()))).id);
  const requirement: Requirement = { specialty: 'patrol', skills: [], languages: [], powers: [] };
  const made: string[] = [];
  for (const { quantity = 1, ...period } of posts) {
    const draft = postDraft(venue, { ...period, quantity, requirement });
    made.push(String((await ok(node.call('event-planner', 'POST', `${path}/posts`, draft))).id));
  }
  return { event, posts: made };
};
