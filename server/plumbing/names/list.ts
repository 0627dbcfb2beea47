/** A list of names, read once: its parts numbered, and for each where it occurs. */
import type { Script } from './letters.ts';
import { type Part, partsOf } from './parts.ts';
import { createSoundIndex, type Form, type SoundIndex } from './sound-index.ts';
import { leftoverCost } from './verdict.ts';

/** A part as the list knows it: forms by number. */
export interface KnownPart {
  readonly script: Script;
  readonly full: number;
  readonly bare: number;
  readonly prefix: number;
  readonly initial: boolean;
  readonly concept: string;
  readonly light: boolean;
  /** What it costs that it has no fellow. */
  readonly cost: number;
}

/** Lists in one array: those of `at` are from `starts[at]` to before `starts[at + 1]`. */
export interface Postings {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** A list that was read; a search is made of it. */
export interface NameList {
  readonly size: number;
  readonly forms: readonly Form[];
  readonly parts: readonly KnownPart[];
  readonly sounds: SoundIndex;
  readonly partsOfName: Postings;
  /** Those names first whose parts cost the least. */
  readonly namesOfPart: Postings;
  readonly partsOfForm: Postings;
  /** By name: what it costs that none of its parts has a fellow. */
  readonly costOfName: Float32Array;
  /** The parts that mean something in every language. */
  readonly partsOfConcept: ReadonlyMap<string, readonly number[]>;
}

/** Half nats: finer differences of cost do not matter to the order. */
const costStep = 2;

/** The names, those first that cost the least when they are not joined. */
const cheapestFirst = (costs: Float32Array): Int32Array => {
  const steps = Int32Array.from(costs, (cost) => Math.round(cost * costStep));
  const ends = new Int32Array(steps.reduce((most, step) => Math.max(most, step), 0) + 2);
  for (const step of steps) ends[step + 1] = (ends[step + 1] ?? 0) + 1;
  for (let step = 1; step < ends.length; step += 1) ends[step] = (ends[step] ?? 0) + (ends[step - 1] ?? 0);
  const order = new Int32Array(costs.length);
  for (let name = 0; name < costs.length; name += 1) {
    const step = steps[name] ?? 0;
    const end = ends[step] ?? 0;
    order[end] = name;
    ends[step] = end + 1;
  }
  return order;
};

/** Turns lists around: who holds whom, the owners in the order given. */
const turn = (postings: Postings, width: number, order?: Int32Array): Postings => {
  const starts = new Int32Array(width + 1);
  for (const value of postings.values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let at = 0; at < width; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const ends = starts.slice();
  const values = new Int32Array(postings.values.length);
  for (let place = 0; place + 1 < postings.starts.length; place += 1) {
    const owner = order?.[place] ?? place;
    for (let at = postings.starts[owner] ?? 0; at < (postings.starts[owner + 1] ?? 0); at += 1) {
      const value = postings.values[at] ?? 0;
      const end = ends[value] ?? 0;
      values[end] = owner;
      ends[value] = end + 1;
    }
  }
  return { starts, values };
};

/** Numbers forms and parts as they are met. */
const createRegister = () => {
  const forms: Form[] = [];
  const parts: KnownPart[] = [];
  const formNumbers = new Map<string, number>();
  const partNumbers = new Map<string, number>();
  const formOf = (script: Script, text: string): number => {
    const known = formNumbers.get(text);
    if (known !== undefined) return known;
    formNumbers.set(text, forms.length);
    return forms.push({ script, text }) - 1;
  };
  const concepts = new Map<string, number[]>();
  const partOf = ({ script, full, bare, prefix, initial, concept, light }: Part): number => {
    const key = `${full}|${bare}|${prefix}${initial ? '.' : ''}${light ? ',' : ''}${concept}`;
    const met = partNumbers.get(key);
    if (met !== undefined) return met;
    partNumbers.set(key, parts.length);
    const [whole, cut] = [formOf(script, full), formOf(script, bare)];
    const cost = leftoverCost({ prefix, initial, concept, light });
    const number = parts.push({ script, full: whole, bare: cut, prefix, initial, concept, light, cost }) - 1;
    if (concept !== '') concepts.set(concept, [...(concepts.get(concept) ?? []), number]);
    return number;
  };
  return { forms, parts, concepts, partOf };
};

/** Reads the whole list. */
export const createNameList = (names: readonly string[]): NameList => {
  const register = createRegister();
  const starts = new Int32Array(names.length + 1);
  let values = new Int32Array(names.length * 4 + 16);
  let end = 0;
  const costOfName = new Float32Array(names.length);
  for (const [number, name] of names.entries()) {
    for (const part of partsOf(name)) {
      if (end === values.length) {
        const wider = new Int32Array(values.length * 2);
        wider.set(values);
        values = wider;
      }
      const met = register.partOf(part);
      values[end++] = met;
      costOfName[number] = (costOfName[number] ?? 0) + (register.parts[met]?.cost ?? 0);
    }
    starts[number + 1] = end;
  }
  const { forms, parts, concepts } = register;
  const partsOfName = { starts, values: values.slice(0, end) };
  const formStarts = Int32Array.from({ length: parts.length + 1 }, (_, at) => at * 2);
  const formValues = Int32Array.from(parts.flatMap(({ full, bare }) => [full, bare]));
  return {
    size: names.length,
    forms,
    parts,
    sounds: createSoundIndex(forms),
    costOfName,
    partsOfName,
    partsOfConcept: concepts,
    namesOfPart: turn(partsOfName, parts.length, cheapestFirst(costOfName)),
    partsOfForm: turn({ starts: formStarts, values: formValues }, forms.length),
  };
};
