/** Finds a name in a list: candidates by sound, weighed letter by letter, joined part by part. */

import { type Assignment, assign } from './assignment.ts';
import type { NameList } from './list.ts';
import type { Model } from './model.ts';
import { partsOf } from './parts.ts';
import { lookAgain } from './second-look.ts';
import { createSlots, leastWeight, mostSlots, type Slot, unknown } from './slots.ts';
import {
  evidenceOf,
  leftover,
  leftoverCost,
  meaningWorth,
  probabilitiesOf,
  type Verdict,
} from './verdict.ts';
import { vowelCost } from './vowels.ts';

/** A name of the list that may be meant. */
export interface Hit {
  /** The place of the name in the list. */
  readonly name: number;
  readonly verdict: Verdict;
}

/** Finds names in one list; calls come one after the other, for it keeps its tables between them. */
export interface NameSearch {
  /** The names most likely meant, best first. */
  find(name: string, most: number): readonly Hit[];
}

const leastGain = 0.01;
const postingsRead = 60_000;
const namesJoined = 60;
/** Hits that are judged against each other, however few are asked for. */
const leastJudged = 10;
/** What parts that were not weighed while gathering may still add to a name. */
const mayBeAdded = 6;
interface Promising {
  readonly name: number;
  readonly promise: number;
}

/** One search at a time: it keeps its tables between calls. */
export const createNameSearch = (model: Model, list: NameList): NameSearch => {
  const slotsOf = createSlots(model, list);
  const { countOf } = slotsOf;
  const sums = new Float32Array(list.size);
  const touched = new Int32Array(list.size);

  const gain = (slot: Slot, weight: number, part: number): number => {
    const spared = leftoverCost(slot.part) + (list.parts[part]?.cost ?? 0);
    return Math.max(leastGain, evidenceOf(weight, slot.crowd, list.size) + spared);
  };

  /**
   * Names for a query of one part: a part's names stand by what they cost, so that those after the first few
   * cannot be among the best, nor any of a part whose first name promises too little.
   */
  const gatherOne = (slot: Slot): number => {
    const firsts = slot.weighed.flatMap((part) => {
      const worth = gain(slot, slot.weights[part] ?? unknown, part);
      const cheapest = list.namesOfPart.values[list.namesOfPart.starts[part] ?? 0];
      if (countOf(part) === 0 || cheapest === undefined) return [];
      return { part, worth, promise: worth - (list.costOfName[cheapest] ?? 0) };
    });
    firsts.sort((one, two) => two.promise - one.promise);
    let count = 0;
    for (const { part, worth } of firsts) {
      if (count >= namesJoined * 4) break;
      const start = list.namesOfPart.starts[part] ?? 0;
      const end = Math.min(list.namesOfPart.starts[part + 1] ?? 0, start + namesJoined);
      for (let at = start; at < end; at += 1) {
        const name = list.namesOfPart.values[at] ?? 0;
        const sum = sums[name] ?? 0;
        if (sum === 0) touched[count++] = name;
        sums[name] = sum + worth;
      }
    }
    return count;
  };

  /** Names that hold what the rarest parts are like; the other parts are only added to them. */
  const gather = (slots: readonly Slot[]): number => {
    let count = 0;
    let read = 0;
    for (const slot of slots) {
      if (count > 0 && read + slot.postings > postingsRead) {
        addTo(slot, count);
        continue;
      }
      const order = slot.weighed.filter((part) => (slot.weights[part] ?? unknown) >= leastWeight);
      order.sort((one, two) => (slot.weights[two] ?? 0) - (slot.weights[one] ?? 0));
      for (const part of order) {
        const worth = gain(slot, slot.weights[part] ?? unknown, part);
        const end = list.namesOfPart.starts[part + 1] ?? 0;
        for (let at = list.namesOfPart.starts[part] ?? 0; at < end; at += 1) {
          const name = list.namesOfPart.values[at] ?? 0;
          const sum = sums[name] ?? 0;
          if (sum === 0) touched[count++] = name;
          sums[name] = sum + worth;
        }
        read += countOf(part);
        if (read > postingsRead) break;
      }
    }
    return count;
  };

  const addTo = (slot: Slot, count: number): void => {
    for (let at = 0; at < count; at += 1) {
      const name = touched[at] ?? 0;
      const end = list.partsOfName.starts[name + 1] ?? 0;
      let best = 0;
      for (let place = list.partsOfName.starts[name] ?? 0; place < end; place += 1) {
        const part = list.partsOfName.values[place] ?? 0;
        const weight = slot.weights[part] ?? unknown;
        if (weight > leastWeight) best = Math.max(best, gain(slot, weight, part));
      }
      sums[name] = (sums[name] ?? 0) + best;
    }
  };

  /** What a name comes to if all that was gathered of it can be joined. */
  const promise = (name: number): number => (sums[name] ?? 0) - (list.costOfName[name] ?? 0);

  /** The most promising names of those touched, best first; all counters are cleared. */
  const choose = (count: number): readonly Promising[] => {
    let floor = Number.NEGATIVE_INFINITY;
    let chosen: Promising[] = [];
    const best = (): Promising[] =>
      chosen.sort((one, two) => two.promise - one.promise).slice(0, namesJoined);
    for (let at = 0; at < count; at += 1) {
      const name = touched[at] ?? 0;
      const one = { name, promise: promise(name) };
      sums[name] = 0;
      if (one.promise <= floor) continue;
      chosen.push(one);
      if (chosen.length < namesJoined * 4) continue;
      chosen = best();
      floor = chosen.at(-1)?.promise ?? floor;
    }
    return best();
  };

  /** A part of the list as it is written, without what stands before it. */
  const written = (part: number) => {
    const { script, text } = list.forms[list.parts[part]?.bare ?? -1] ?? { script: null, text: '' };
    return { script, bare: text };
  };

  const join = (slots: readonly Slot[], name: number): Assignment => {
    const start = list.partsOfName.starts[name] ?? 0;
    const numbers = [...list.partsOfName.values.subarray(start, list.partsOfName.starts[name + 1] ?? start)];
    return assign({
      rows: slots.length,
      columns: numbers.length,
      worth: (row, column) => {
        const slot = slots[row];
        const number = numbers[column] ?? 0;
        if (!slot) return unknown;
        const meant = meaningWorth(slot.part.concept, list.parts[number]?.concept ?? '');
        if (meant !== null) return meant;
        const weight = slotsOf.weightOf(slot, number);
        if (slot.part.initial || list.parts[number]?.initial) return weight;
        const evidence = evidenceOf(weight, slot.crowd - Math.exp(Math.min(weight, 12)), list.size);
        return evidence - vowelCost(slot.part, written(number));
      },
      rowCost: (row) => leftoverCost(slots[row]?.part),
      columnCost: (column) => list.parts[numbers[column] ?? 0]?.cost ?? leftover,
    });
  };

  /** What a second look at a name of one part and its fellow adds. */
  const lookedAgain = ({ part }: Slot, name: number, column: number): number => {
    const number = list.partsOfName.values[(list.partsOfName.starts[name] ?? 0) + column] ?? 0;
    const known = list.parts[number];
    if (column < 0 || !known || known.initial || part.initial || part.concept !== '') return 0;
    const textOf = (form: number): string => list.forms[form]?.text ?? '';
    const two = { script: known.script, full: textOf(known.full), bare: textOf(known.bare) };
    return lookAgain(model, part, two);
  };

  /** The best `most` of those chosen; what cannot come among them any more is not joined. */
  const joinAll = (slots: readonly Slot[], chosen: readonly Promising[], most: number): readonly Hit[] => {
    const costs = slots.reduce((sum, { part }) => sum + leftoverCost(part), 0);
    const hits: Hit[] = [];
    for (const { name, promise: hope } of chosen) {
      const worst = hits[Math.max(most, leastJudged) - 1]?.verdict.weight;
      if (worst !== undefined && hope - costs + mayBeAdded < worst) break;
      const { total, columnOf } = join(slots, name);
      const only = slots.length === 1 ? slots[0] : undefined;
      const weight = total + (only ? lookedAgain(only, name, columnOf[0] ?? -1) : 0);
      hits.push({ name, verdict: { weight, probability: 0, columnOf } });
      hits.sort((one, two) => two.verdict.weight - one.verdict.weight);
    }
    const weights = hits.map(({ verdict }) => verdict.weight);
    const probabilities = probabilitiesOf(weights, slots.length, list.size);
    return hits.slice(0, most).map(({ name, verdict }, at) => ({
      name,
      verdict: { ...verdict, probability: probabilities[at] ?? 0 },
    }));
  };

  return {
    find: (name, most) => {
      const slots = slotsOf.open(partsOf(name).slice(0, mostSlots));
      const rareFirst = slots.filter((slot) => slot.weighed.length > 0);
      rareFirst.sort((one, two) => one.postings - two.postings);
      const hits = joinAll(
        slots,
        choose(slots.length === 1 && slots[0] ? gatherOne(slots[0]) : gather(rareFirst)),
        most,
      );
      slotsOf.close(slots);
      return hits;
    },
  };
};
