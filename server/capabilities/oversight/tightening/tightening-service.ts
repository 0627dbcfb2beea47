/** The verbs of tightening: propose, dry run, decide, withdraw. Four eyes each way. */
import { randomUUID } from 'node:crypto';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type PartyId, readId } from '../../../kernel/ids.ts';
import { type Clock, dayMs, dayOf, isDay, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Journal, RecordedEntry } from '../../../plumbing/journal/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import type { Act, ItemsOverseen, TightenedItem } from '../../exchange/index.ts';
import type { Parties } from '../../parties/index.ts';
import { watchedFacts } from '../../watch/index.ts';
import { itemsNamed } from '../accesses/access.ts';
import { mayDecide, mayPropose, mayReadTightenings } from '../policy.ts';
import {
  type DryRunResult,
  type NewTightening,
  type Rule,
  type Tightening,
  tighteningLimits,
} from './contract.ts';
import { type Access, actOfVerb, dryRun } from './dry-run.ts';
import { ruleErrors, tighten } from './tightening.ts';
import * as store from './tightening-store.ts';

export interface TighteningNeeds {
  readonly verbs: Verbs;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly journal: Journal;
  readonly live: Live;
  readonly items: ItemsOverseen;
  readonly people: Parties['people'];
}

/** Tightenings listed at once, with their history. */
const listAtMost = 500;
/** Entries read at once in a dry run. */
const page = 500;

/** What exchange asks after its own policy: rules are read in the unit, so that what was confirmed holds. */
export const createTightener =
  (needs: { readonly clock: Clock; readonly self: PartyId }) =>
  async (unit: Unit, actor: Actor, act: Act, item: TightenedItem) =>
    tighten(await store.readInForce(unit), actor, { self: needs.self, act, item, at: needs.clock.now() });

/** Entries of acts done in a period, newest first, up to the limit of a dry run. */
const readAccesses = async (
  journal: Journal,
  unit: Unit,
  period: { readonly from: string; readonly to: string },
): Promise<{ readonly entries: readonly RecordedEntry[]; readonly cut: boolean }> => {
  const entries: RecordedEntry[] = [];
  const verbs = [...actOfVerb.keys()];
  for (let before: number | undefined; ; ) {
    const found = await journal.search(unit, { ...period, verbs, outcome: 'done', before, limit: page });
    entries.push(...found);
    const last = found.at(-1);
    if (last === undefined || found.length < page) return { entries, cut: false };
    if (entries.length >= tighteningLimits.dryRunEntries) return { entries, cut: true };
    before = last.seq;
  }
};

export const createTightenings = (needs: TighteningNeeds) => {
  const { verbs, clock, self } = needs;

  const accessesOf = async (unit: Unit, entries: readonly RecordedEntry[]) => {
    const people = new Map((await needs.people(houseOf(self))).map((person) => [person.id, person]));
    const ids = new Set<string>();
    const accesses: Access[] = [];
    for (const { at, verb, subject, actor, role, details } of entries) {
      const shown = [...(subject === null ? [] : [subject]), ...itemsNamed(details)].filter(isThing);
      for (const item of shown) ids.add(item);
      const id = readId('person', actor);
      const found = id === null ? undefined : people.get(id);
      const known = found?.roles.find((held) => held === role);
      const person =
        found === undefined || known === undefined
          ? null
          : { role: known, isOwn: found.party === self, desk: found.desks[0] ?? null };
      if (id !== null) accesses.push({ at, verb, items: shown, person });
    }
    return { accesses, items: await factsOf(unit, needs.items, [...ids]) };
  };

  const announce = (unit: Unit, id: string) =>
    needs.live.announce(unit, { topic: 'oversight.tightening', id });

  /** Loads, asks, writes the next state. */
  const move = (
    actor: PersonActor,
    id: string,
    verb: 'confirm' | 'reject' | 'propose-withdrawal' | 'keep' | 'withdraw',
  ): Promise<Tightening> =>
    verbs.run({ actor, verb: `oversight.${verb}-tightening`, subject: id }, async ({ unit, permit }) => {
      const before = await store.lockTightening(unit, id);
      if (before === null) throw new Fault('access/absent');
      const [by, at] = [actor.person, clock.now()];
      const isProposal = verb === 'confirm' || verb === 'reject';
      const proposer = isProposal ? before.proposedBy : before.withdrawalProposedBy;
      permit(
        verb === 'propose-withdrawal' ? mayPropose(actor, self) : mayDecide(actor, self, proposer ?? ''),
      );
      const wanted = { confirm: 'proposed', reject: 'proposed', 'propose-withdrawal': 'in-force' } as const;
      const expected = isProposal || verb === 'propose-withdrawal' ? wanted[verb] : 'withdrawal-proposed';
      if (before.state !== expected) throw new Fault('state/changed');
      const after = nextOf(before, verb, by, at);
      await store.updateTightening(unit, after);
      await announce(unit, id);
      return after;
    });

  return {
    list: (actor: PersonActor): Promise<Tightening[]> =>
      verbs.read({ actor, verb: 'oversight.list-tightenings', subject: null }, async ({ unit, permit }) => {
        permit(mayReadTightenings(actor, self));
        return store.listTightenings(unit, listAtMost);
      }),

    propose: (actor: PersonActor, given: NewTightening): Promise<Tightening> =>
      verbs.run(
        { actor, verb: 'oversight.propose-tightening', subject: null },
        async ({ unit, permit, subject, note }) => {
          permit(mayPropose(actor, self));
          // It binds from now on: a day that is over would say that it had bound before.
          const isPast = given.validFrom < dayOf(later(clock.now(), -dayMs));
          const errors = [...ruleErrors(given, isDay), ...(isPast ? ['validFrom'] : [])];
          if (errors.length > 0) throw new Fault('input/invalid', { fields: errors });
          if ((await store.countLive(unit)) >= tighteningLimits.live)
            throw new Fault('oversight/too-many-tightenings', { limit: tighteningLimits.live });
          const one: Tightening = {
            ...given,
            id: randomUUID(),
            state: 'proposed',
            proposedBy: actor.person,
            proposedAt: clock.now(),
            decidedBy: null,
            decidedAt: null,
            withdrawalProposedBy: null,
            withdrawalProposedAt: null,
            withdrawnBy: null,
            withdrawnAt: null,
          };
          subject(one.id);
          note({ who: one.who, roles: one.roles, acts: one.acts });
          await store.insertTightening(unit, one);
          await announce(unit, one.id);
          return one;
        },
      ),

    confirm: (actor: PersonActor, id: string) => move(actor, id, 'confirm'),
    reject: (actor: PersonActor, id: string) => move(actor, id, 'reject'),
    proposeWithdrawal: (actor: PersonActor, id: string) => move(actor, id, 'propose-withdrawal'),
    keepInForce: (actor: PersonActor, id: string) => move(actor, id, 'keep'),
    withdraw: (actor: PersonActor, id: string) => move(actor, id, 'withdraw'),

    /** How many of the accesses of the last days the rule would have refused, by role, desk and act. */
    dryRun: (actor: PersonActor, rule: Rule, days = 1): Promise<DryRunResult> =>
      verbs.run({ actor, verb: 'oversight.dry-run', subject: null }, async ({ unit, permit, note }) => {
        permit(mayReadTightenings(actor, self));
        const errors = ruleErrors(rule, isDay);
        if (errors.length > 0) throw new Fault('input/invalid', { fields: [...errors] });
        const to = clock.now();
        const from = later(to, -days * dayMs);
        // A rule that begins tomorrow is tried on yesterday: its dates are not looked at.
        const tried = { ...rule, validFrom: from.slice(0, 'yyyy-mm-dd'.length), validUntil: null };
        return unit.asHouse('oversight', async (house) => {
          const { entries, cut } = await readAccesses(needs.journal, house, { from, to });
          const { accesses, items } = await accessesOf(house, entries);
          const result = dryRun(tried, accesses, items);
          note({ days, looked: result.looked, refused: result.refused });
          return { from, to, cut, ...result };
        });
      }),
  };
};
export type Tightenings = ReturnType<typeof createTightenings>;

const houseOf = (party: PartyId) => ({ kind: 'system', name: 'oversight', party }) as const;

const nextOf = (
  before: Tightening,
  verb: 'confirm' | 'reject' | 'propose-withdrawal' | 'keep' | 'withdraw',
  by: PersonActor['person'],
  at: string,
): Tightening => {
  switch (verb) {
    case 'confirm':
      return { ...before, state: 'in-force', decidedBy: by, decidedAt: at };
    case 'reject':
      return { ...before, state: 'rejected', decidedBy: by, decidedAt: at };
    case 'propose-withdrawal':
      return { ...before, state: 'withdrawal-proposed', withdrawalProposedBy: by, withdrawalProposedAt: at };
    case 'keep':
      return { ...before, state: 'in-force', withdrawalProposedBy: null, withdrawalProposedAt: null };
    case 'withdraw':
      return { ...before, state: 'withdrawn', withdrawnBy: by, withdrawnAt: at };
  }
};

const factsBatch = 1_000;

/** True for what a tightening may be about: an item, or something of the watch. */
const isThing = (id: string): boolean =>
  (['item', 'entry', 'alert', 'sitrep'] as const).some((kind) => readId(kind, id) !== null);

/** What a rule looks at, of items and of things of the watch that are still here. */
const factsOf = async (unit: Unit, items: ItemsOverseen, ids: readonly string[]) => {
  const facts = new Map<string, TightenedItem>();
  for (let start = 0; start < ids.length; start += factsBatch) {
    const batch = ids.slice(start, start + factsBatch);
    for (const { id, ...told } of await watchedFacts(unit, batch)) facts.set(id, told);
    const named = batch.flatMap((id) => readId('item', id) ?? []);
    for (const one of await items.byIds(unit, named))
      facts.set(one.id, {
        originator: one.originator,
        marking: {
          tlp: one.tlp,
          field: one.field,
          purpose: one.purpose,
          personCategories: one.personCategories,
          releasableTo: [one.originator, ...one.recipients],
        },
      });
  }
  return facts;
};
