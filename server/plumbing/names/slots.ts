/** The parts of a query, each with the parts of the list that are like it, weighed letter by letter. */
import { type AimedForm, aimForm } from './aimed-forms.ts';
import { createFloor } from './floor.ts';
import { createFormStore } from './form-store.ts';
import type { NameList } from './list.ts';
import type { Model } from './model.ts';
import {
  leastWeight as lowest,
  type PreparedForm,
  prefixCost,
  prepareForm,
  weighInitial,
} from './part-weights.ts';
import type { Part } from './parts.ts';
import { createSoundSearch, type Reach } from './sound-index.ts';
import { meaningWeight } from './verdict.ts';

/** A part of the query, and what was found to be like it. */
export interface Slot {
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

/** Stands for a weight that was not worked out. */
export const unknown = -100;
/** What is less like a part than this is not found for it. */
export const leastWeight = -6;
/** How many parts of a name are asked for; what stands beyond is left over. */
export const mostSlots = 8;

/** Forms weighed for each part of a query, by how many parts it has: the more parts, the fewer are needed. */
const formsSought: readonly number[] = [1200, 1200, 240, 140, 110];
/** Of a name of one part so many are weighed first; the others if none of these is as likely as this. */
const formsFirst = 240;
const likelyEnough = 3;
/** How far the index of sounds is read for a part of a name, and for a name of one part. */
const reach: Reach = { read: 30_000, forms: 6_000 };
const reachAlone: Reach = { read: 120_000, forms: 20_000 };
/** Likelihoods beyond this count as so much in the crowd. */
const mostLikely = 12;

/** Opens slots for one query at a time: their tables are kept between queries. */
export const createSlots = (model: Model, list: NameList) => {
  const sound = createSoundSearch(list.sounds);
  const tables = Array.from({ length: mostSlots }, () => new Float32Array(list.parts.length).fill(unknown));
  const fulls = Int32Array.from(list.parts, ({ full }) => full);
  const bares = Int32Array.from(list.parts, ({ bare }) => bare);
  const prefixesOf = Uint8Array.from(list.parts, ({ prefix }) => prefix);
  const initials = Uint8Array.from(list.parts, ({ initial }) => (initial ? 1 : 0));
  const aimed = { forms: list.forms, store: createFormStore(model, list.forms) };

  const countOf = (part: number): number =>
    (list.namesOfPart.starts[part + 1] ?? 0) - (list.namesOfPart.starts[part] ?? 0);

  const formOf = (number: number): PreparedForm => {
    const form = list.forms[number];
    return prepareForm(model, form?.script ?? 'latin', form?.text ?? '');
  };

  /** A part of the query against one of the list. */
  const weighPart = (slot: Slot, number: number, floor = lowest): number => {
    const [full, bare] = [fulls[number] ?? 0, bares[number] ?? 0];
    if (slot.part.initial) return weighInitial(model, slot.bare.form, [formOf(bare), formOf(full)]);
    if (initials[number] === 1) return weighInitial(model, formOf(full), [slot.bare.form, slot.full.form]);
    if (full === bare && slot.full === slot.bare) return slot.full.weigh(full, floor);
    // Many parts differ in what stands before them alone, so that the bare form is mostly known already.
    const bared = slot.bare.weigh(bare, floor) - prefixCost(slot.part.prefix, prefixesOf[number] ?? 0);
    return Math.max(bared, slot.full.weigh(full, Math.max(bared, floor)));
  };

  const keep = (slot: Slot, number: number, weight: number): void => {
    if (slot.weights[number] === unknown) slot.weighed.push(number);
    slot.weights[number] = weight;
  };

  const count = (slot: Slot, number: number, weight: number): void => {
    keep(slot, number, weight);
    slot.postings += countOf(number);
    slot.crowd += countOf(number) * Math.exp(Math.min(weight, mostLikely));
  };

  /** Weighs the parts that have one of these forms; the likeliest weight. */
  const weighForms = (slot: Slot, forms: Int32Array, floor: ReturnType<typeof createFloor>): number => {
    let best = lowest;
    for (const form of forms) {
      const end = list.partsOfForm.starts[form + 1] ?? 0;
      for (let at = list.partsOfForm.starts[form] ?? 0; at < end; at += 1) {
        const number = list.partsOfForm.values[at] ?? 0;
        if (slot.weights[number] !== unknown) continue;
        const weight = weighPart(slot, number, floor.least);
        if (weight < floor.least) continue;
        floor.note(weight);
        count(slot, number, weight);
        best = Math.max(best, weight);
      }
    }
    return best;
  };

  const fill = (slot: Slot, parts: number): void => {
    if (slot.part.initial) return;
    for (const number of list.partsOfConcept.get(slot.part.concept) ?? []) count(slot, number, meaningWeight);
    const size = formsSought[Math.min(parts, formsSought.length - 1)] ?? 100;
    const first = parts > 1 ? size : formsFirst;
    const { script, bare, full } = slot.part;
    const floor = createFloor(leastWeight);
    for (const text of bare === full ? [bare] : [bare, full]) {
      const forms = sound(script, text, size, parts > 1 ? reach : reachAlone);
      const best = weighForms(slot, forms.subarray(0, first), floor);
      if (best < likelyEnough) weighForms(slot, forms.subarray(first), floor);
    }
  };

  const openOne = (part: Part, at: number): Slot => {
    const full = aimForm(model, aimed, part.script, part.full);
    const bare = part.bare === part.full ? full : aimForm(model, aimed, part.script, part.bare);
    const weights = tables[at] ?? new Float32Array(0);
    return { part, full, bare, weights, weighed: [], crowd: 0, postings: 0 };
  };

  return {
    countOf,
    open: (parts: readonly Part[]): readonly Slot[] => {
      const slots = parts.map(openOne);
      for (const slot of slots) fill(slot, slots.length);
      return slots;
    },
    /** The weight of a part of the list; it is worked out where it was not. */
    weightOf: (slot: Slot, number: number): number => {
      const known = slot.weights[number] ?? unknown;
      if (known !== unknown) return known;
      const weight = weighPart(slot, number);
      keep(slot, number, weight);
      return weight;
    },
    /** Clears the tables for the next query. */
    close: (slots: readonly Slot[]): void => {
      for (const slot of slots) for (const number of slot.weighed) slot.weights[number] = unknown;
    },
  };
};
