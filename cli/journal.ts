/** `tansiq journal export` and `journal verify`: the journal checked offline, by one command. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { SystemActor } from '../server/kernel/decision.ts';
import { systemClock } from '../server/kernel/time.ts';
import { openNodeDatabase } from '../server/node-database.ts';
import { readEnvironment, readSettings } from '../server/plumbing/config/index.ts';
import {
  createJournal,
  describeFinding,
  exportJournal,
  type JournalVerdict,
  journalSource,
  readExport,
  type SignedTreeHead,
  verifyJournal,
} from '../server/plumbing/journal/index.ts';
import { createKeys, identityKeysOf } from '../server/plumbing/keys/index.ts';
import { collect } from './arguments.ts';
import { findOperator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

const openExport = async (file: string) => {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new CommandError(`There is no file ${file}. Correct the name.`);
  return readLines(createReadStream(file));
};

const readLines = (input: NodeJS.ReadableStream) =>
  readExport(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));

/** The export that the node gives while it is served; null when it is not served. */
const streamFromNode = async (folder: string): Promise<Readable | null> => {
  const operator = await findOperator(folder);
  return operator === null ? null : Readable.from(await operator.stream('/operator/journal'));
};

/** Opens the database of a node that is not served, for the time of the work. */
const withJournal = async <T>(
  folder: string,
  work: (opened: {
    database: Awaited<ReturnType<typeof openNodeDatabase>>['database'];
    house: SystemActor;
    publicKeys: readonly string[];
  }) => Promise<T>,
): Promise<T> => {
  const settings = await readSettings(folder);
  const { database, close } = await openNodeDatabase({
    settings,
    folder,
    databaseUrl: readEnvironment().databaseUrl,
  });
  try {
    const publicKeys = await identityKeysOf(join(folder, 'keys'));
    return await work({
      database,
      house: { kind: 'system', name: 'auditor', party: settings.party },
      publicKeys,
    });
  } finally {
    await close();
  }
};

/** Heads of `party` that partners hold, from the exports that they gave. */
const readHeld = async (files: readonly string[], party: string): Promise<SignedTreeHead[]> => {
  const held: SignedTreeHead[] = [];
  for (const file of files) {
    const { partnerHeads } = await openExport(file);
    held.push(...partnerHeads.filter((head) => head.party === party));
  }
  return held;
};

const readKeyFile = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read. Name a file with one public key a line.`);
  });

const readKeys = async (files: readonly string[]): Promise<string[]> => {
  const keys: string[] = [];
  for (const file of files) keys.push(...(await readKeyFile(file)).split(/\s+/).filter((key) => key !== ''));
  return keys;
};

const report = (verdict: JournalVerdict, json: boolean): void => {
  const findings = verdict.findings.map((finding) => ({ ...finding, says: describeFinding(finding) }));
  createOutput(json).result({ ...verdict, findings }, (say) => {
    say(`Journal of ${verdict.party}: ${verdict.size} entries, ${verdict.headsChecked} heads checked.`);
    for (const { says } of findings) say(`  ${says.en}`);
    if (verdict.isSound)
      say(`Sound: nothing was changed, removed or reordered. Root ${verdict.rootHash ?? '(empty)'}.`);
    else say('NOT SOUND. Keep the database and the heads that partners hold; both are evidence.');
    if (verdict.coveredSize < verdict.size)
      say(`Entries from ${verdict.coveredSize} on are covered by no signed head yet.`);
  });
  if (!verdict.isSound) process.exitCode = exitCodes.failed;
};

interface VerifyOptions {
  readonly data?: string;
  readonly held?: readonly string[];
  readonly keys?: readonly string[];
  readonly json: boolean;
}

const verify = async (file: string | undefined, options: VerifyOptions): Promise<void> => {
  const held = options.held ?? [];
  const trusted = await readKeys(options.keys ?? []);
  if (file !== undefined) {
    const { source, publicKeys } = await openExport(file);
    const heldElsewhere = await readHeld(held, source.party);
    const keys = trusted.length > 0 ? trusted : publicKeys;
    if (trusted.length === 0 && !options.json)
      process.stderr.write(
        'The keys are those that the file itself names; give those you trust with --keys.\n',
      );
    report(await verifyJournal({ source, publicKeys: keys, heldElsewhere }), options.json);
    return;
  }
  report(await verifyFolder(dataFolder(options.data), held), options.json);
};

/** Verifies a data folder's own journal with the folder's own keys, whether the node is served or not. */
const verifyFolder = async (folder: string, held: readonly string[]): Promise<JournalVerdict> => {
  const running = await streamFromNode(folder);
  if (running === null)
    return withJournal(folder, ({ database, house, publicKeys }) =>
      database.transact(house, async (unit) => {
        const heldElsewhere = await readHeld(held, house.party);
        return verifyJournal({ source: await journalSource(unit, house.party), publicKeys, heldElsewhere });
      }),
    );
  const { source } = await readLines(running);
  const { party } = await readSettings(folder);
  if (source.party !== party)
    throw new CommandError(`The node that answers is ${source.party}, not ${party}.`);
  const publicKeys = await identityKeysOf(join(folder, 'keys'));
  return verifyJournal({ source, publicKeys, heldElsewhere: await readHeld(held, party) });
};

const exportStopped = (folder: string, file: string): Promise<void> =>
  withJournal(folder, async ({ database, house, publicKeys }) => {
    const keys = await createKeys({ folder: join(folder, 'keys'), commonName: house.party });
    const journal = createJournal({ party: house.party, clock: systemClock, keys });
    await database.transact(house, (unit) =>
      pipeline(Readable.from(exportJournal(unit, { journal, publicKeys })), newFile(file)),
    );
  });

/** For its owner alone: the entries name who did what. */
const newFile = (file: string) => createWriteStream(file, { flags: 'wx', mode: 0o600 });

const writeExport = async (file: string, options: { data?: string; json: boolean }): Promise<void> => {
  const folder = dataFolder(options.data);
  if (await stat(file).catch(() => null)) throw new CommandError(`${file} exists. Choose another name.`);
  try {
    const running = await streamFromNode(folder);
    if (running === null) await exportStopped(folder, file);
    else await pipeline(running, newFile(file));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  createOutput(options.json).result({ file }, (say) =>
    say(`Wrote ${file}. Check it anywhere: npx tansiq journal verify ${file}`),
  );
};

export const addJournal = (program: Command): void => {
  const journal = program.command('journal').description('export and verify the journal, offline');
  journal
    .command('verify [file]')
    .description('check every entry and head of an export, or of the data folder’s own journal')
    .option('--data <folder>', 'the data folder, where no file is named')
    .option(
      '--held <file>',
      'a partner’s export: his heads of this journal are checked too; may be repeated',
      collect,
    )
    .option('--keys <file>', 'the party’s public keys that you trust, one a line; may be repeated', collect)
    .option('--json', 'print the verdict as JSON', false)
    .action(verify);
  journal
    .command('export <file>')
    .description('write the whole journal, its heads and the partners’ heads that this node holds')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(writeExport);
};
