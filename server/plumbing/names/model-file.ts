/** The learned model that ships with the code. */
import { readFileSync } from 'node:fs';
import { type Model, readModel } from './model.ts';

let loaded: Model | null = null;

/** Reads `model.tsv` once. */
export const loadModel = (): Model => {
  loaded ??= readModel(readFileSync(new URL('./model.tsv', import.meta.url), 'utf8'));
  return loaded;
};
