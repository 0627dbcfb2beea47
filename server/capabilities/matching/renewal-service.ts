/**
 * A standing watch outlives a change of the form in which identifiers are compared: after a start the node
 * reads each once more as it was typed, and asks again about what is compared otherwise now.
 */
import { allow } from '../../kernel/decision.ts';
import { dayOf } from '../../kernel/time.ts';
import { keysOf, readIdentifier } from '../../plumbing/identifiers/index.ts';
import { matchingLimits, sentFor } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import * as renewals from './renewal-store.ts';

/** The keys of one identifier now; none where its text is no longer taken. */
const keysNow = ({ kind, text }: renewals.TypedKey): readonly string[] => {
  const reading = readIdentifier(kind, text);
  return reading.kind === 'read' ? keysOf(kind, reading.form) : [];
};

/** What is written of them: a key in its place where its form is another, and behind all what is more. */
export const renewedKeys = (
  typed: readonly renewals.TypedKey[],
  sent: number,
): readonly renewals.RenewedKey[] => {
  const identifiers = new Map<number, renewals.TypedKey[]>();
  for (const key of typed) identifiers.set(key.first, [...(identifiers.get(key.first) ?? []), key]);
  const renewed: renewals.RenewedKey[] = [];
  let next = sent;
  for (const [first, before] of identifiers) {
    const [whole] = before;
    if (whole === undefined) continue;
    const { kind, text } = whole;
    for (const [at, form] of keysNow(whole).entries()) {
      const key = before[at];
      if (key?.form === form) continue;
      if (key === undefined && next >= matchingLimits.identifiers) continue;
      renewed.push({ place: key?.place ?? next, first, kind, form, text });
      if (key === undefined) next += 1;
    }
  }
  return renewed;
};

export const createRenewal = (needs: MatchingNeeds) => {
  const { verbs, database, clock, house } = needs;
  const startedAt = clock.now();
  const renewed = new Set<string>();
  let isDone = false;

  const renew = (watch: renewals.Watch): Promise<void> =>
    verbs.read({ actor: house, verb: 'matching.renew-watch', subject: watch.id }, async (work) => {
      work.permit(allow('matching/house'));
      const { unit, note } = work;
      const { id, sent: before } = watch;
      const keys = renewedKeys(await renewals.typedKeys(unit, id), before);
      if (keys.length === 0) return;
      const agreement = await needs.agreements.find(unit, watch.agreement);
      const last = Math.max(before, ...keys.map(({ place }) => place + 1));
      const sent = sentFor(last, agreement?.matching?.decoysTo);
      await renewals.renewKeys(unit, id, keys, { sent, before });
      note({ renewed: keys.length, sent });
      await needs.live.announce(unit, { topic: 'matching.check', id });
    });

  return {
    /** Once after a start; a watch whose question is on its way waits for its answer. */
    renewAll: async (): Promise<void> => {
      if (isDone) return;
      const today = dayOf(clock.now());
      const watches = await database.transact(house, (unit) =>
        renewals.watchesOfBefore(unit, startedAt, today),
      );
      const isIdle = ({ state }: renewals.Watch): boolean => state === 'waiting' || state === 'done';
      for (const watch of watches.filter((one) => isIdle(one) && !renewed.has(one.id))) {
        await renew(watch);
        renewed.add(watch.id);
      }
      isDone = watches.every(({ id }) => renewed.has(id));
    },
  };
};
