/**
 * `tansiq attachments verify`: what the disk holds against what the node's rows say, every byte hashed anew.
 */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import { systemClock } from '../server/kernel/time.ts';
import { openNodeDatabase } from '../server/node-database.ts';
import { openAttachments, type StoreVerdict } from '../server/plumbing/attachments/index.ts';
import { readEnvironment, readSettings } from '../server/plumbing/config/index.ts';
import { findOperator, type Operator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

const isVerdict = (value: unknown): value is StoreVerdict =>
  isObject(value) && typeof value.isSound === 'boolean' && Array.isArray(value.findings);

/** Asks the node that is served: it has the database. */
const askNode = async (operator: Operator, say: (line: string) => void): Promise<StoreVerdict> => {
  const input = Readable.from(await operator.stream('/operator/attachments', { withinMs: null }));
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const value = readJson(line)?.value;
    if (isVerdict(value)) return value;
    if (isObject(value)) say(`  ${String(value.checked)} checked…`);
  }
  throw new CommandError('The check broke off. Look at the node’s log, then try again.');
};

/** Opens the database of a node that is not served, for the time of the check. */
const checkFolder = async (folder: string): Promise<StoreVerdict> => {
  const settings = await readSettings(folder);
  const { databaseUrl } = readEnvironment();
  const { database, close } = await openNodeDatabase({ settings, folder, databaseUrl });
  try {
    const needs = { folder, database, clock: systemClock, self: settings.party };
    const attachments = await openAttachments(needs);
    return await attachments.verify();
  } finally {
    await close();
  }
};

const kinds = {
  missing: 'is not on the disk: put it back from a backup',
  altered: 'is not what it was: put it back from a backup, and look for what changed it',
  'without-row': 'is on the disk and in no item: the next sweep removes it',
} as const;

const verify = async (options: { readonly data?: string; readonly json: boolean }): Promise<void> => {
  const folder = dataFolder(options.data);
  const output = createOutput(options.json);
  const operator = await findOperator(folder);
  const progress = (line: string): void => {
    if (!options.json) process.stderr.write(`${line}\n`);
  };
  const verdict = operator === null ? await checkFolder(folder) : await askNode(operator, progress);
  output.result(verdict, (say) => {
    say(`${verdict.contents} attachments, ${verdict.bytes} bytes, each hashed anew.`);
    for (const { hash, kind } of verdict.findings) say(`  ${hash} ${kinds[kind]}`);
    if (verdict.findingCount > verdict.findings.length)
      say(`  … and ${verdict.findingCount - verdict.findings.length} more`);
    say(verdict.isSound ? 'Sound: disk and rows agree.' : 'NOT SOUND.');
  });
  if (!verdict.isSound) process.exitCode = exitCodes.failed;
};

export const addAttachments = (program: Command): void => {
  const attachments = program.command('attachments').description('the bytes of attachments on this node');
  attachments
    .command('verify')
    .description('hash every attachment anew and compare the disk with the database')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print the verdict as JSON', false)
    .action(verify);
};
