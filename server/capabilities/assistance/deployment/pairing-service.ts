/** Pairs: suggested, made, ended. Without one, nobody is tasked. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { UnitView } from './contract.ts';
import type { Course } from './course-service.ts';
import type { SuggestionList } from './draft-contract.ts';
import { mayFollowOn } from './machine.ts';
import { announceUnit, asDeployment, type DeploymentNeeds } from './needs-service.ts';
import * as store from './pair-store.ts';
import { type HostFacts, type PairingGap, pairingGap, pairingLimits, suggestHosts } from './pairing.ts';
import { mayTend } from './policy.ts';
import type { createUnitShowing } from './showing-service.ts';
import { holdUnit } from './showing-service.ts';
import * as steps from './step-store.ts';
import { covers, type Period } from './taskable.ts';
import { factsOf, type StoredPair, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';

/** Host officers looked at for a suggestion, and pairs ended in one round. */
const looksAt = 200;
const endedAtOnce = 500;

const hostFacts = (host: StoredUnit, pairs: readonly StoredPair[], but: string): HostFacts => ({
  id: host.id,
  specialty: host.profile.specialty,
  languages: host.profile.languages,
  available: host.available,
  withdrawn: host.stage !== 'standing',
  pairs: pairs.filter((pair) => pair.host === host.id && pair.visitor !== but),
});

/** The time for which a visitor is here from now on. */
const remaining = (visitor: StoredUnit, at: string): Period => ({
  from: visitor.available.from > at ? visitor.available.from : at,
  until: visitor.available.until,
});

export const createPairing = (
  needs: DeploymentNeeds,
  course: Course,
  shown: ReturnType<typeof createUnitShowing>,
) => {
  const { verbs, self, clock, house } = needs;

  const pair = async (
    part: Unit,
    [visitor, host]: readonly [StoredUnit, StoredUnit],
    period: Period,
  ): Promise<PairingGap | null> => {
    const standing = await store.pairsOf(part, [host.id, visitor.id]);
    const facts = hostFacts(host, standing, visitor.id);
    const gap = host.kind === 'own' ? pairingGap(facts, period, pairingLimits.ratio) : 'withdrawn';
    if (gap !== null) return gap;
    await store.insertPair(part, {
      id: randomUUID(),
      holder: self,
      visitor: visitor.id,
      host: host.id,
      hostPerson: host.person,
      visitorPerson: visitor.person,
      ...period,
      endedAt: null,
    });
    return null;
  };

  return {
    /** Host officers who could go with him, for the days that are asked or for all that is left. */
    suggest: (actor: Actor, id: string, asked: Partial<Period>): Promise<SuggestionList> =>
      verbs.read({ actor, verb: 'assistance.suggest-hosts', subject: id }, async (work) => {
        const { unit: visitor, pairs } = await holdUnit(work, id);
        work.permit(mayTend(actor, self, factsOf(visitor, pairs)));
        const left = remaining(visitor, clock.now());
        const { from = left.from, until = left.until } = asked;
        const period = { from: [from, left.from].sort()[1] ?? from, until };
        const { specialty, languages } = visitor.profile;
        const ratio = pairingLimits.ratio;
        const { hosts, standing } = await asDeployment(work, async (part) => {
          const near = await units.listHosts(part, { specialty, languages, ratio, ...period }, looksAt);
          return {
            hosts: near,
            standing: await store.pairsOf(
              part,
              near.map((host) => host.id),
            ),
          };
        });
        const facts = hosts.map((host) => hostFacts(host, standing, id));
        const byId = new Map(hosts.map((host) => [host.id, host]));
        return suggestHosts(visitor.profile, facts, { period, ratio }).flatMap((one) => {
          const host = byId.get(one.host);
          if (host === undefined) return [];
          const { nameLatin, nameArabic, rank } = host.profile;
          return [{ ...one, languages: [...one.languages], nameLatin, nameArabic, rank }];
        });
      }),

    pair: (
      actor: Actor,
      id: string,
      draft: { readonly host: string; readonly period: Period },
    ): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.pair', subject: id }, async (work) => {
        const { unit: visitor, pairs } = await holdUnit(work, id);
        work.permit(mayTend(actor, self, factsOf(visitor, pairs)));
        const { unit: host } = await holdUnit(work, draft.host);
        if (visitor.kind !== 'visiting' || !mayFollowOn(visitor.stage, 'pair'))
          throw new Fault('assistance/step-not-now');
        const { from, until } = draft.period;
        if (from >= until || until > visitor.available.until) throw new Fault('assistance/dates-unsound');
        work.note({ host: host.id, from, until });
        const isMade = pairs.some(
          (one) => one.host === host.id && covers([one], draft.period) && one.endedAt === null,
        );
        // Said twice, it is the same pair: nothing is new, here or there.
        if (isMade) return shown.whole(work, actor, id);
        const gap = await asDeployment(work, (part) => pair(part, [visitor, host], draft.period));
        if (gap !== null)
          work.refuse('assistance/host-can-take-him', new Fault('assistance/pairing-refused', { gap }));
        await course.takeOwn(work, visitor, { step: 'pair', from, until });
        return shown.whole(work, actor, id);
      }),

    unpair: (actor: Actor, id: string, pairId: string): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.unpair', subject: id }, async (work) => {
        const { unit: visitor, pairs } = await holdUnit(work, id);
        work.permit(mayTend(actor, self, factsOf(visitor, pairs)));
        const at = clock.now();
        await asDeployment(work, async (part) => {
          const held = await store.lockPair(part, pairId);
          if (held === null || held.visitor !== id) throw new Fault('access/absent');
          await store.endPair(part, pairId, at);
          await steps.endTasks(part, id, at);
        });
        await course.takeOwn(work, visitor, { step: 'unpair' });
        work.note({ pair: pairId });
        return shown.whole(work, actor, id);
      }),

    /** Ends pairs whose period is over: what they opened is closed, and the board shows who is alone. */
    endDue: (): Promise<void> =>
      verbs.read({ actor: house, verb: 'assistance.end-pairs', subject: null }, async (work) => {
        work.permit(mayTend(house, self, { ...nobody, holder: self, party: self, host: self }));
        const ended = await asDeployment(work, (part) => store.endPairsDue(part, clock.now(), endedAtOnce));
        if (ended.length === 0) return;
        work.note({ pairs: ended.map(({ id }) => id) });
        for (const { visitor } of ended) {
          await asDeployment(work, async (part) => {
            for (const hear of needs.unitFollowers) await hear(part, { id: visitor, how: 'unpair' });
          });
          await announceUnit(needs, work, visitor);
        }
      }),
  };
};

const nobody = { kind: 'own', person: null, pairedPersons: [] } as const;
