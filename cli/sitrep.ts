/** `tansiq sitrep`: situation reports of a running node, listed and written into a file. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { readId } from '../server/kernel/ids.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

const path = '/operator/sitreps';
const languages = ['ar', 'fr', 'en'];
const formats = ['pdf', 'html'];

interface Options {
  readonly data?: string;
  readonly json: boolean;
}

const lineOf = (sitrep: JsonObject): string =>
  [sitrep.id, sitrep.product, `v${String(sitrep.version)}`, sitrep.state, sitrep.until]
    .map(String)
    .join('  ');

const list = async (options: Options): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const answer = await operator.get(`${path}?limit=200`);
  if (!isObject(answer) || !Array.isArray(answer.items))
    throw new CommandError('The node answered something else. Is it of the same version as this command?');
  const found = answer.items.filter(isObject);
  createOutput(options.json).result(found, (say) => {
    if (found.length === 0) say('There are no situation reports.');
    for (const sitrep of found) say(lineOf(sitrep));
  });
};

interface DocumentOptions extends Options {
  readonly language: string;
  readonly out: string;
  readonly marks: boolean;
}

const requireOneOf = (flag: string, value: string, values: readonly string[]): void => {
  if (!values.includes(value))
    throw new CommandError(
      `${flag} is “${value}”; it must be one of: ${values.join(', ')}.`,
      exitCodes.usage,
    );
};

const document = async (id: string, options: DocumentOptions): Promise<void> => {
  if (readId('sitrep', id) === null)
    throw new CommandError('That is no id of a situation report: tansiq sitrep list', exitCodes.usage);
  const format = options.out.endsWith('.html') ? 'html' : 'pdf';
  requireOneOf('--language', options.language, languages);
  requireOneOf('the ending of --out', options.out.split('.').at(-1) ?? '', formats);
  const operator = await openOperator(dataFolder(options.data));
  const query = new URLSearchParams({ language: options.language, format, marks: String(options.marks) });
  const parts: Uint8Array[] = [];
  for await (const part of await operator.stream(`${path}/${id}/document?${query.toString()}`))
    parts.push(part);
  const bytes = Buffer.concat(parts);
  await writeFile(options.out, bytes, { mode: 0o600 });
  createOutput(options.json).result({ out: options.out, bytes: bytes.length }, (say) =>
    say(`${options.out}: ${bytes.length} bytes`),
  );
};

/** Adds `sitrep` to the command. */
export const addSitrep = (program: Command): void => {
  const sitrep = program.command('sitrep').description('situation reports of a running node');
  sitrep
    .command('list')
    .description('the newest first; ids, products and states, no content')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(list);
  sitrep
    .command('document <id>')
    .description('write one as PDF or HTML, by the ending of the file; the journal keeps that it was')
    .requiredOption('--out <file>', 'the file to write: *.pdf or *.html')
    .option('--language <language>', 'ar, fr or en', 'en')
    .option('--marks', 'mark what changed against the one before', false)
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(document);
};
