/** Who asks in tests of row security: three services, two desks and two officers, and anyone made of them. */
import fc from 'fast-check';
import { type PeerActor, type PersonActor, roles } from '../server/kernel/decision.ts';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { tlps } from '../server/kernel/marking.ts';

export const parties = [newId('party'), newId('party'), newId('party')] as const;
export const desks = [newId('desk'), newId('desk')] as const;
export const people = [newId('person'), newId('person')] as const;
/** The first is whose node it is. */
export const [holder, other] = parties;
export const house = { kind: 'system', name: 'test', party: holder } as const;

export const anyParty: fc.Arbitrary<PartyId> = fc.constantFrom(...parties);
export const anyPeer: fc.Arbitrary<PeerActor> = fc.record({ kind: fc.constant('peer'), party: anyParty });

const always = {
  kind: fc.constant('person' as const),
  person: fc.constantFrom(...people),
  role: fc.constantFrom(...roles),
  desks: fc.uniqueArray(fc.constantFrom(...desks)),
  circles: fc.constant([]),
  clearance: fc.constantFrom(...tlps),
};

/** Somebody of any role, desk and clearance, of one of these services; no reason is stated. */
export const anyPerson = (party: fc.Arbitrary<PartyId> = anyParty): fc.Arbitrary<PersonActor> =>
  fc.record({ ...always, party });

/** As `anyPerson`; some of them work under a stated reason. */
export const anyPersonWithReasons = (party: fc.Arbitrary<PartyId> = anyParty): fc.Arbitrary<PersonActor> =>
  fc.record(
    { ...always, party, context: fc.constant('a working context') },
    { requiredKeys: ['kind', 'person', 'party', 'role', 'desks', 'circles', 'clearance'] },
  );
