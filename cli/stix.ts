/**
 * `tansiq stix import` and `stix export`: STIX 2.1 bundles into drafts of a running node, and items out of
 * it.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { isObject } from '../server/kernel/canonical.ts';
import { fields, paps, purposes, tlps } from '../server/kernel/marking.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import { httpLimits } from '../server/plumbing/http/index.ts';
import { wholeNumber } from './arguments.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder } from './serve.ts';

const mostDays = 36_500;
const dayCount = wholeNumber(1, mostDays);

interface ImportOptions {
  readonly data?: string;
  readonly title?: string;
  readonly summary: string;
  readonly language: string;
  readonly tlp: string;
  readonly pap: string;
  readonly field: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly reviewInDays: number;
  readonly eraseInDays: number;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const oneOf = (flag: string, value: string, values: readonly string[]): string => {
  if (!values.includes(value))
    throw new CommandError(`${flag} is “${value}”; it must be one of: ${values.join(', ')}.`);
  return value;
};

const draftOf = (file: string, options: ImportOptions) => {
  const now = systemClock.now();
  return {
    title: options.title ?? basename(file),
    summary: options.summary,
    language: oneOf('--language', options.language, ['ar', 'fr', 'en']),
    marking: {
      tlp: oneOf('--tlp', options.tlp, tlps),
      pap: oneOf('--pap', options.pap, paps),
      handling: ['H0'],
      field: oneOf('--field', options.field, fields),
      purpose: oneOf('--purpose', options.purpose, purposes),
      legalBasis: options.legalBasis,
      personCategories: [],
      reviewOn: dayOf(later(now, options.reviewInDays * dayMs)),
      eraseOn: dayOf(later(now, options.eraseInDays * dayMs)),
    },
    agreement: null,
    circle: null,
    recipients: [],
    withheld: [],
  };
};

const readBundle = async (file: string): Promise<string> => {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new CommandError(`There is no file ${file}. Correct the name.`);
  if (!found.isFile()) throw new CommandError(`${file} is no file. Import the bundles one by one.`);
  if (found.size > httpLimits.importBytes) throw tooLarge(file, found.size);
  return readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${failure.code}). Correct its rights.`);
  });
};

const megabyte = 1_048_576;
const tooLarge = (file: string, bytes: number): CommandError =>
  new CommandError(
    `${file} is ${Math.ceil(bytes / megabyte)} MB; a node takes ${httpLimits.importBytes / megabyte} MB at once. Split the bundle and import its parts.`,
  );

const importFile = async (file: string, options: ImportOptions): Promise<void> => {
  const output = createOutput(options.json);
  const text = await readBundle(file);
  const operator = await openOperator(dataFolder(options.data));
  const query = options.dryRun ? '?dryRun=true' : '';
  // As text: a broken bundle is then reported by its own errors, not by the request's.
  const body = { draft: draftOf(file, options), bundle: text };
  const bytes = Buffer.byteLength(JSON.stringify(body));
  if (bytes > httpLimits.importBytes) throw tooLarge(file, bytes);
  const report = await operator.post(`/operator/stix${query}`, body);
  if (!isObject(report))
    throw new CommandError('The node answered something else. Is it of another version?');
  const problems = Array.isArray(report.problems) ? report.problems.filter(isObject) : [];
  const isRefused = problems.some((problem) => problem.severity === 'error');
  output.result(report, (say) => {
    for (const { path, says, severity } of problems)
      say(`${String(severity)}  ${String(path) || '/'}  ${isObject(says) ? String(says.en) : ''}`);
    if (isRefused) say(`Nothing was stored. Correct ${file} and import it again.`);
    else if (options.dryRun)
      say(`${String(report.objectCount)} objects would be imported. Nothing was stored.`);
    else say(`Imported ${String(report.objectCount)} objects as the draft ${String(report.item)}.`);
  });
  if (isRefused) process.exitCode = 1;
};

export const addStix = (program: Command): void => {
  const stix = program.command('stix').description('STIX 2.1 bundles in and out of a running node');
  stix
    .command('import <file>')
    .description('read a bundle into a new draft item; two people then release it')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--title <text>', 'title of the item (default: the file’s name)')
    .option('--summary <text>', 'summary of the item', '')
    .option('--language <code>', 'language of title and summary', 'en')
    .option('--tlp <label>', tlps.join(', '), 'amber')
    .option('--pap <label>', paps.join(', '), 'amber')
    .option('--field <code>', fields.join(', '), 'cybercrime')
    .option('--purpose <code>', purposes.join(', '), 'prevention')
    .option('--legal-basis <text>', 'the law or agreement relied on', 'To be completed before release')
    .option('--review-in-days <days>', 'when it is reviewed', dayCount, 90)
    .option('--erase-in-days <days>', 'when it is erased', dayCount, 365)
    .option('--dry-run', 'report what would be imported, store nothing', false)
    .option('--json', 'print the report as JSON', false)
    .action(importFile);
  stix
    .command('export <item>')
    .description('write an item as a STIX 2.1 bundle')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--output <file>', 'the file to write (default: standard output)')
    .option('--json', 'print the bundle (it is JSON in any case)', false)
    .action(async (item: string, options: { data?: string; output?: string; json: boolean }) => {
      const operator = await openOperator(dataFolder(options.data));
      const bundle = await operator.get(`/operator/stix/${encodeURIComponent(item)}`);
      const text = `${JSON.stringify(bundle, null, 2)}\n`;
      if (options.output === undefined) process.stdout.write(text);
      else {
        await writeFile(options.output, text);
        createOutput(options.json).result({ item, file: options.output }, (say) =>
          say(`Wrote ${options.output}.`),
        );
      }
    });
};
