/** Where each sort of edge went on to: one end of page for each, in one text. Pure. */
import { isObject, readJson } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type EdgeSort, edgeSorts } from './contract.ts';

/** The last key shown of each sort; null where nothing is left of it. */
export type Ends = Readonly<Record<EdgeSort, string | null>>;

/** Before everything. */
export const start: Ends = {
  outgoing: '',
  incoming: '',
  holders: '',
  contents: '',
  answers: '',
  answered: '',
};

export const writeCursor = (ends: Ends): string | null =>
  edgeSorts.every((sort) => ends[sort] === null)
    ? null
    : Buffer.from(JSON.stringify(ends)).toString('base64url');

const keyPattern = /^[a-z0-9-]{0,300}$/;

export const readCursor = (text: string | undefined): Ends => {
  if (text === undefined) return start;
  const read = readJson(Buffer.from(text, 'base64url').toString('utf8'))?.value;
  const ends: Record<EdgeSort, string | null> = { ...start };
  for (const sort of edgeSorts) {
    const end = isObject(read) ? read[sort] : undefined;
    if (end !== null && !(typeof end === 'string' && keyPattern.test(end)))
      throw new Fault('input/invalid', { fields: ['cursor'] });
    ends[sort] = end;
  }
  return ends;
};
