/** Each identifier of a check with what came of it at each partner. Pure. */
import type { CheckResult } from '../../../server/capabilities/matching/contract.ts';

/** What came of it at a partner. */
export type Outcome = 'hit' | 'partly' | 'noHit' | 'pending' | 'unknown';

/** An identifier that was asked about, and what came of it. */
export interface Row {
  readonly key: string;
  readonly kind: CheckResult['identifiers'][number]['kind'];
  readonly text: string;
  readonly form: string;
  /** By partner. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

const outcomeOf = (
  check: CheckResult,
  { hit, partly }: Pick<CheckResult['identifiers'][number], 'hit' | 'partly'>,
): Outcome => {
  if (partly) return 'partly';
  if (hit !== null) return hit ? 'hit' : 'noHit';
  return check.state === 'refused' ? 'unknown' : 'pending';
};

/** Whether a partner has it, by its whole or by two parts of a name. */
export const isFound = (outcome: Outcome): boolean => outcome === 'hit' || outcome === 'partly';
export const isHit = ({ outcomes }: Row): boolean => Object.values(outcomes).some(isFound);

/** Each identifier once, with what came of it at each partner; those with a hit first. */
export const rowsOf = (checks: readonly CheckResult[]): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const check of checks)
    for (const identifier of check.identifiers) {
      const { kind, text, form } = identifier;
      const key = `${kind} ${form}`;
      const outcomes = { ...rows.get(key)?.outcomes, [check.partner]: outcomeOf(check, identifier) };
      rows.set(key, { key, kind, text, form, outcomes });
    }
  return [...rows.values()].toSorted((one, other) => Number(isHit(other)) - Number(isHit(one)));
};
