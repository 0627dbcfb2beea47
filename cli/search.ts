/** `tansiq search rebuild`: the search index of a running node made anew. */
import type { Command } from 'commander';
import { isObject } from '../server/kernel/canonical.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder } from './serve.ts';

const path = '/operator/search';

const readCount = (answer: unknown): { readonly items: number; readonly indexed: number } => {
  if (!isObject(answer) || typeof answer.items !== 'number' || typeof answer.indexed !== 'number')
    throw new CommandError('The node answered something else. Is it of the same version as this command?');
  return { items: answer.items, indexed: answer.indexed };
};

const rebuild = async (options: { readonly data?: string; readonly json: boolean }): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const output = createOutput(options.json);
  let count = readCount(await operator.post(`${path}/rebuild`));
  while (count.indexed < count.items) {
    const next = readCount(await operator.post(`${path}/step`));
    if (next.indexed === count.indexed && next.items === count.items)
      throw new CommandError('The index does not come further. The node’s log says why.');
    count = next;
    output.say(`${count.indexed} of ${count.items} items`);
  }
  output.result(count, (say) => say(`The index holds all ${count.items} items.`));
};

/** Adds `search` to the command. */
export const addSearch = (program: Command): void => {
  program
    .command('search')
    .description('the search index')
    .command('rebuild')
    .description(
      'read every item anew; one that was cut short is continued, and running it twice does no harm',
    )
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(rebuild);
};
