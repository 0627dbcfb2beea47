/** `tansiq match`: how identifiers are read, what the node computes with, and how much is asked. */
import type { Command } from 'commander';
import { isObject } from '../server/kernel/canonical.ts';
import { houseFolder } from '../server/node-database.ts';
import {
  guessKind,
  type IdentifierKind,
  identifierKinds,
  readIdentifier,
} from '../server/plumbing/identifiers/index.ts';
import { openOprf } from '../server/plumbing/oprf/index.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder } from './serve.ts';
import { readText } from './text-file.ts';

interface Options {
  readonly json: boolean;
  readonly data?: string;
}

const kindNamed = (name: string | undefined): IdentifierKind | null => {
  if (name === undefined) return null;
  const kind = identifierKinds.find((one) => one === name);
  if (kind === undefined)
    throw new CommandError(`There is no kind “${name}”. Kinds: ${identifierKinds.join(', ')}`);
  return kind;
};

/** What each line of a file reads as; needs no node, so that others can hold theirs against it. */
const readLines = (file: string, options: Options & { readonly kind?: string }): void => {
  const said = kindNamed(options.kind);
  const lines = readText(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const readings = lines.map((text) => {
    const kind = said ?? guessKind(text);
    if (kind === null) return { text, kind, form: null, problem: 'kind' };
    const reading = readIdentifier(kind, text);
    return reading.kind === 'read'
      ? { text, kind, form: reading.form, problem: null }
      : { text, kind, form: null, problem: reading.problem };
  });
  const refused = readings.filter(({ form }) => form === null).length;
  createOutput(options.json).result({ readings, refused }, (say) => {
    for (const { text, kind, form, problem } of readings)
      say(form === null ? `refused (${problem})  ${text}` : `${kind}  ${form}`);
    say(`${readings.length - refused} read, ${refused} refused`);
  });
};

const showEngine = async (options: Options): Promise<void> => {
  const oprf = await openOprf({ house: houseFolder() });
  const { name, version, threads } = oprf.engine;
  await oprf.close();
  createOutput(options.json).result({ name, version, threads }, (say) => {
    say(name === 'native' ? `${version} of this system` : `${version} in WebAssembly`);
    say(`${threads} threads`);
    if (name === 'wasm') say('Twice as fast with the library of the system: apt-get install libsodium23');
  });
};

const showUse = async (options: Options): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const answer = await operator.get('/operator/matching/use');
  if (!Array.isArray(answer))
    throw new CommandError('The node answered something else. Is it of the same version as this command?');
  createOutput(options.json).result(answer, (say) => {
    if (answer.length === 0) say('No agreement in force has terms for matching.');
    for (const use of answer.filter(isObject)) {
      say(`${String(use.partner)}  ${use.ready === true ? 'ready' : 'his set is not here yet'}`);
      say(`  asked him today ${String(use.askedToday)} of ${String(use.perDay)}`);
      say(`  answered him today ${String(use.answeredToday)}${use.alarm === true ? ' (unusual)' : ''}`);
    }
  });
};

/** Adds `match` to the command. */
export const addMatch = (program: Command): void => {
  const match = program.command('match').description('identifiers that partners both hold');
  match
    .command('read')
    .description('the one form in which each line of a file is compared, or why it is refused')
    .argument('<file>', 'one identifier a line')
    .option('--kind <kind>', `all of one kind: ${identifierKinds.join(', ')}`)
    .option('--json', 'print as JSON', false)
    .action(readLines);
  match
    .command('engine')
    .description('what this machine computes with')
    .option('--json', 'print as JSON', false)
    .action(showEngine);
  match
    .command('use')
    .description('how much was asked and answered today, by partner')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(showUse);
};
