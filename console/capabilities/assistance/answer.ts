/** A step as its form holds it: what may be said now, and what the node wants. Pure. */
import {
  type Arms,
  type Ask,
  amountPattern,
  type Bearer,
  type Cost,
  type CostKind,
  type DeclineGround,
  type OfferedLine,
  type Side,
  type Step,
  type StepContent,
  type StepKind,
  type Thread,
} from '../../../server/capabilities/assistance/contract.ts';
import { dayEnd, dayOfMoment, dayStart, lastDayBefore } from './draft.ts';

/** One line of the form; `most` where no more can be said. */
export interface OfferForm {
  readonly line: string;
  readonly quantity: number;
  readonly most: number | null;
  readonly from: string;
  readonly to: string;
  readonly languages: readonly string[];
  readonly arms: Arms;
  readonly conditions: string;
}

export interface CostForm {
  readonly id: string;
  readonly kind: CostKind;
  readonly bearer: Bearer;
  readonly amount: string;
  readonly currency: string;
  readonly text: string;
}

export interface AnswerForm {
  readonly kind: StepKind;
  readonly lines: readonly OfferForm[];
  readonly costs: readonly CostForm[];
  readonly conditions: string;
  readonly text: string;
  readonly ground: DeclineGround;
  /** The last day on which the offer stands; empty where it stands until it is withdrawn. */
  readonly validUntil: string;
}

/** What each side may say in each state, the likeliest first. The node has the last word. */
export const kindsFor = (
  side: Side,
  { state, offer }: Pick<Thread, 'state' | 'offer'>,
): readonly StepKind[] => {
  if (side === 'partner')
    switch (state) {
      case 'asked':
      case 'rejected':
      case 'cancelled':
        return ['offer', 'counter', 'decline'];
      case 'more-asked':
        return offer === null ? ['offer', 'counter', 'decline'] : ['offer', 'counter', 'decline', 'withdraw'];
      case 'declined':
      case 'withdrawn':
        return ['offer', 'counter'];
      case 'offered':
      case 'countered':
        return ['offer', 'counter', 'withdraw'];
      case 'accepted':
        return ['withdraw'];
    }
  switch (state) {
    case 'offered':
    case 'countered':
      return ['accept', 'more', 'reject'];
    case 'accepted':
      return ['more', 'accept', 'withdraw'];
    case 'more-asked':
      return offer === null ? [] : ['accept'];
    case 'declined':
    case 'rejected':
    case 'withdrawn':
    case 'cancelled':
      return ['more'];
    case 'asked':
      return [];
  }
};

/** Kinds whose words must be given; the others may have some. */
export const needsWords = (kind: StepKind): boolean =>
  kind === 'counter' || kind === 'withdraw' || kind === 'reject' || kind === 'more';
/** Kinds that name lines. */
export const namesLines = (kind: StepKind): boolean =>
  kind === 'offer' || kind === 'counter' || kind === 'accept';

/** The offer that stands in a thread. */
export const offerIn = (ask: Ask, thread: Thread): Step | null =>
  ask.steps.find(
    ({ party, side, number }) => party === thread.party && side === 'partner' && number === thread.offer,
  ) ?? null;

const costForm = (cost: Cost, index: number): CostForm => ({ id: String(index), ...cost });

/** The form as it begins: from what is asked, from what is offered, or from what was written before. */
export const answerForm = (
  ask: Ask,
  thread: Thread,
  { side, zone, kind, before }: { side: Side; zone: string; kind: StepKind; before: StepContent | null },
): AnswerForm => {
  const asked = ask.versions.filter(({ state }) => state === 'issued').at(-1)?.content.lines ?? [];
  const offer = offerIn(ask, thread)?.content ?? null;
  const source = before ?? (side === 'partner' ? offer : null);
  const lines = asked.flatMap((line): OfferForm[] => {
    const offered = offer?.lines.find((one) => one.line === line.id);
    const said = source?.lines.find((one) => one.line === line.id);
    if (side === 'host' && offered === undefined) return [];
    const wanted = side === 'host' ? (offered?.quantity ?? 0) : line.quantity;
    return [
      {
        line: line.id,
        quantity: said?.quantity ?? (source === null ? wanted : 0),
        most: side === 'host' ? (offered?.quantity ?? 0) : null,
        from: dayOfMoment(said?.from ?? line.from, zone),
        to: lastDayBefore(said?.to ?? line.to, zone),
        languages: said?.languages ?? line.requirement.languages,
        arms: said?.arms ?? line.arms,
        conditions: said?.conditions ?? '',
      },
    ];
  });
  return {
    kind,
    lines,
    costs: (source?.costs ?? []).map(costForm),
    conditions: source?.conditions ?? '',
    text: before?.text ?? '',
    ground: before?.ground ?? 'none-available',
    validUntil: source?.validUntil ? lastDayBefore(source.validUntil, zone) : '',
  };
};

const offeredLine = (form: OfferForm, kind: StepKind, zone: string): OfferedLine => ({
  line: form.line,
  quantity: form.quantity,
  ...(kind === 'accept'
    ? { from: null, to: null, languages: [], arms: null, conditions: '' }
    : {
        from: dayStart(form.from, zone),
        to: dayEnd(form.to, zone),
        languages: [...form.languages],
        arms: form.arms,
        conditions: form.conditions.trim(),
      }),
});

const isAmount = new RegExp(amountPattern);

/** What the node wants; null while something that is needed is not there. */
export const stepOf = (
  form: AnswerForm,
  given: { readonly zone: string; readonly language: StepContent['language']; readonly offer: number | null },
): StepContent | null => {
  const { kind } = form;
  const offers = kind === 'offer' || kind === 'counter';
  const lines = namesLines(kind)
    ? form.lines.filter(({ quantity }) => quantity > 0).map((line) => offeredLine(line, kind, given.zone))
    : [];
  if (namesLines(kind) && lines.length === 0) return null;
  if (needsWords(kind) && form.text.trim() === '') return null;
  const costs = offers ? form.costs.map(({ id: _id, ...cost }) => cost) : [];
  if (costs.some(({ amount }) => !isAmount.test(amount))) return null;
  return {
    kind,
    answers: kind === 'accept' || kind === 'reject' ? given.offer : null,
    lines,
    costs,
    conditions: offers ? form.conditions.trim() : '',
    text: form.text.trim(),
    ground: kind === 'decline' ? form.ground : null,
    validUntil: offers ? dayEnd(form.validUntil, given.zone) : null,
    language: given.language,
  };
};
