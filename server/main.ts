/** The composition root: the only file that sees everything. It opens one node and closes it again. */
import { join } from 'node:path';
import {
  createAgreementNews,
  createAgreementService,
  registerAgreementMessages,
  registerAgreements,
} from './capabilities/agreements/index.ts';
import type { Assistance } from './capabilities/assistance/index.ts';
import { eventsPolicy } from './capabilities/events/index.ts';
import { createExchange, type Exchange } from './capabilities/exchange/index.ts';
import { createMatchingFollower } from './capabilities/matching/index.ts';
import { createOversight, createTightener } from './capabilities/oversight/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import { absentNow, createRequestFollower, workloadOf } from './capabilities/requests/index.ts';
import { dutyPageDialect, type RosterService } from './capabilities/roster/index.ts';
import { createSitrepFollower, type Watch } from './capabilities/watch/index.ts';
import { createFederation, type Federation, openPresence } from './federation/index.ts';
import type { PersonActor } from './kernel/decision.ts';
import type { DeskId, PartyId } from './kernel/ids.ts';
import type { Marking } from './kernel/marking.ts';
import type { Clock } from './kernel/time.ts';
import { openAssistance } from './node-assistance.ts';
import { type DatabaseNeeds, houseFolder, openNodeDatabase } from './node-database.ts';
import { openDuty } from './node-duty.ts';
import { openEvents } from './node-events.ts';
import { openMatching } from './node-matching.ts';
import { connectedSystems, endAccessWithLinks, openParties } from './node-parties.ts';
import { openPlumbing, type Plumbing } from './node-plumbing.ts';
import { openRoster } from './node-roster.ts';
import { registerOperator } from './operator.ts';
import type { NodeSettings } from './plumbing/config/index.ts';
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

/** Whether a person's live stream may mention something. */
const hearingOf =
  (
    self: PartyId,
    {
      exchange,
      watch,
      assistance,
      roster,
    }: {
      readonly exchange: Exchange;
      readonly watch: Watch;
      readonly assistance: Assistance;
      readonly roster: RosterService;
    },
  ) =>
  async (actor: PersonActor, event: LiveEvent): Promise<boolean> => {
    // What is done about a request is this service's own business; who may not read it hears nothing.
    if (event.topic.startsWith('requests.')) return actor.party === self && exchange.mayHear(actor, event);
    if (event.topic.startsWith('events.')) return eventsPolicy.mayReadEvents(actor, self).kind === 'allowed';
    if (event.topic.startsWith('watch.')) return watch.mayHear(actor, event);
    if (event.topic.startsWith('assistance.')) return assistance.mayHear(actor, event);
    if (event.topic.startsWith('roster.')) return roster.mayHear(actor, event);
    if (/^(exchange|attachments)\./.test(event.topic)) return exchange.mayHear(actor, event);
    return actor.party === self;
  };

const openCapabilities = (
  plumbing: Plumbing,
  federation: Federation,
  parties: Parties,
  log: HttpApp['log'],
) => {
  const { settings, self, database, house } = plumbing;
  const isLinked = async (unit: Unit, party: PartyId): Promise<boolean> =>
    party === self || (await federation.linkState(unit, party)) === 'active';
  const agreements = openAgreements(plumbing, federation, isLinked);
  const isDesk = async (desk: DeskId) => (await parties.desks(house)).some(({ id }) => id === desk);
  const tighten = createTightener(plumbing);
  const intakeDesk = (unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>) =>
    parties.intakeDesk(unit, {
      partner: from,
      field: marking.field,
      workload: workloadOf,
      absent: (house) => absentNow(house, plumbing.clock.now()),
    });
  const exchange = createExchange({
    ...plumbing,
    followers: [
      createRequestFollower({ ...plumbing, agreements, federation, isLinked }),
      createSitrepFollower(plumbing),
      createMatchingFollower(plumbing),
    ],
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
  const needs = { ...plumbing, agreements, federation, isLinked, exchange, isDesk, tighten, intakeDesk };
  const { requests, watch } = openDuty(needs, parties);
  const matching = openMatching({ ...needs, log }, requests);
  const events = openEvents(needs, requests);
  const assistance = openAssistance({ ...needs, events: events.reading }, parties);
  const roster = openRoster({ ...needs, log }, { events, assistance });
  const oversight = createOversight({
    ...plumbing,
    items: exchange.overseen,
    contexts: parties.contexts,
    people: parties.people,
  });
  const parts = { agreements, exchange, requests, watch, matching, events, assistance, roster };
  return { ...parts, oversight, mayHear: hearingOf(self, parts) };
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
    dialects: [taxiiDialect, dutyPageDialect],
    health: { matching: `${plumbing.oprf.engine.name}, ${plumbing.oprf.engine.version}` },
  });
  const federation = await openFederation(plumbing, app.log);
  parties = await openParties(plumbing, federation);
  endAccessWithLinks(federation, parties);
  await parties.refuseDemoBeyondLoopback(settings.console.host);
  await parties.refuseDemoBeyondLoopback(settings.federation.host);
  const parts = openCapabilities(plumbing, federation, parties, app.log);
  const { agreements, exchange, requests, watch, matching, assistance, roster, mayHear } = parts;
  parties.registerRoutes(app);
  registerAgreements(app, agreements);
  exchange.registerRoutes(app);
  requests.registerRoutes(app);
  watch.registerRoutes(app);
  matching.registerRoutes(app);
  parts.events.registerRoutes(app);
  parts.assistance.registerRoutes(app);
  roster.registerRoutes(app);
  parts.oversight.registerRoutes(app);
  registerLive(app, { ...plumbing, isStillSignedIn: parties.isStillSignedIn, mayHear });
  const publishSecret = registerOperator(app, {
    ...plumbing,
    federation,
    exchange: exchange.service,
    searchIndex: exchange.searchIndex,
    requests: requests.service,
    assistance,
    log: watch.log,
    sitreps: watch.sitreps,
    matching,
    parties,
  });
  await registerConsole(app, { folder: join(houseFolder(), 'dist', 'console') });
  await roster.start();
  return { app, federation, parties, exchange, matching, roster, publishSecret };
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
      () => plumbing.typesetter.close(),
    );
    const parts = await openParts(needs, plumbing);
    const { app, federation, parties, exchange, matching, roster, publishSecret } = parts;
    await federation.start();
    opened.push(() => federation.stop());
    opened.push(
      () => exchange.stop(),
      () => matching.stop(),
      () => roster.stop(),
    );
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
