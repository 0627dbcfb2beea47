/**
 * What a role may see and do: the policies themselves, asked over a table of situations. Nothing is said here
 * that they do not decide, so that a policy that changes changes the account. Pure.
 */
import type { Decision } from '../../../kernel/decision.ts';
import { tlps } from '../../../kernel/marking.ts';
import { assistanceSituations } from './assistance-situations.ts';
import { facets, facetValues, type Outcome, type RoleVerb, roleVerbs } from './contract.ts';
import { deploymentSituations } from './deployment-situations.ts';
import { dutySituations } from './duty-situations.ts';
import { eventsSituations } from './events-situations.ts';
import { matchingSituations } from './matching-situations.ts';
import { type Asking, nearName, nearness, ownItem, receivedItem, type Situation } from './situations.ts';

const ownStates = facetValues.state.filter((state) => state !== 'received');

/** Own items in every state, marking and nearness. */
const eachOwnItem = (asking: Asking) =>
  ownStates.flatMap((state) =>
    tlps.flatMap((tlp) =>
      nearness.map((near) => ({
        facets: { state, tlp, near: nearName(near) },
        item: ownItem(asking, { state, tlp, near }),
      })),
    ),
  );

const readSituations = (asking: Asking): Situation[] => {
  const { actor, policies } = asking;
  const own = eachOwnItem(asking).map(({ facets: found, item }) => ({
    verb: 'read-own' as const,
    facets: found,
    decision: policies.exchange.mayRead(actor, item),
  }));
  const received = tlps.flatMap((tlp) =>
    nearness.map((near) => ({
      verb: 'read-received' as const,
      facets: { tlp, near: nearName(near) },
      decision: policies.exchange.mayRead(actor, receivedItem(asking, tlp, near)),
    })),
  );
  const marked = tlps.flatMap((tlp) =>
    nearness.map((near) => ({
      verb: 'mark-read' as const,
      facets: { tlp, near: nearName(near) },
      decision: policies.exchange.mayMarkRead(actor, receivedItem(asking, tlp, near)),
    })),
  );
  const consult = [true, false].map((stated) => {
    const { context: _stated, ...without } = actor;
    const reader = stated ? { ...without, context: 'stated' } : without;
    const list = policies.exchange.mayList(reader);
    const reason = stated ? 'stated' : 'not-stated';
    const decision = list.kind === 'refused' ? list : policies.consultation.mayConsult(reader, true);
    return { verb: 'consult-personal' as const, facets: { reason }, decision };
  });
  return [...own, ...received, ...marked, ...consult];
};

const writeSituations = (asking: Asking): Situation[] => {
  const { actor, self, policies } = asking;
  const { exchange } = policies;
  const compose = tlps.map((tlp) => ({
    verb: 'compose' as const,
    facets: { tlp },
    decision: exchange.mayCompose(actor, self, tlp),
  }));
  const drafts = eachOwnItem(asking).filter(
    ({ item }) => item.state === 'draft' || item.state === 'returned',
  );
  const edit = drafts.map(({ facets: found, item }) => ({
    verb: 'edit' as const,
    facets: found,
    decision: exchange.mayEdit(actor, self, item),
  }));
  const proposed = tlps.flatMap((tlp) =>
    [true, false].map((written) => ({
      facets: { tlp, written: written ? 'by-him' : 'by-others' },
      item: ownItem(asking, { state: 'proposed', tlp, near: written, written }),
    })),
  );
  const decide = proposed.flatMap(({ facets: found, item }) => [
    { verb: 'withdraw' as const, facets: found, decision: exchange.mayWithdraw(actor, self, item) },
    { verb: 'preview' as const, facets: found, decision: exchange.mayPreview(actor, self, item) },
    { verb: 'release' as const, facets: found, decision: exchange.mayRelease(actor, self, item) },
  ]);
  return [...compose, ...edit, ...decide];
};

/** What has been released or has come. */
const routeSituations = (asking: Asking): Situation[] => {
  const { actor, self, policies } = asking;
  const { exchange, retention } = policies;
  const received = tlps.flatMap((tlp) =>
    nearness.map((near) => ({
      facets: { tlp, near: nearName(near) },
      item: receivedItem(asking, tlp, near),
    })),
  );
  const routed = received.map(({ facets: found, item }) => ({
    verb: 'assign' as const,
    facets: found,
    decision: exchange.mayAssign(actor, item),
  }));
  const released = tlps.map((tlp) => ({
    verb: 'deliveries' as const,
    facets: { tlp },
    decision: exchange.mayReadDeliveries(
      actor,
      self,
      ownItem(asking, { state: 'released', tlp, near: false }),
    ),
  }));
  const reviewed = received.map(({ facets: found, item }) => ({
    verb: 'review' as const,
    facets: found,
    decision: retention.mayReview(actor, self, item),
  }));
  return [...routed, ...released, ...reviewed];
};

const houseSituations = ({ actor, self, others, policies }: Asking): Situation[] => {
  const { agreements, parties, oversight } = policies;
  const subject = { self, parties: [self, others.party], owner: self };
  const decided: readonly (readonly [RoleVerb, Decision])[] = [
    ['agreement-read', agreements.decide(actor, 'read', subject)],
    ['agreement-compose', agreements.decide(actor, 'compose', subject)],
    ['agreement-sign', agreements.decide(actor, 'sign', subject)],
    ['circle-compose', agreements.decide(actor, 'compose-circle', subject)],
    ['links-read', parties.mayReadLinks(actor, self)],
    ['link-propose', parties.mayChangeLink(actor, self, 'propose')],
    ['link-decide', parties.mayChangeLink(actor, self, 'accept')],
    ['people-read', parties.mayReadPeople(actor, self)],
    ['people-manage', parties.mayManagePeople(actor, self)],
    ['desks-manage', parties.mayManageDesks(actor, self)],
    ['oversee', oversight.mayOversee(actor, self)],
    ['tightening-propose', oversight.mayPropose(actor, self)],
    ['tightening-decide', oversight.mayDecide(actor, self, others.person)],
  ];
  return decided.map(([verb, decision]) => ({ verb, facets: {}, decision }));
};

/** The values of each facet under which a rule decides, where not all of the verb's do. */
const whenOf = (situations: readonly Situation[], all: readonly Situation[]): Outcome['when'] =>
  facets.flatMap((facet) => {
    const valuesOf = (some: readonly Situation[]) => new Set(some.map((one) => one.facets[facet]));
    const [here, everywhere] = [valuesOf(situations), valuesOf(all)];
    if (here.size === everywhere.size) return [];
    return [{ facet, values: facetValues[facet].filter((value) => here.has(value)) }];
  });

const outcomesOf = (situations: readonly Situation[]): Outcome[] => {
  const byRule = new Map<string, Situation[]>();
  for (const one of situations) {
    const key = `${one.decision.kind} ${one.decision.rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), one]);
  }
  return [...byRule.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { kind, rule } = first.decision;
      return [{ kind, rule, when: whenOf(group, situations) }];
    })
    .toSorted((a, b) => a.kind.localeCompare(b.kind));
};

/** What the policies say of this actor, verb by verb, in the order of the screen. */
export const roleAccount = (asking: Asking) => {
  const situations = [
    ...readSituations(asking),
    ...writeSituations(asking),
    ...routeSituations(asking),
    ...dutySituations(asking),
    ...matchingSituations(asking),
    ...assistanceSituations(asking),
    ...deploymentSituations(asking),
    ...eventsSituations(asking),
    ...houseSituations(asking),
  ];
  return roleVerbs.map((verb) => ({
    verb,
    outcomes: outcomesOf(situations.filter((one) => one.verb === verb)),
  }));
};
