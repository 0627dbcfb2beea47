/** Keeps the summary of an ask, by which lists find it, in the transaction in which the ask changes. */

import type { PartyId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { lastInstantOf } from './ask.ts';
import * as asks from './ask-store.ts';
import { type AskWhole, standing, threadsOf, waitsFor } from './showing.ts';
import * as steps from './step-store.ts';
import { putSummary, type Summary } from './summary-store.ts';

/** What is kept of an ask to find it by; null where it says nothing yet. */
export const summaryOf = (whole: AskWhole, self: PartyId): Summary | null => {
  const { ask, versions } = whole;
  const content = standing(whole)?.content;
  if (content === undefined) return null;
  const threads = threadsOf(whole, ask.createdAt);
  const isProposed = ({ state }: { readonly state: string }): boolean => state === 'proposed';
  return {
    ask: ask.id,
    holder: ask.holder,
    tlpRank: tlpRank(ask.marking.tlp),
    own: ask.originator === self,
    state: ask.state,
    createdAt: ask.createdAt,
    event: content.event?.id ?? null,
    words: `${content.title} ${content.event?.name ?? ''}`,
    toRelease: versions.some(isProposed) || whole.steps.some(isProposed),
    waits: waitsFor(whole, self, threads),
    silent: threads.some(({ state }) => state === 'asked'),
    answerBy: content.answerBy,
    lastAt: lastInstantOf(content),
  };
};

/** Writes the summary anew; of an ask that was discarded none is left. */
export const sumUp = (
  needs: { readonly self: PartyId; readonly clock: Clock },
  unit: Unit,
  id: string,
): Promise<void> =>
  unit.asHouse('assistance', async (house) => {
    const ask = await asks.findAsk(house, id);
    if (ask === null) return;
    const versions = (await asks.versionsOf(house, [id])).get(id) ?? [];
    const said = await steps.stepsOf(house, [id]);
    const whole = { ask, versions, steps: said, sent: [], deliveries: new Map() };
    const summary = summaryOf(whole, needs.self);
    if (summary !== null) await putSummary(house, summary, needs.clock.now());
  });
