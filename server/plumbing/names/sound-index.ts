/** Finds the forms of a list that sound somewhat like a word: counts what features they share, by rarity. */
import type { Script } from './letters.ts';
import { featureSpan, featuresOf } from './sounds.ts';

export interface Form {
  readonly script: Script;
  readonly text: string;
}

export interface SoundIndex {
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  /** What a feature says: the rarer, the more. */
  readonly rarity: Float32Array;
  /** One over the root of all that a form's features say together. */
  readonly scale: Float32Array;
}

/** The features of all forms in one array: those of `form` are from `starts[form]` on. */
const allFeatures = (forms: readonly Form[]) => {
  const starts = new Int32Array(forms.length + 1);
  let values = new Int32Array(forms.length * 32 + 64);
  let end = 0;
  for (const [number, { script, text }] of forms.entries()) {
    const features = featuresOf(script, text);
    if (end + features.length > values.length) {
      const wider = new Int32Array(values.length * 2 + features.length);
      wider.set(values);
      values = wider;
    }
    for (const one of features) values[end++] = one;
    starts[number + 1] = end;
  }
  return { starts, values: values.subarray(0, end) };
};

export const createSoundIndex = (forms: readonly Form[]): SoundIndex => {
  const features = allFeatures(forms);
  const starts = new Int32Array(featureSpan + 1);
  for (const one of features.values) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  const rarity = Float32Array.from({ length: featureSpan }, (_, one) =>
    Math.log((forms.length + 2) / ((starts[one + 1] ?? 0) + 1)),
  );
  for (let one = 0; one < featureSpan; one += 1)
    starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  const ends = starts.slice();
  const postings = new Int32Array(starts[featureSpan] ?? 0);
  const scale = new Float32Array(forms.length);
  for (let form = 0; form < forms.length; form += 1) {
    let sum = 0;
    for (let place = features.starts[form] ?? 0; place < (features.starts[form + 1] ?? 0); place += 1) {
      const one = features.values[place] ?? 0;
      const at = ends[one] ?? 0;
      postings[at] = form;
      ends[one] = at + 1;
      sum += rarity[one] ?? 0;
    }
    scale[form] = 1 / Math.sqrt(sum + 1);
  }
  return { starts, postings, rarity, scale };
};

/** How far an index is read, the rarest features first. */
export interface Reach {
  /** So many entries, and the rest of the feature they end in. */
  readonly read: number;
  /** Once so many forms were met, those that were not have nothing rare in common with the word. */
  readonly forms: number;
}
const everything: Reach = { read: Number.POSITIVE_INFINITY, forms: Number.POSITIVE_INFINITY };

/** The forms most alike, best first, `size` at most. */
export type SoundSearch = (script: Script, text: string, size: number, reach?: Reach) => Int32Array;

const buckets = 512;

/** Where each bucket's forms begin, the most alike first, in the place of how many it holds. */
const startsIn = (histogram: Int32Array, floor: number): void => {
  for (let bucket = buckets, start = 0; bucket >= floor; bucket -= 1) {
    const held = histogram[bucket] ?? 0;
    histogram[bucket] = start;
    start += held;
  }
};

/** The lowest bucket that still fits, with all above it, into `size`. */
const floorOf = (histogram: Int32Array, size: number): number => {
  let floor = buckets;
  for (let kept = histogram[floor] ?? 0; floor > 0 && kept + (histogram[floor - 1] ?? 0) <= size; ) {
    floor -= 1;
    kept += histogram[floor] ?? 0;
  }
  return floor;
};

/** Counters of a search, by form. */
interface Counters {
  readonly sums: Float32Array;
  readonly touched: Int32Array;
}

/** The rarest features first: what many forms have says little and is read only while there is room. */
const gather = (
  { starts, postings, rarity }: SoundIndex,
  { sums, touched }: Counters,
  features: readonly number[],
  reach: Reach,
): number => {
  let count = 0;
  let read = 0;
  for (const one of features) {
    if (read > reach.read) break;
    const worth = rarity[one] ?? 0;
    const end = starts[one + 1] ?? 0;
    const isOpen = count <= reach.forms;
    read += end - (starts[one] ?? 0);
    for (let at = starts[one] ?? 0; at < end; at += 1) {
      const form = postings[at] ?? 0;
      const sum = sums[form] ?? 0;
      if (sum === 0) {
        if (!isOpen) continue;
        touched[count++] = form;
      }
      sums[form] = sum + worth;
    }
  }
  return count;
};

/** A search keeps its counters between calls; one at a time. */
export const createSoundSearch = (index: SoundIndex): SoundSearch => {
  const { rarity, scale } = index;
  const sums = new Float32Array(scale.length);
  const touched = new Int32Array(scale.length);
  const bucketOf = new Uint16Array(scale.length);
  const histogram = new Int32Array(buckets + 1);

  /** Those most alike first. */
  const bestOf = (count: number, size: number): Int32Array => {
    const floor = floorOf(histogram, size);
    const found = new Int32Array(size);
    let kept = 0;
    startsIn(histogram, floor);
    for (let at = 0; at < count; at += 1) {
      const bucket = bucketOf[at] ?? 0;
      if (bucket < floor) continue;
      const place = histogram[bucket] ?? 0;
      histogram[bucket] = place + 1;
      if (place >= size) continue;
      found[place] = touched[at] ?? 0;
      kept += 1;
    }
    return found.subarray(0, kept);
  };

  return (script, text, size, reach = everything) => {
    const features = [...featuresOf(script, text)].sort((x, y) => (rarity[y] ?? 0) - (rarity[x] ?? 0));
    const all = features.reduce((sum, one) => sum + (rarity[one] ?? 0), 1);
    const count = gather(index, { sums, touched }, features, reach);
    histogram.fill(0);
    const unit = buckets / Math.sqrt(all);
    for (let at = 0; at < count; at += 1) {
      const form = touched[at] ?? 0;
      const bucket = Math.min(buckets, ((sums[form] ?? 0) * (scale[form] ?? 0) * unit) | 0);
      bucketOf[at] = bucket;
      histogram[bucket] = (histogram[bucket] ?? 0) + 1;
      sums[form] = 0;
    }
    return bestOf(count, size);
  };
};
