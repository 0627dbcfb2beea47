/** A list of names as a file: one a line, and after tabs what else is known of the person. */
import { type Facts, isBirthDate, noFacts } from '../server/plumbing/names/index.ts';
import { CommandError } from './output.ts';
import { readText } from './text-file.ts';

/** A name of the list and what stands beside it. */
export interface NameLine {
  readonly name: string;
  readonly facts: Facts;
}

/** What may follow a name, for the help of the commands. */
export const lineHelp =
  'then after tabs born=1980-05-12, place=Oujda, nationality=MA, document=passport:AB123456';

const withField = (facts: Facts, field: string, line: number): Facts => {
  const at = field.indexOf('=');
  const [key, value] = [field.slice(0, at).trim(), field.slice(at + 1).trim()];
  if (value === '') return facts;
  if (key === 'born' && !isBirthDate(value))
    throw new CommandError(`Line ${line}: write born=1980-05-12, 1980-05 or 1980, not ${value}.`);
  if (key === 'born') return { ...facts, born: value };
  if (key === 'place') return { ...facts, birthPlace: value };
  if (key === 'nationality') return { ...facts, nationality: value };
  if (key === 'document') return { ...facts, documents: [...facts.documents, value] };
  throw new CommandError(`Line ${line}: «${field}» is none of born=, place=, nationality=, document=.`);
};

/** Reads the list; a line that stands there twice is one candidate. */
export const readNameLines = (path: string): readonly NameLine[] => {
  const lines = new Map<string, NameLine>();
  for (const [number, line] of readText(path).split(/\r?\n/).entries()) {
    const [name = '', ...fields] = line.trim().split('\t');
    if (name.trim() === '' || lines.has(line.trim())) continue;
    const facts = fields.reduce((known, field) => withField(known, field, number + 1), noFacts);
    lines.set(line.trim(), { name: name.trim(), facts });
  }
  return [...lines.values()];
};
