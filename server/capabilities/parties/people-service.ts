/** The verbs on people and desks: invite, change, suspend. */
import type { Actor, Decision, PersonActor, Role, SystemActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type DeskId, newId, type PartyId, type PersonId } from '../../kernel/ids.ts';
import { type Clock, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import { isPartyLinked } from './authentication-service.ts';
import type { Desk, EnrolmentLink, NewDesk, NewPerson, Person, PersonChange } from './contract.ts';
import { partiesLimits } from './limits.ts';
import type { Links } from './links-service.ts';
import {
  countPeople,
  hasPersonWithRole,
  insertDesk,
  insertPerson,
  lockPerson,
  readDesks,
  readPeople,
  updatePerson,
} from './people-store.ts';
import type { PersonFile } from './person.ts';
import {
  mayChangeAccess,
  mayGrantRoles,
  mayManageDesks,
  mayReadPeople,
  mayReadServices,
  maySeeClearance,
} from './policy.ts';
import { newToken, tokenHash } from './random-token.ts';
import { writeEnrolment } from './secrets-store.ts';
import type { Sessions } from './sessions-service.ts';
import { personView, type ServiceName } from './views.ts';

export interface PeopleNeeds {
  readonly verbs: Verbs;
  readonly clock: Clock;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly node: SystemActor;
  readonly self: ServiceName;
  /** Where the console is opened: enrolment links begin with it. */
  readonly publicAddress: string;
}
export interface Invited {
  readonly person: Person;
  readonly enrolment: EnrolmentLink;
}

const makeLink = async (unit: Unit, needs: PeopleNeeds, person: PersonId): Promise<EnrolmentLink> => {
  const token = newToken();
  const expiresAt = later(needs.clock.now(), partiesLimits.enrolmentMs);
  await unit.asHouse('parties', (house) => writeEnrolment(house, person, tokenHash(token), expiresAt));
  // After the hash sign: browsers never send it, so it stays out of every server's log.
  return { address: `${needs.publicAddress.replace(/\/$/, '')}/enrol#${token}`, expiresAt };
};

/** Desks that do not exist are the caller's mistake, said by name. */
const checkDesks = async (unit: Unit, desks: readonly DeskId[]): Promise<void> => {
  if (desks.length === 0) return;
  const known = new Set((await readDesks(unit)).map((desk) => desk.id));
  if (desks.some((desk) => !known.has(desk))) throw new Fault('input/invalid', { fields: ['desks'] });
};

/** Writes a new person; faults when there are too many or the e-mail address is taken. */
export const addPerson = async (
  unit: Unit,
  needs: { clock: Clock },
  person: Omit<PersonFile, 'id' | 'createdAt'>,
): Promise<PersonFile> => {
  if ((await countPeople(unit)) >= partiesLimits.people)
    throw new Fault('parties/limit', { limit: partiesLimits.people });
  const file: PersonFile = { ...person, id: newId('person'), createdAt: needs.clock.now() };
  if (!(await insertPerson(unit, file))) throw new Fault('parties/email-taken');
  return file;
};

const loadPerson = async (work: Work, id: PersonId): Promise<PersonFile> => {
  const person = await lockPerson(work.unit, id);
  if (person === null) throw new Fault('access/absent');
  return person;
};

const invite =
  (needs: PeopleNeeds) =>
  (actor: Actor, given: NewPerson): Promise<Invited> =>
    needs.verbs.run({ actor, verb: 'parties.invite', subject: null }, async (work) => {
      const party: PartyId = given.party ?? needs.self.id;
      const change = { person: null, party, before: [], after: given.roles };
      work.permit(mayGrantRoles(actor, needs.self.id, change));
      const linkNeeds = { links: needs.links, self: needs.self.id };
      if (!(await isPartyLinked(work.unit, linkNeeds, party))) throw new Fault('parties/no-active-link');
      const { desks = [], circles = [] } = given;
      await checkDesks(work.unit, desks);
      const rest = { desks, circles, party, state: 'invited', demo: false } as const;
      const person = await addPerson(work.unit, needs, { ...given, ...rest });
      work.subject(person.id);
      work.note({ party, roles: given.roles, clearance: given.clearance });
      return { person: personView(person), enrolment: await makeLink(work.unit, needs, person.id) };
    });

/** What the policy says of a change: of the roles always, of the state only when it changes. */
const decideChange = (
  actor: Actor,
  self: PartyId,
  before: PersonFile,
  after: PersonFile,
): readonly Decision[] => {
  const change = { person: before.id, party: before.party, before: before.roles, after: after.roles };
  const roles = mayGrantRoles(actor, self, change);
  return after.state === before.state ? [roles] : [roles, mayChangeAccess(actor, self, before.id)];
};

const change =
  (needs: PeopleNeeds) =>
  (actor: PersonActor, id: PersonId, given: PersonChange): Promise<Person> =>
    needs.verbs.run({ actor, verb: 'parties.change-person', subject: id }, async (work) => {
      const before = await loadPerson(work, id);
      // Whom nobody has enrolled yet cannot be made active by hand.
      const state = before.state === 'invited' && given.state === 'active' ? before.state : given.state;
      const after: PersonFile = { ...before, ...given, state: state ?? before.state };
      for (const decision of decideChange(actor, needs.self.id, before, after)) work.permit(decision);
      await checkDesks(work.unit, after.desks);
      await updatePerson(work.unit, after);
      // All else is read anew at every request; who may no longer act as he does must sign in again.
      const loses = before.roles.some((role) => !after.roles.includes(role)) || after.state === 'suspended';
      const ended = loses ? await needs.sessions.endAllOf(work.unit, id) : 0;
      await needs.sessions.announce(work.unit, id);
      const { roles, clearance } = after;
      work.note({ changed: Object.keys(given), roles, clearance, state: after.state, endedSessions: ended });
      return personView(after);
    });

/** A new enrolment link; what the person signed in with before works until he has used it. */
const renewEnrolment =
  (needs: PeopleNeeds) =>
  (actor: PersonActor, id: PersonId): Promise<Invited> =>
    needs.verbs.run({ actor, verb: 'parties.renew-enrolment', subject: id }, async (work) => {
      const person = await loadPerson(work, id);
      work.permit(mayChangeAccess(actor, needs.self.id, id));
      return { person: personView(person), enrolment: await makeLink(work.unit, needs, id) };
    });

const endSessions =
  (needs: PeopleNeeds) =>
  (actor: PersonActor, id: PersonId): Promise<void> =>
    needs.verbs.run({ actor, verb: 'parties.end-sessions', subject: id }, async (work) => {
      const person = await loadPerson(work, id);
      work.permit(mayChangeAccess(actor, needs.self.id, person.id));
      work.note({ endedSessions: await needs.sessions.endAllOf(work.unit, id) });
    });

/** The administrator that a new node begins with; refused once there is one. */
const createFirstAdministrator =
  (needs: PeopleNeeds) =>
  (given: Pick<NewPerson, 'name' | 'nameArabic' | 'email' | 'languages'> & { roles?: readonly Role[] }) =>
    needs.verbs.run(
      { actor: needs.node, verb: 'parties.create-first-administrator', subject: null },
      async (work): Promise<Invited> => {
        const roles: readonly Role[] = [...new Set<Role>(['administrator', ...(given.roles ?? [])])];
        const change = { person: null, party: needs.self.id, before: [], after: roles };
        work.permit(mayGrantRoles(needs.node, needs.self.id, change));
        if (await hasPersonWithRole(work.unit, 'administrator')) throw new Fault('parties/already-begun');
        const { name, nameArabic, email, languages } = given;
        const rest = { party: needs.self.id, desks: [], circles: [], state: 'invited', demo: false } as const;
        const file = { name, nameArabic, email, languages, roles, clearance: 'clear', ...rest } as const;
        const person = await addPerson(work.unit, needs, file);
        work.subject(person.id);
        work.note({ roles });
        return { person: personView(person), enrolment: await makeLink(work.unit, needs, person.id) };
      },
    );

const desksOf = (needs: PeopleNeeds) => ({
  desks: (actor: Actor): Promise<Desk[]> =>
    needs.verbs.read({ actor, verb: 'parties.read-desks', subject: null }, (work) => {
      work.permit(mayReadServices(actor));
      return readDesks(work.unit);
    }),
  createDesk: (actor: Actor, given: NewDesk): Promise<Desk> =>
    needs.verbs.run({ actor, verb: 'parties.create-desk', subject: null }, async (work) => {
      work.permit(mayManageDesks(actor, needs.self.id));
      const { length } = await readDesks(work.unit);
      if (length >= partiesLimits.desks) throw new Fault('parties/limit', { limit: partiesLimits.desks });
      const desk: Desk = {
        id: newId('desk'),
        name: given.name,
        partner: given.partner ?? null,
        fields: given.fields ?? [],
      };
      work.subject(desk.id);
      await insertDesk(work.unit, desk, needs.clock.now());
      return desk;
    }),
});

export const createPeople = (needs: PeopleNeeds) => ({
  people: (actor: Actor): Promise<Person[]> =>
    needs.verbs.read({ actor, verb: 'parties.read-people', subject: null }, async (work) => {
      work.permit(mayReadPeople(actor, needs.self.id));
      return (await readPeople(work.unit)).map((person) => {
        const isShown = maySeeClearance(actor, needs.self.id, person.id).kind === 'allowed';
        return isShown ? personView(person) : { ...personView(person), clearance: null };
      });
    }),
  invite: invite(needs),
  change: change(needs),
  renewEnrolment: renewEnrolment(needs),
  endSessions: endSessions(needs),
  createFirstAdministrator: createFirstAdministrator(needs),
  ...desksOf(needs),
});
