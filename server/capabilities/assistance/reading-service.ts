/** The verbs that show asks, and the news to the asker that his was read. */
import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../federation/index.ts';
import type { Actor } from '../../kernel/decision.ts';
import { asId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { type AnswerBefore, answersBefore, type Wanted } from './answers-before.ts';
import { recipientsOf, type StoredAsk, type StoredVersion } from './ask.ts';
import * as asks from './ask-store.ts';
import type { Ask, AskListQuery, AskPage, DeliveryState, Overview, Waiting } from './contract.ts';
import { countOfficers, surplusOf, unsentAsks } from './deployment/ask-units-store.ts';
import { type EdxlMessage, edxlOf } from './edxl.ts';
import { type AssistanceNeeds, loadAsk, permitTightened, tell } from './needs-service.ts';
import { overviewOf } from './overview.ts';
import { mayList, mayRead, releaseReading } from './policy.ts';
import { type AskWhole, crossedIn, fillOf, rowOf, standing, standingOf, threadsOf } from './showing.ts';
import { emptyStep, hasTravelled, type StoredStep } from './step.ts';
import * as steps from './step-store.ts';
import { asksWanting, listSummaries, openAsks, waitingAsks } from './summary-store.ts';
import { lastOf } from './thread.ts';
import { assistanceKinds, stepToWire } from './wire.ts';

const deliveryOf = ({ outcome, receivedAt }: Delivery): DeliveryState => {
  if (outcome === null) return { state: 'waiting', at: null };
  return { state: outcome === 'accepted' ? 'delivered' : 'refused', at: receivedAt };
};

const mutable = (marking: StoredAsk['marking']): Ask['marking'] => {
  const { handling, personCategories, releasableTo, ...rest } = marking;
  return {
    ...rest,
    handling: [...handling],
    personCategories: [...personCategories],
    releasableTo: [...releasableTo],
  };
};

const versionShown = ({ ask: _ask, ...version }: StoredVersion): Ask['versions'][number] => version;

export const createReading = (needs: AssistanceNeeds) => {
  const { verbs, clock, self } = needs;

  /** All that this node has of these asks, as far as the reader may see it. */
  const wholes = async (unit: Unit, found: readonly StoredAsk[]): Promise<readonly AskWhole[]> => {
    const ids = found.map(({ id }) => id);
    const versions = await asks.versionsOf(unit, ids);
    const said = await steps.stepsOf(unit, ids);
    const sent = await asks.sentOf(unit, ids);
    const envelopes = [
      ...sent.map(({ envelope }) => envelope),
      ...said.flatMap(({ envelope }) => envelope ?? []),
    ].map((envelope) => asId('envelope', envelope));
    const deliveries = await unit.asHouse('assistance', (house) =>
      needs.federation.deliveries(house, envelopes),
    );
    const byEnvelope = new Map(deliveries.map((one) => [String(one.envelope), deliveryOf(one)]));
    return found.map((ask) => ({
      ask,
      versions: versions.get(ask.id) ?? [],
      steps: said.filter((step) => step.ask === ask.id),
      sent: sent.filter((copy) => copy.ask === ask.id),
      deliveries: byEnvelope,
    }));
  };

  const stepShown = (
    step: StoredStep,
    whole: AskWhole,
    crossed: ReadonlySet<string>,
  ): Ask['steps'][number] => ({
    id: step.id,
    party: step.party,
    side: step.side,
    state: step.state,
    number: step.number === 0 ? null : step.number,
    askVersion: step.askVersion,
    content: step.content,
    author: step.author,
    createdAt: step.createdAt,
    releasedAt: step.releasedAt,
    returned: step.returned,
    crossed: crossed.has(step.id),
    delivery: whole.deliveries.get(step.envelope ?? '') ?? null,
  });

  const shown = (whole: AskWhole, named: Pick<Ask, 'officers' | 'surplus'>): Ask => {
    const { ask, versions } = whole;
    const threads = threadsOf(whole, clock.now());
    const crossed = crossedIn(whole);
    return {
      id: ask.id,
      originator: ask.originator,
      own: ask.originator === self,
      state: ask.state,
      standing: standingOf(whole, self, { threads, now: clock.now() }),
      version: ask.version,
      agreement: ask.agreement,
      circle: ask.circle,
      marking: mutable(ask.marking),
      recipients: [...recipientsOf(ask)],
      createdAt: ask.createdAt,
      endedAt: ask.endedAt,
      endReason: ask.endReason,
      versions: versions.map(versionShown),
      ...named,
      fill: fillOf(whole, threads),
      threads,
      steps: whole.steps.map((step) => stepShown(step, whole, crossed)),
    };
  };

  /** Tells the asker, once for each version, that it was read here: by whom stays here. */
  const tellRead = async (work: Work, whole: AskWhole): Promise<void> => {
    const { ask, steps: said } = whole;
    const version = standing(whole);
    if (ask.originator === self || ask.state !== 'issued' || version === null) return;
    const isTold = said.some(
      ({ content, askVersion }) => content.kind === 'read' && askVersion === version.version,
    );
    if (isTold || !(await needs.isLinked(work.unit, ask.originator))) return;
    const at = clock.now();
    const step: StoredStep = {
      id: randomUUID(),
      ask: ask.id,
      party: self,
      side: 'partner',
      state: 'released',
      number: lastOf(said, 'partner') + 1,
      seen: lastOf(said.filter(hasTravelled), 'host'),
      askVersion: version.version,
      content: emptyStep('read', version.content.language),
      author: null,
      createdAt: at,
      releasedAt: at,
      envelope: null,
      returned: null,
    };
    const copy = { kind: assistanceKinds.step, body: toBundle([stepToWire(step, { writer: self, at })]) };
    const released = releaseReading(ask, { self, linked: true }, copy);
    if (released === null) return;
    await work.unit.asHouse('assistance', async (house) => {
      const envelope = await needs.federation.send(house, released);
      await steps.insertStep(house, ask, { ...step, envelope });
      await tell(needs, house, ask.id);
    });
    work.note({ told: [ask.originator], version: version.version });
  };

  /** Those that the node's owner does not forbid him. */
  const allowed = async (
    unit: Unit,
    actor: Actor,
    listed: readonly StoredAsk[],
  ): Promise<readonly StoredAsk[]> => {
    // Asked once for each marking of the list.
    const verdicts = new Map<string, boolean>();
    const found: StoredAsk[] = [];
    for (const ask of listed) {
      const { tlp, field, purpose, releasableTo } = ask.marking;
      const key = JSON.stringify([ask.originator, tlp, field, purpose, releasableTo]);
      const isAllowed =
        verdicts.get(key) ?? (await needs.tighten(unit, actor, 'read', ask)).kind === 'allowed';
      verdicts.set(key, isAllowed);
      if (isAllowed) found.push(ask);
    }
    return found;
  };

  /** Those that he may read, with all that was said of them. */
  const readable = async (
    unit: Unit,
    actor: Actor,
    listed: readonly StoredAsk[],
  ): Promise<readonly AskWhole[]> => wholes(unit, await allowed(unit, actor, listed));

  return {
    wholes,

    /** Asks of this service for one of its events. */
    ofEvent: async (unit: Unit, actor: Actor, event: string): Promise<readonly AskWhole[]> =>
      (await readable(unit, actor, await asks.listAsksOf(unit, event))).filter(
        ({ ask }) => ask.originator === self,
      ),

    /** What each partner answered when he was last asked for the specialty, by asks that he may read. */
    answersBefore: async (unit: Unit, actor: Actor, wanted: Wanted): Promise<readonly AnswerBefore[]> => {
      const found = await asks.findAsks(unit, await asksWanting(unit, wanted.specialty));
      return answersBefore(await readable(unit, actor, found), wanted, clock.now());
    },

    /** A page of asks, the newest first. */
    list: (actor: Actor, query: AskListQuery): Promise<AskPage> =>
      verbs.read({ actor, verb: 'assistance.list', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor, self));
        const now = clock.now();
        const { asks: ids, next } = await listSummaries(unit, query, now);
        const found = await readable(unit, actor, await asks.findAsks(unit, ids));
        const named = new Set(await unsentAsks(unit));
        const rows = found.flatMap((whole) => rowOf(whole, self, now) ?? []);
        const items = rows.map((row) => ({ ...row, toRelease: row.toRelease || named.has(row.id) }));
        return { items, next };
      }),

    /** What all open asks of this service come to. */
    overview: (actor: Actor): Promise<Overview> =>
      verbs.read({ actor, verb: 'assistance.overview', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor, self));
        const now = clock.now();
        const open = await asks.findAsks(unit, await openAsks(unit, now));
        return overviewOf(await readable(unit, actor, open), self, now);
      }),

    /** How much waits here, for the door to this place. */
    waiting: (actor: Actor): Promise<Waiting> =>
      verbs.read({ actor, verb: 'assistance.count', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor, self));
        const { toSettle, overdue, ...waiting } = await waitingAsks(unit, clock.now());
        // Names that wait for their release are of the same door.
        const toRelease = [...new Set([...waiting.toRelease, ...(await unsentAsks(unit))])];
        const named = await asks.findAsks(unit, [...new Set([...toRelease, ...toSettle, ...overdue])]);
        const seen = new Set((await allowed(unit, actor, named)).map(({ id }) => id));
        const of = (ids: readonly string[]): number => ids.filter((id) => seen.has(id)).length;
        return { toRelease: of(toRelease), toSettle: of(toSettle), overdue: of(overdue) };
      }),

    /** All that travelled of an ask, as EDXL-RM 1.0. */
    exported: (actor: Actor, id: string): Promise<EdxlMessage[]> =>
      verbs.run({ actor, verb: 'assistance.export', subject: id }, async (work) => {
        const ask = await loadAsk(work.unit, id);
        work.permit(mayRead(actor, self, ask));
        await permitTightened(needs, work, { actor, act: 'export', ask });
        const [whole] = await wholes(work.unit, [ask]);
        const names = await needs.names();
        return whole === undefined ? [] : [...edxlOf(whole, (party) => names.get(party) ?? party)];
      }),

    read: (actor: Actor, id: string): Promise<Ask> =>
      verbs.read({ actor, verb: 'assistance.read', subject: id }, async (work) => {
        const { unit, permit } = work;
        // Held: two who open it at once tell the asker once.
        const found = await loadAsk(unit, id);
        permit(mayRead(actor, self, found));
        await permitTightened(needs, work, { actor, act: 'read', ask: found });
        const load = async (): Promise<AskWhole> => {
          const [whole] = await wholes(unit, [found]);
          if (whole === undefined) throw new Error('bug: an ask that was found is not there');
          return whole;
        };
        if (found.originator !== self && found.state === 'issued') {
          await unit.asHouse('assistance', (house) => asks.lockAsk(house, id));
          await tellRead(work, await load());
        }
        const named = await unit.asHouse('assistance', async (house) => ({
          officers: await countOfficers(house, id),
          surplus: [...(await surplusOf(house, id))],
        }));
        const seen = shown(await load(), named);
        // Names that wait for their release are told as in the list.
        const toRelease = seen.standing.toRelease || (await unsentAsks(unit)).includes(id);
        return { ...seen, standing: { ...seen.standing, toRelease } };
      }),
  };
};
