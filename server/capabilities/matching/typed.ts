/** A list as somebody typed or pasted it: what is asked of it, and what is refused and why. Pure. */
import { guessKind, readIdentifier } from '../../plumbing/identifiers/index.ts';
import type { Typed, TypedReading } from './contract.ts';
import type { Observed } from './observed.ts';

/** How each text is read; the same identifier is asked about once. */
export const readTyped = (typed: readonly Typed[]): readonly TypedReading[] => {
  const seen = new Set<string>();
  return typed.map(({ kind: said, text }) => {
    const kind = said ?? guessKind(text);
    if (kind === null) return { text, kind, form: null, problem: 'kind' };
    const reading = readIdentifier(kind, text);
    if (reading.kind === 'refused') return { text, kind, form: null, problem: reading.problem };
    const { form } = reading;
    if (seen.has(`${kind} ${form}`)) return { text, kind, form, problem: 'twice' };
    seen.add(`${kind} ${form}`);
    return { text, kind, form, problem: null };
  });
};

/** An identifier that is asked about, and as it was typed. */
export interface Asked extends Observed {
  readonly text: string;
}

/** What of it is asked. */
export const askedOf = (readings: readonly TypedReading[]): readonly Asked[] =>
  readings.flatMap(({ text, kind, form, problem }) =>
    kind === null || form === null || problem !== null ? [] : [{ kind, form, text: text.trim() }],
  );
