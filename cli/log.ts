/** `tansiq log`: the log of a running node, read and written from the command line. */
import type { Command } from 'commander';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

const path = '/operator/log';
const mostLines = 200;

interface Options {
  readonly data?: string;
  readonly json: boolean;
}

const oddAnswer = (): CommandError =>
  new CommandError('The node answered something else. Is it of the same version as this command?');

const entriesOf = (answer: unknown): readonly JsonObject[] => {
  if (!isObject(answer) || !Array.isArray(answer.items)) throw oddAnswer();
  return answer.items.filter(isObject);
};

/** What a person reads of an entry whose words are not shown. */
const closed: Readonly<Record<string, string>> = {
  'reason-needed': '[holds personal data: open it in the console, stating why]',
  erased: '[erased]',
};

const lineOf = (entry: JsonObject): string => {
  const text = closed[String(entry.content)] ?? String(entry.text).replaceAll('\n', ' / ');
  const struck = entry.correctedBy === null ? '' : ' [corrected]';
  return `${String(entry.happenedAt)}  ${String(entry.number)}  ${text}${struck}`;
};

const countOf = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostLines)
    throw new CommandError(`--lines takes a number from 1 to ${mostLines}.`, exitCodes.usage);
  return count;
};

const tail = async (
  options: Options & { readonly lines: string; readonly search?: string },
): Promise<void> => {
  const query = new URLSearchParams({
    limit: String(countOf(options.lines)),
    ...(options.search === undefined ? {} : { q: options.search }),
  });
  const operator = await openOperator(dataFolder(options.data));
  const entries = entriesOf(await operator.get(`${path}?${query.toString()}`)).toReversed();
  createOutput(options.json).result(entries, (say) => {
    if (entries.length === 0) say('Nothing was entered.');
    for (const entry of entries) say(lineOf(entry));
  });
};

const write = async (
  words: readonly string[],
  options: Options & { readonly language: string },
): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const entry = await operator.post(path, { line: words.join(' '), language: options.language });
  if (!isObject(entry) || entry.number === undefined) throw oddAnswer();
  createOutput(options.json).result(entry, (say) => say(`Entered as no. ${String(entry.number)}.`));
};

/** Adds `log` to the command. */
export const addLog = (program: Command): void => {
  const log = program.command('log').description('the log of a running node');
  const data = ['--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)'] as const;
  log
    .command('tail')
    .description('the last entries, oldest first')
    .option('--lines <count>', 'how many', '20')
    .option('--search <words>', 'only those in which the words stand')
    .option(...data)
    .option('--json', 'print as JSON', false)
    .action(tail);
  log
    .command('write')
    .description('write an entry: text and /commands, as in the console')
    .argument('<line...>', 'the line')
    .option('--language <code>', 'ar, fr or en', 'en')
    .option(...data)
    .option('--json', 'print as JSON', false)
    .action(write);
};
