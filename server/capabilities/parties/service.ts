/** Puts the parts of this capability together. */
import type { FastifyRequest } from 'fastify';
import type { PersonActor, SystemActor } from '../../kernel/decision.ts';
import { Fault, type Language } from '../../kernel/faults.ts';
import type { DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field } from '../../kernel/marking.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Journal } from '../../plumbing/journal/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import './faults.ts';
import { createAttempts } from './attempts-service.ts';
import { createAuthentication } from './authentication-service.ts';
import { type Contexts, createContexts } from './context-service.ts';
import type { Desk } from './contract.ts';
import { createDemo } from './demo-service.ts';
import { createEnrolment } from './enrolment-service.ts';
import type { Links } from './links-service.ts';
import { createPairing } from './links-service.ts';
import { createOwnSecurity } from './own-security-service.ts';
import { relyingParty } from './passkey.ts';
import { createPasswords } from './password.ts';
import { createPeople } from './people-service.ts';
import { claimDatabase, readDesks, readPeople } from './people-store.ts';
import { registerRoutes } from './routes.ts';
import { createSessions } from './sessions-service.ts';
import { createSignIn, type SignInNeeds } from './sign-in-service.ts';
import { createProvider, type SingleSignOn } from './single-sign-on.ts';
import { createSingleSignOn } from './single-sign-on-service.ts';
import type { ServiceName } from './views.ts';

/** All that parties is made of: plumbing, its own service, and the links that federation provides. */
export interface PartiesNeeds {
  readonly database: Database;
  readonly verbs: Verbs;
  readonly journal: Journal;
  readonly live: Live;
  readonly clock: Clock;
  /** The service whose node this is. */
  readonly self: ServiceName & { readonly languages: readonly Language[] };
  readonly links: Links;
  /** A demo node: demo accounts may be made and may sign in. */
  readonly demo: boolean;
  /** True wherever the console is not opened over plain HTTP on loopback. */
  readonly secureCookies: boolean;
  /** Where people open the console, `https://tansiq.example.org`: passkeys are bound to its domain. */
  readonly publicAddress: string;
  /** A provider of single sign-on, where the service has one. */
  readonly oidc?: SingleSignOn;
}

type People = ReturnType<typeof createPeople>;
type Demo = ReturnType<typeof createDemo>;
type Pairing = ReturnType<typeof createPairing>;

/** What parties offers to main.ts and to the capabilities below it. */
export interface Parties {
  /** Who sends a request: session cookie, bearer token or HTTP Basic. */
  authenticate(request: FastifyRequest): Promise<PersonActor | null>;
  /** For live streams: as `authenticate`, without counting as activity. */
  isStillSignedIn(request: FastifyRequest): Promise<boolean>;
  registerRoutes(app: HttpApp): void;
  readonly createFirstAdministrator: People['createFirstAdministrator'];
  readonly invite: People['invite'];
  readonly createDesk: People['createDesk'];
  readonly desks: People['desks'];
  readonly people: People['people'];
  /** The desk that takes in what a partner sends: his own, else that of the field, else the first. */
  intakeDesk(
    unit: Unit,
    sent: {
      readonly partner: PartyId;
      readonly field: Field | null;
      /** How much each desk has in hand: among several that take it in, the one with least gets it. */
      workload?(unit: Unit): Promise<ReadonlyMap<DeskId, number>>;
      /** Who is away: a desk whose people all are takes in nothing while another does. */
      absent?(unit: Unit): Promise<ReadonlySet<PersonId>>;
    },
  ): Promise<DeskId | null>;
  readonly createDemoAccounts: Demo['createDemoAccounts'];
  readonly setFilling: Demo['setFilling'];
  readonly refuseDemoBeyondLoopback: Demo['refuseDemoBeyondLoopback'];
  /** Working contexts by their ids, as far as the unit's reader may see them. */
  readonly contexts: Pick<Contexts, 'byIds' | 'forget'>;
  /** Services, ours first; for capabilities that name recipients. */
  readonly services: Pairing['services'];
  /** Ends the sessions of a partner's people; call it when its node suspends or ends the link. */
  readonly endAccessOf: Pairing['endAccessOf'];
}

/** All that signs people in. */
const openSignIn = (parts: SignInNeeds, given: PartiesNeeds) => {
  const { oidc = null } = given;
  const callback = new URL('/api/session/oidc/callback', given.publicAddress).href;
  const { id, name, country } = given.self;
  return {
    signIn: createSignIn(parts),
    security: createOwnSecurity(parts),
    enrolment: createEnrolment(parts),
    singleSignOn: oidc && createSingleSignOn(parts, createProvider(oidc, callback)),
    ways: {
      passkey: parts.site !== null,
      oidc: oidc && { name: oidc.name },
      demo: given.demo,
      party: { id, name, country },
    },
  };
};

/** Whether anybody of a desk is there; of a desk that has nobody, nobody is away. */
const mannedBy = async (
  unit: Unit,
  sent: { absent?(unit: Unit): Promise<ReadonlySet<PersonId>> },
): Promise<(desk: Pick<Desk, 'id'>) => boolean> => {
  const absent = await unit.asHouse('parties', async (house) => sent.absent?.(house));
  if (absent === undefined || absent.size === 0) return () => true;
  const people = await unit.asHouse('parties', readPeople);
  const active = people.filter(({ state }) => state === 'active');
  return ({ id }) => {
    const ofDesk = active.filter(({ desks }) => desks.includes(id));
    return ofDesk.length === 0 || ofDesk.some((person) => !absent.has(person.id));
  };
};

/**
 * Opens the capability on a migrated database. Faults: `parties/other-service` when the database belongs to
 * another service than `self`.
 */
export const createParties = async (given: PartiesNeeds): Promise<Parties> => {
  const node: SystemActor = { kind: 'system', name: 'parties', party: given.self.id };
  const found = await given.database.transact(node, (unit) => claimDatabase(unit, given.self.id));
  if (found !== given.self.id) throw new Fault('parties/other-service', { found });
  const site = relyingParty(given.publicAddress, given.self.name.en);
  const parts = {
    ...given,
    node,
    site,
    sessions: createSessions(given),
    passwords: await createPasswords(),
    attempts: createAttempts({ ...given, node }),
  };
  const people = createPeople(parts);
  const demo = createDemo(parts);
  const pairing = createPairing(parts);
  const contexts = createContexts(given);
  const { isFilling } = demo;
  const routes = { ...parts, people, pairing, contexts, isFilling, ...openSignIn(parts, given) };
  return {
    ...createAuthentication({ ...parts, self: given.self.id }),
    registerRoutes: (app) => registerRoutes(app, routes),
    createFirstAdministrator: people.createFirstAdministrator,
    invite: people.invite,
    createDesk: people.createDesk,
    desks: people.desks,
    people: people.people,
    intakeDesk: async (unit, sent) => {
      const desks = await unit.asHouse('parties', readDesks);
      const isManned = await mannedBy(unit, sent);
      const takes = [
        desks.filter(({ partner }) => partner === sent.partner),
        desks.filter(({ fields }) => sent.field !== null && fields.includes(sent.field)),
        desks.slice(0, 1),
      ]
        .map((found) => (found.some(isManned) ? found.filter(isManned) : found))
        .find((found) => found.length > 0);
      const [first, ...others] = takes ?? [];
      if (first === undefined || others.length === 0 || sent.workload === undefined) return first?.id ?? null;
      const inHand = await unit.asHouse('parties', sent.workload);
      const load = ({ id }: Desk): number => inHand.get(id) ?? 0;
      return others.reduce((least, desk) => (load(desk) < load(least) ? desk : least), first).id;
    },
    createDemoAccounts: demo.createDemoAccounts,
    setFilling: demo.setFilling,
    refuseDemoBeyondLoopback: demo.refuseDemoBeyondLoopback,
    contexts,
    services: pairing.services,
    endAccessOf: pairing.endAccessOf,
  };
};
