/** Remedies as people read them: which partner could be asked, by what this node knows of each. Pure. */
import type { AnswerBefore } from '../assistance/index.ts';
import type { Explanation, RemedyPartner } from './contract.ts';
import type { PartnerUnits, Remedy } from './solving/remedies.ts';

type ShownRemedy = NonNullable<Explanation['open']>['remedies'][number];

/** Partners named at once. */
const named = 6;

/** How many more he may have: what he offered and nobody took. */
const spare = ({ answer }: RemedyPartner): number => (answer === null ? 0 : answer.offered - answer.accepted);

const byPromise = (one: RemedyPartner, other: RemedyPartner): number =>
  Number(one.answer?.declined ?? false) - Number(other.answer?.declined ?? false) ||
  spare(other) - spare(one) ||
  other.able - one.able ||
  other.units - one.units ||
  one.party.localeCompare(other.party);

/** Who has such units in the plan, or was asked before; who promises most comes first. */
export const partnersOf = (
  present: readonly PartnerUnits[],
  answers: readonly AnswerBefore[],
): readonly RemedyPartner[] => {
  const parties = new Set([...present, ...answers].map(({ party }) => party));
  return [...parties]
    .map((party): RemedyPartner => {
      const { units, able } = present.find((one) => one.party === party) ?? { units: 0, able: 0 };
      const said = answers.find((one) => one.party === party);
      if (said === undefined) return { party, units, able, answer: null };
      const { party: _, ...answer } = said;
      return { party, units, able, answer };
    })
    .sort(byPromise)
    .slice(0, named);
};

/** As it is shown; what one more seat would cost elsewhere is for the search, not for people. */
export const remedyShown = (remedy: Remedy, answers: readonly AnswerBefore[]): ShownRemedy[] => {
  switch (remedy.kind) {
    case 'ask': {
      const { kind, quantity, minutes, covers, partners } = remedy;
      return [{ kind, quantity, minutes, covers: [...covers], partners: [...partnersOf(partners, answers)] }];
    }
    case 'prepare':
      return [{ ...remedy, units: [...remedy.units] }];
    case 'move':
      return [{ ...remedy }];
    case 'price':
      return [];
  }
};
