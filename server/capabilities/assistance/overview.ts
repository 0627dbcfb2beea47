/** The host's table: what was asked of whom, what was offered, what is missing, what it costs. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import { lastInstantOf } from './ask.ts';
import type { Cost, Overview, StepContent, Thread } from './contract.ts';
import { type AskWhole, standing, threadsOf } from './showing.ts';
import { hasTravelled } from './step.ts';
import { type Acceptance, foldThread } from './thread.ts';

const thousand = 1_000n;

/** An amount in thousandths, so that sums are exact. */
const thousandths = (amount: string): bigint => {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * thousand + BigInt(part.padEnd(3, '0'));
};
const written = (sum: bigint): string => {
  const part = (sum % thousand).toString().padStart(3, '0').replace(/0$/, '');
  return `${sum / thousand}.${part}`;
};

/** Sums by currency and by who bears them. */
export const sumCosts = (
  costs: readonly Cost[],
): { currency: string; bearer: Cost['bearer']; amount: string }[] => {
  const sums = new Map<string, { currency: string; bearer: Cost['bearer']; sum: bigint }>();
  for (const { currency, bearer, amount } of costs) {
    const key = `${currency} ${bearer}`;
    const sum = (sums.get(key)?.sum ?? 0n) + thousandths(amount);
    sums.set(key, { currency, bearer, sum });
  }
  return [...sums.values()]
    .map(({ sum, ...of }) => ({ ...of, amount: written(sum) }))
    .sort(
      (one, other) => one.currency.localeCompare(other.currency) || one.bearer.localeCompare(other.bearer),
    );
};

/**
 * The costs of what was accepted of an offer: by heads, over all its lines. Six of eight accepted bear three
 * quarters of each amount, rounded to a thousandth.
 */
export const sharedCosts = ({ accept, offer }: Acceptance): readonly Cost[] => {
  const heads = ({ lines }: StepContent): bigint =>
    BigInt(lines.reduce((total, { quantity }) => total + quantity, 0));
  const [part, whole] = [heads(accept.content), heads(offer.content)];
  if (part >= whole) return offer.content.costs;
  return offer.content.costs.map((cost) => ({
    ...cost,
    amount: written((thousandths(cost.amount) * part * 2n + whole) / (2n * whole)),
  }));
};

interface Cell {
  asked: number;
  offered: number;
  countered: number;
  accepted: number;
  declined: number;
  silent: number;
}
const empty = (): Cell => ({ asked: 0, offered: 0, countered: 0, accepted: 0, declined: 0, silent: 0 });

const addLine = (
  cell: Cell,
  thread: Thread,
  line: { readonly id: string; readonly quantity: number },
): void => {
  const { offered = 0, accepted = 0 } = thread.quantities.find((one) => one.line === line.id) ?? {};
  cell.asked += line.quantity;
  if (thread.state === 'countered') cell.countered += offered;
  else cell.offered += offered;
  cell.accepted += accepted;
  if (thread.state === 'declined') cell.declined += line.quantity;
  if (thread.state === 'asked') cell.silent += line.quantity;
};

/** Asks of this service that are open: issued, and not over. */
const openOf = (wholes: readonly AskWhole[], self: PartyId, now: Instant): readonly AskWhole[] =>
  wholes.filter((whole) => {
    const content = standing(whole)?.content;
    const { ask } = whole;
    return (
      ask.originator === self &&
      ask.state === 'issued' &&
      content !== undefined &&
      lastInstantOf(content) > now
    );
  });

const costsIn = (
  whole: AskWhole,
): { readonly offered: readonly Cost[]; readonly accepted: readonly Cost[] } => {
  const parties = [...new Set(whole.steps.map(({ party }) => party))];
  const threads = parties.map((party) =>
    foldThread(whole.steps.filter((step) => step.party === party && hasTravelled(step))),
  );
  return {
    offered: threads.flatMap(({ offer }) => offer?.content.costs ?? []),
    accepted: threads.flatMap(({ acceptance }) => (acceptance === null ? [] : sharedCosts(acceptance))),
  };
};

/** What all open asks of this service come to. */
export const overviewOf = (wholes: readonly AskWhole[], self: PartyId, now: Instant): Overview => {
  const open = openOf(wholes, self, now);
  const rows = new Map<Specialty, { wanted: number; accepted: number; cells: Map<PartyId, Cell> }>();
  const silent: Overview['silent'] = [];
  for (const whole of open) {
    const threads = threadsOf(whole, now);
    const content = standing(whole)?.content;
    for (const line of content?.lines ?? []) {
      const { specialty } = line.requirement;
      const row = rows.get(specialty) ?? { wanted: 0, accepted: 0, cells: new Map<PartyId, Cell>() };
      row.wanted += line.quantity;
      for (const thread of threads) {
        const cell = row.cells.get(thread.party) ?? empty();
        const before = cell.accepted;
        addLine(cell, thread, line);
        row.accepted += cell.accepted - before;
        row.cells.set(thread.party, cell);
      }
      rows.set(specialty, row);
    }
    for (const { party, state, askedAt, overdue, readAt } of threads)
      if (state === 'asked' && content !== undefined) {
        const { title, answerBy } = content;
        silent.push({ ask: whole.ask.id, title, party, askedAt, readAt, answerBy, overdue });
      }
  }
  const costs = open.map(costsIn);
  return {
    specialties: [...rows].map(([specialty, { wanted, accepted, cells }]) => ({
      specialty,
      wanted,
      accepted,
      missing: Math.max(0, wanted - accepted),
      partners: [...cells].map(([party, cell]) => ({ party, ...cell })),
    })),
    silent: silent.sort((one, other) => one.answerBy.localeCompare(other.answerBy)),
    costs: {
      offered: sumCosts(costs.flatMap(({ offered }) => offered)),
      accepted: sumCosts(costs.flatMap(({ accepted }) => accepted)),
    },
  };
};
