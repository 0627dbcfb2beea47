/** The learned model that ships with the code. */
import { readFileSync } from 'node:fs';
import { type Model, readModel } from './model.ts';
import { taught } from './taught.ts';

let loaded: Model | null = null;

/** Built, the code is in one file in `dist`, and the model stays where it is. In a thread a query follows. */
const place = new URL(import.meta.url).pathname.endsWith('.ts')
  ? './model.tsv'
  : '../server/plumbing/names/model.tsv';

/** Reads `model.tsv` once, with what lessons do not teach beside it. */
export const loadModel = (): Model => {
  loaded ??= readModel(readFileSync(new URL(place, import.meta.url), 'utf8'), taught);
  return loaded;
};
