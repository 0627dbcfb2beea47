/** The composition root: the only file that sees everything. It opens one node and closes it again. */
import { join } from 'node:path';
import {
  createAgreementNews,
  createAgreementService,
  registerAgreementMessages,
  registerAgreements,
} from './capabilities/agreements/index.ts';
import { createExchange } from './capabilities/exchange/index.ts';
import { createOversight, createTightener } from './capabilities/oversight/index.ts';
import { createParties, type Parties } from './capabilities/parties/index.ts';
import { createRequestFollower, createRequests, workloadOf } from './capabilities/requests/index.ts';
import { createWatch } from './capabilities/watch/index.ts';
import { createFederation, type Federation, type LinkView, openPresence } from './federation/index.ts';
import type { PersonActor } from './kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from './kernel/ids.ts';
import type { Marking } from './kernel/marking.ts';
import type { Clock } from './kernel/time.ts';
import { type DatabaseNeeds, houseFolder, openNodeDatabase } from './node-database.ts';
import { openPlumbing, type Plumbing } from './node-plumbing.ts';
import { registerOperator } from './operator.ts';
import { type NodeSettings, readSingleSignOn, zoneOf } from './plumbing/config/index.ts';
import type { Database, Unit } from './plumbing/database/index.ts';
import { createHttp, type HttpApp, registerConsole, registerLive } from './plumbing/http/index.ts';
import type { LiveEvent } from './plumbing/live/index.ts';
import { serviceIdentity } from './plumbing/stix/index.ts';
import { taxiiDialect } from './plumbing/taxii/index.ts';

export const version = '0.1.0';

export interface NodeNeeds extends DatabaseNeeds {
  readonly logLevel: string;
  readonly clock?: Clock;
}

/** A node that runs. */
export interface RunningNode {
  readonly settings: NodeSettings;
  /** `http://host:port` of console and API. */
  readonly address: string;
  readonly federationAddress: string;
  readonly database: Database;
  readonly parties: Parties;
  readonly federation: Federation;
  /** Does now, once, all that the scheduler does by itself in its time: erasure, retries, reminders. */
  runJobs(): Promise<void>;
  /** Finishes what is in flight, then closes everything that this node opened. */
  stop(): Promise<void>;
}

const openFederation = (plumbing: Plumbing, log: HttpApp['log']): Promise<Federation> => {
  const { settings, self } = plumbing;
  return createFederation({
    ...plumbing,
    self: { party: self, name: settings.name, country: settings.country, languages: settings.languages },
    address: settings.federationAddress,
    listen: settings.federation,
    log,
  });
};

const spoken = ({ fingerprint: { ar, fr, en } }: LinkView) => ({ ar: [...ar], fr: [...fr], en: [...en] });

const openParties = async (plumbing: Plumbing, federation: Federation): Promise<Parties> => {
  const { settings, self } = plumbing;
  return createParties({
    ...plumbing,
    self: { id: self, name: settings.name, country: settings.country, languages: settings.languages },
    links: {
      ...federation,
      prepare: async (address) => {
        const found = await federation.inspect(address);
        return (unit) => federation.propose(unit, found);
      },
      links: async (unit) =>
        (await federation.links(unit)).map((link) => ({ ...link, fingerprint: spoken(link) })),
    },
    demo: settings.demo,
    secureCookies: settings.publicAddress.startsWith('https:'),
    publicAddress: settings.publicAddress,
    ...(settings.oidc === null ? {} : { oidc: await readSingleSignOn(settings.oidc) }),
  });
};

/** Where a link is cut, the access of the other side's people to this node ends with it. */
const endAccessWithLinks = (federation: Federation, parties: Parties): void =>
  federation.onLinkChange(async (unit, { party, state }) => {
    if (state === 'suspended' || state === 'ended') await parties.endAccessOf(unit, party);
  });

/** Accounts of role connector; what one without a desk brings is for the desk that takes in his service's. */
const connectedSystems = async ({ database, house }: Plumbing, parties: Parties) => {
  const systems = (await parties.people(house)).filter(({ roles }) => roles.includes('connector'));
  return database.transact(house, (unit) =>
    Promise.all(
      systems.map(async ({ id: person, party, name, nameArabic, desks }) => {
        const intake =
          desks.length > 0 ? null : await parties.intakeDesk(unit, { partner: party, field: null });
        return { person, party, name, nameArabic, desks: intake === null ? desks : [intake] };
      }),
    ),
  );
};

/** Who of this service's own people may stand in its rota. */
const colleaguesOf = async ({ self, house }: Plumbing, parties: Parties) => {
  const people = await parties.people(house);
  const own = people.filter(({ party, state }) => party === self && state === 'active');
  return new Set(own.map(({ id }) => id));
};

const openAgreements = (
  plumbing: Plumbing,
  federation: Federation,
  isLinked: (unit: Unit, party: PartyId) => Promise<boolean>,
) => {
  const agreements = createAgreementService({
    ...plumbing,
    news: createAgreementNews({ ...plumbing, send: federation.send }),
    notLinked: async (unit, named) => {
      const missing: PartyId[] = [];
      for (const party of named) if (!(await isLinked(unit, party))) missing.push(party);
      return missing;
    },
  });
  registerAgreementMessages(federation, { ...plumbing, isSignedBy: federation.isSignedBy });
  federation.onLinkChange(async (unit, { party, state }) => {
    if (state === 'active') await unit.asHouse('agreements', (part) => agreements.tellEnded(part, party));
  });
  return agreements;
};

interface Opened {
  readonly federation: Federation;
  readonly parties: Parties;
  readonly log: HttpApp['log'];
}

const openCapabilities = (plumbing: Plumbing, { federation, parties, log }: Opened) => {
  const { settings, self, database, house } = plumbing;
  const isLinked = async (unit: Unit, party: PartyId): Promise<boolean> =>
    party === self || (await federation.linkState(unit, party)) === 'active';
  const agreements = openAgreements(plumbing, federation, isLinked);
  const isDesk = async (desk: DeskId) => (await parties.desks(house)).some(({ id }) => id === desk);
  const tighten = createTightener(plumbing);
  const intakeDesk = (unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>) =>
    parties.intakeDesk(unit, { partner: from, field: marking.field, workload: workloadOf });
  const exchange = createExchange({
    ...plumbing,
    followers: [createRequestFollower({ ...plumbing, agreements, federation, isLinked })],
    identity: serviceIdentity({ party: self, name: settings.name.en, country: settings.country }),
    agreements,
    federation,
    tighten,
    presence: openPresence(),
    log,
    progressOf: (envelopes: Parameters<Federation['deliveries']>[1]) =>
      database.transact(house, (unit) => federation.deliveries(unit, envelopes)),
    isLinked,
    isDesk,
    services: () => parties.services(house),
    intakeDesk,
    service: { name: settings.name, language: settings.languages[0] ?? 'en' },
    addresses: [settings.publicAddress, `http://${settings.console.host}:${settings.console.port}`],
    connectedSystems: () => connectedSystems(plumbing, parties),
  });
  exchange.registerMessages(federation);
  const requests = createRequests({
    ...plumbing,
    agreements,
    federation,
    isLinked,
    exchange,
    isDesk,
    isOfficer: async (person: PersonId) =>
      (await parties.people(house)).some(
        ({ id, party, state }) => id === person && party === self && state === 'active',
      ),
  });
  requests.registerMessages(federation);
  const watch = createWatch({
    ...plumbing,
    timeZone: zoneOf(settings),
    agreements,
    circles: agreements.listCircles,
    items: exchange.service,
    tighten,
    colleagues: () => colleaguesOf(plumbing, parties),
    isLinked,
    send: federation.send,
    intakeDesk,
  });
  watch.registerMessages(federation);
  const mayHear = async (actor: PersonActor, event: LiveEvent): Promise<boolean> => {
    // What is done about a request is this service's own business; who may not read it hears nothing.
    if (event.topic.startsWith('requests.')) return actor.party === self && exchange.mayHear(actor, event);
    if (event.topic.startsWith('watch.')) return watch.mayHear(actor, event);
    if (/^(exchange|attachments)\./.test(event.topic)) return exchange.mayHear(actor, event);
    return actor.party === self;
  };
  const oversight = createOversight({
    ...plumbing,
    items: exchange.overseen,
    contexts: parties.contexts,
    people: parties.people,
  });
  return { agreements, exchange, requests, watch, oversight, mayHear };
};

/** Opens what answers: links and capabilities on one application; nothing listens yet. */
const openParts = async (needs: NodeNeeds, plumbing: Plumbing) => {
  const { settings, logLevel } = needs;
  let parties: Parties | null = null;
  const app = await createHttp({
    title: `Tansiq — ${settings.name.en}`,
    version,
    logLevel,
    authenticate: async (request) => (await parties?.authenticate(request)) ?? null,
    dialects: [taxiiDialect],
  });
  const federation = await openFederation(plumbing, app.log);
  parties = await openParties(plumbing, federation);
  endAccessWithLinks(federation, parties);
  await parties.refuseDemoBeyondLoopback(settings.console.host);
  await parties.refuseDemoBeyondLoopback(settings.federation.host);
  const { agreements, exchange, requests, watch, oversight, mayHear } = openCapabilities(plumbing, {
    federation,
    parties,
    log: app.log,
  });
  parties.registerRoutes(app);
  registerAgreements(app, agreements);
  exchange.registerRoutes(app);
  requests.registerRoutes(app);
  watch.registerRoutes(app);
  oversight.registerRoutes(app);
  registerLive(app, { ...plumbing, isStillSignedIn: parties.isStillSignedIn, mayHear });
  const publishSecret = registerOperator(app, {
    ...plumbing,
    federation,
    exchange: exchange.service,
    searchIndex: exchange.searchIndex,
    requests: requests.service,
    log: watch.log,
    parties,
  });
  await registerConsole(app, { folder: join(houseFolder(), 'dist', 'console') });
  return { app, federation, parties, exchange, publishSecret };
};

/**
 * Opens one node: database, keys, links, capabilities, and listens. Throws what its parts throw, with a
 * message that says what to do; whatever was opened by then is closed again.
 */
export const startNode = async (needs: NodeNeeds): Promise<RunningNode> => {
  const { settings } = needs;
  const opened: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const { database, close } = await openNodeDatabase(needs);
    opened.push(close);
    const plumbing = await openPlumbing(needs, database);
    opened.push(
      () => plumbing.live.close(),
      () => plumbing.attachments.close(),
    );
    const { app, federation, parties, exchange, publishSecret } = await openParts(needs, plumbing);
    await federation.start();
    opened.push(() => federation.stop());
    opened.push(() => exchange.stop());
    await app.listen(settings.console);
    opened.push(() => app.close());
    await publishSecret();
    plumbing.scheduler.start((name, error) => app.log.error({ err: error, name }, 'scheduled work failed'));
    opened.push(() => plumbing.scheduler.stop());
    const { federationAddress } = settings;
    const address = `http://${settings.console.host}:${settings.console.port}`;
    const { runAll: runJobs } = plumbing.scheduler;
    return { settings, address, federationAddress, database, parties, federation, runJobs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
