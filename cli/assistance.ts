/** `tansiq assistance`: an ask for officers and its answers, as other systems read them. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

interface Options {
  readonly ask: string;
  readonly data?: string;
  readonly json: boolean;
  readonly out?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const messagesIn = (answer: unknown): readonly JsonObject[] => {
  if (!Array.isArray(answer))
    throw new CommandError('The node answered something else. Is it of the same version as this command?');
  return answer.filter(isObject);
};

const exportAsk = async ({ ask, data, json, out }: Options): Promise<void> => {
  if (!uuid.test(ask))
    throw new CommandError('--ask is no id of an ask: it is the last part of its address.', exitCodes.usage);
  const operator = await openOperator(dataFolder(data));
  const messages = messagesIn(await operator.get(`/operator/assistance/${ask}/edxl`));
  const files = messages.map(({ name }, index) => {
    const number = String(index + 1).padStart(3, '0');
    return `${out ?? `ask-${ask.slice(0, 8)}`}-${number}-${String(name)}.xml`;
  });
  if (!json)
    for (const [index, { xml }] of messages.entries())
      await writeFile(files[index] ?? '', String(xml), { mode: 0o600 });
  createOutput(json).result(messages, (say) => {
    if (messages.length === 0) say('Nothing has travelled of it yet.');
    for (const file of files) say(file);
  });
};

/** Adds `assistance` to the command. */
export const addAssistance = (program: Command): void => {
  program
    .command('assistance')
    .description('asks for officers and teams of partners')
    .command('export')
    .description('write an ask and its answers as EDXL-RM 1.0, a file for each message; the journal keeps it')
    .requiredOption('--ask <id>', 'the id of the ask')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--out <start>', 'how the names of the files begin (default: ask-…, here)')
    .option('--json', 'print all messages as JSON and write no file', false)
    .action(exportAsk);
};
