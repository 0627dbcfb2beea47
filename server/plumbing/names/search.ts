/** Finds a name in a list: candidates by sound, weighed letter by letter, joined part by part. */

import { type AimedForm, aimForm } from './aimed-forms.ts';
import { type Assignment, assign } from './assignment.ts';
import { createFloor } from './floor.ts';
import { createFormStore } from './form-store.ts';
import type { NameList } from './list.ts';
import type { Model } from './model.ts';
import { type PreparedForm, prefixCost, prepareForm, weighInitial } from './part-weights.ts';
import { type Part, partsOf } from './parts.ts';
import { createSoundSearch } from './sound-index.ts';
import {
  createProbability,
  evidenceOf,
  leftover,
  leftoverCost,
  meaningWeight,
  meaningWorth,
  sharesOf,
  type Verdict,
} from './verdict.ts';

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

const unknown = -100;
const leastWeight = -6;
const leastGain = 0.01;
/** Forms weighed for each part of a query, by how many parts it has: the more parts, the fewer are needed. */
const formsSought: readonly number[] = [1200, 1200, 240, 140, 110];
/** Entries of the index of sounds that are looked at for a part of a name, and for a name of one part. */
const soundsRead = 30_000;
const soundsReadAlone = 120_000;
const postingsRead = 60_000;
const namesJoined = 60;
/** Hits that are judged against each other, however few are asked for. */
const leastJudged = 10;
/** What parts that were not weighed while gathering may still add to a name. */
const mayBeAdded = 6;
/** How many parts of a name are asked for; what stands beyond is left over. */
const mostSlots = 8;

interface Promising {
  readonly name: number;
  readonly promise: number;
}

interface Slot {
  readonly part: Part;
  readonly full: AimedForm;
  readonly bare: AimedForm;
  /** By part of the list: nats, or `unknown`. */
  readonly weights: Float32Array;
  /** The parts that have a weight here. */
  readonly weighed: number[];
  /** How often the list has something like this part: the sum of its likelihoods. */
  crowd: number;
  postings: number;
}

/** One search at a time: it keeps its tables between calls. */
export const createNameSearch = (model: Model, list: NameList): NameSearch => {
  const sound = createSoundSearch(list.sounds);
  const tables = Array.from({ length: mostSlots }, () => new Float32Array(list.parts.length).fill(unknown));
  const sums = new Float32Array(list.size);
  const touched = new Int32Array(list.size);
  const store = createFormStore(model, list.forms);
  const fulls = Int32Array.from(list.parts, ({ full }) => full);
  const bares = Int32Array.from(list.parts, ({ bare }) => bare);
  const prefixesOf = Uint8Array.from(list.parts, ({ prefix }) => prefix);
  const initials = Uint8Array.from(list.parts, ({ initial }) => (initial ? 1 : 0));
  const aimed = { forms: list.forms, store };
  const countOf = (part: number): number =>
    (list.namesOfPart.starts[part + 1] ?? 0) - (list.namesOfPart.starts[part] ?? 0);

  const formOf = (number: number): PreparedForm => {
    const form = list.forms[number];
    return prepareForm(model, form?.script ?? 'latin', form?.text ?? '');
  };

  /** A part of the query against one of the list. */
  const weighPart = (slot: Slot, number: number, floor?: number): number => {
    const [full, bare] = [fulls[number] ?? 0, bares[number] ?? 0];
    if (slot.part.initial) return weighInitial(model, slot.bare.form, formOf(bare));
    if (initials[number] === 1) return weighInitial(model, formOf(full), slot.bare.form);
    const whole = slot.full.weigh(full, floor);
    if (full === bare && slot.full === slot.bare) return whole;
    const cost = prefixCost(slot.part.prefix, prefixesOf[number] ?? 0);
    return Math.max(whole, slot.bare.weigh(bare, floor) - cost);
  };

  const keep = (slot: Slot, number: number, weight: number): void => {
    if (slot.weights[number] === unknown) slot.weighed.push(number);
    slot.weights[number] = weight;
  };

  const fillSlot = (slot: Slot, parts: number): void => {
    if (slot.part.initial) return;
    for (const number of list.partsOfConcept.get(slot.part.concept) ?? []) {
      keep(slot, number, meaningWeight);
      slot.postings += countOf(number);
      slot.crowd += countOf(number) * Math.exp(meaningWeight);
    }
    const size = formsSought[Math.min(parts, formsSought.length - 1)] ?? 100;
    const { script, bare, full } = slot.part;
    const floor = createFloor(leastWeight);
    for (const text of bare === full ? [bare] : [bare, full])
      for (const form of sound(script, text, size, parts > 1 ? soundsRead : soundsReadAlone)) {
        const end = list.partsOfForm.starts[form + 1] ?? 0;
        for (let at = list.partsOfForm.starts[form] ?? 0; at < end; at += 1) {
          const number = list.partsOfForm.values[at] ?? 0;
          if (slot.weights[number] !== unknown) continue;
          const weight = weighPart(slot, number, floor.least);
          if (weight < floor.least) continue;
          floor.note(weight);
          keep(slot, number, weight);
          slot.postings += countOf(number);
          slot.crowd += countOf(number) * Math.exp(Math.min(weight, 12));
        }
      }
  };

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
        let weight = slot.weights[number] ?? unknown;
        if (weight === unknown) {
          weight = weighPart(slot, number);
          keep(slot, number, weight);
        }
        if (slot.part.initial || list.parts[number]?.initial) return weight;
        return evidenceOf(weight, slot.crowd - Math.exp(Math.min(weight, 12)), list.size);
      },
      rowCost: (row) => leftoverCost(slots[row]?.part),
      columnCost: (column) => list.parts[numbers[column] ?? 0]?.cost ?? leftover,
    });
  };

  const probabilityOf = createProbability(list.size);

  /** The best `most` of those chosen; what cannot come among them any more is not joined. */
  const joinAll = (slots: readonly Slot[], chosen: readonly Promising[], most: number): readonly Hit[] => {
    const costs = slots.reduce((sum, { part }) => sum + leftoverCost(part), 0);
    const hits: Hit[] = [];
    for (const { name, promise: hope } of chosen) {
      const worst = hits[Math.max(most, leastJudged) - 1]?.verdict.weight;
      if (worst !== undefined && hope - costs + mayBeAdded < worst) break;
      const { total, columnOf } = join(slots, name);
      hits.push({ name, verdict: { weight: total, probability: probabilityOf(total), columnOf } });
      hits.sort((one, two) => two.verdict.weight - one.verdict.weight);
    }
    const shares = sharesOf(
      hits.map(({ verdict }) => verdict.weight),
      slots.length,
    );
    return hits.slice(0, most).map(({ name, verdict }, at) => ({
      name,
      verdict: { ...verdict, probability: verdict.probability * (shares[at] ?? 0) },
    }));
  };

  return {
    find: (name, most) => {
      const parts = partsOf(name).slice(0, mostSlots);
      const slots = parts.map((part, at): Slot => {
        const full = aimForm(model, aimed, part.script, part.full);
        const bare = part.bare === part.full ? full : aimForm(model, aimed, part.script, part.bare);
        const weights = tables[at] ?? new Float32Array(0);
        return { part, full, bare, weights, weighed: [], crowd: 0, postings: 0 };
      });
      for (const slot of slots) fillSlot(slot, slots.length);
      const rareFirst = slots.filter((slot) => slot.weighed.length > 0);
      rareFirst.sort((one, two) => one.postings - two.postings);
      const hits = joinAll(
        slots,
        choose(slots.length === 1 && slots[0] ? gatherOne(slots[0]) : gather(rareFirst)),
        most,
      );
      for (const slot of slots) for (const number of slot.weighed) slot.weights[number] = unknown;
      return hits;
    },
  };
};
