/** `tansiq search rebuild`: the search index of a running node made anew. */
import type { Command } from 'commander';
import { isObject } from '../server/kernel/canonical.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder } from './serve.ts';

const path = '/operator/search';

interface Count {
  readonly items: number;
  readonly indexed: number;
  readonly readNow: number;
}

const readCount = (answer: unknown): Count => {
  const { items, indexed, readNow } = isObject(answer) ? answer : {};
  if (typeof items !== 'number' || typeof indexed !== 'number' || typeof readNow !== 'number')
    throw new CommandError('The node answered something else. Is it of the same version as this command?');
  return { items, indexed, readNow };
};

const rebuild = async (options: { readonly data?: string; readonly json: boolean }): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const output = createOutput(options.json);
  let count = readCount(await operator.post(`${path}/rebuild`));
  while (count.indexed < count.items) {
    const next = readCount(await operator.post(`${path}/step`));
    // The last items may be whole before this step: the node reads on by itself as well.
    if (next.readNow === 0 && next.indexed === count.indexed && next.indexed < next.items)
      throw new CommandError('The index does not come further. The node’s log says why.');
    count = next;
    const { items, indexed } = count;
    process.stderr.write(
      options.json ? `${JSON.stringify({ items, indexed })}\n` : `${indexed} of ${items} items\n`,
    );
  }
  const { items, indexed } = count;
  output.result({ items, indexed }, (say) => say(`The index holds all ${items} items.`));
};

/** Progress goes to standard error, so that the result stands alone. Adds `search` to the command. */
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
