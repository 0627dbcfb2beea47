/** A list as somebody typed or pasted it: what is asked of it, and what is refused and why. Pure. */
import {
  guessKind,
  hasBirth,
  type IdentifierKind,
  keysOf,
  readIdentifier,
  splitBirth,
} from '../../plumbing/identifiers/index.ts';
import type { Typed, TypedReading } from './contract.ts';
import type { Observed } from './observed.ts';

/** A national telephone number, as people of the country write it, in whichever digits. */
const nationalPhone = /^[0٠۰](?:[\s().-]*\p{Nd}){8,10}$/u;
const isNationalPhone = (text: string): boolean =>
  nationalPhone.test(text.trim()) && !/^[0٠۰]{2}/u.test(text.trim());

/** What a text was meant to be, where no form is sure: its writer then hears what is wrong with it. */
const meantKind = (text: string): IdentifierKind | null => {
  const iban = readIdentifier('iban', text);
  if (iban.kind === 'refused' && iban.problem === 'check-digit') return 'iban';
  if (isNationalPhone(text)) return 'phone';
  // A name with a day beside it is hardly anything else; in the preview its writer sees it.
  return hasBirth(text) ? 'name-birth' : null;
};

/** What is wrong with a name and its day, so that its writer knows what to add. */
const problemOf = (
  kind: IdentifierKind,
  text: string,
  problem: NonNullable<TypedReading['problem']>,
): TypedReading['problem'] => {
  if (kind !== 'name-birth' || problem !== 'form') return problem;
  return splitBirth(text).born === null ? 'birth-date' : 'name-parts';
};

/** How each text is read, one after the other; the same identifier is asked about once. */
export function* readEach(typed: readonly Typed[]): Generator<TypedReading, void> {
  const seen = new Set<string>();
  for (const { kind: said, text } of typed) {
    const kind = said ?? guessKind(text) ?? meantKind(text);
    const reading = kind === null ? null : readIdentifier(kind, text);
    if (kind === null || reading === null) yield { text, kind, form: null, keys: 0, problem: 'kind' };
    else if (reading.kind === 'refused')
      yield { text, kind, form: null, keys: 0, problem: problemOf(kind, text, reading.problem) };
    else {
      const { form } = reading;
      const isTwice = seen.has(`${kind} ${form}`);
      seen.add(`${kind} ${form}`);
      yield isTwice
        ? { text, kind, form, keys: 0, problem: 'twice' }
        : { text, kind, form, keys: keysOf(kind, form).length, problem: null };
    }
  }
}

/** A key that is asked about, and its identifier as it was typed. */
export interface Asked extends Observed {
  readonly text: string;
  /** The place of the identifier's first key among all. */
  readonly first: number;
}

/** What of it is asked: the keys of each, its own form first. */
export const askedOf = (readings: readonly TypedReading[]): readonly Asked[] => {
  const asked: Asked[] = [];
  for (const { text, kind, form, problem } of readings) {
    if (kind === null || form === null || problem !== null) continue;
    const first = asked.length;
    for (const key of keysOf(kind, form)) asked.push({ kind, form: key, text: text.trim(), first });
  }
  return asked;
};

/** How many identifiers these are the keys of. */
export const countAsked = (asked: readonly Asked[]): number =>
  asked.filter(({ first }, place) => first === place).length;
