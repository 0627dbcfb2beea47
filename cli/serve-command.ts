/** `tansiq serve` and `tansiq status`. */
import type { Command } from 'commander';
import { isObject } from '../server/kernel/canonical.ts';
import { readSettings } from '../server/plumbing/config/index.ts';
import { consoleAddress, findOperator } from './operator.ts';
import { createOutput, exitCodes } from './output.ts';
import { dataFolder, startFromFolder, untilToldToStop } from './serve.ts';

const countLinks = (links: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const link of links)
    if (isObject(link)) counts[String(link.state)] = (counts[String(link.state)] ?? 0) + 1;
  return counts;
};

const showStatus = async (options: { data?: string; json: boolean }): Promise<void> => {
  const folder = dataFolder(options.data);
  const settings = await readSettings(folder);
  const operator = await findOperator(folder);
  const answer = await operator?.get('/operator/links');
  const isAnswering = isObject(answer) && Array.isArray(answer.links);
  const links = countLinks(isAnswering && Array.isArray(answer.links) ? answer.links : []);
  const address = consoleAddress(settings);
  const status = { party: settings.party, name: settings.name.en, address, answers: isAnswering, links };
  createOutput(options.json).result(status, (say) => {
    if (!isAnswering) {
      say(`${settings.name.en} does not answer at ${address}. Start it: npx tansiq serve --data ${folder}`);
      return;
    }
    const counts = Object.entries(links).map(([state, count]) => `${count} ${state}`);
    say(`${settings.name.en} answers at ${address}. Links: ${counts.join(', ') || 'none yet'}.`);
  });
  if (!isAnswering) process.exitCode = exitCodes.failed;
};

export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('run the node of a data folder until Ctrl-C')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print the addresses as JSON', false)
    .action(async (options: { data?: string; json: boolean }) => {
      const output = createOutput(options.json);
      const stopping = untilToldToStop();
      const folder = dataFolder(options.data);
      const node = await startFromFolder(folder, output.say);
      const { address, federationAddress, settings } = node;
      output.result({ party: settings.party, address, federationAddress }, (say) => {
        say(`${settings.name.en} is served.`);
        say(`  Console and API  ${address}   (people open ${settings.publicAddress})`);
        say(`  Links            ${federationAddress}`);
        say(`  Partners         npx tansiq pair --data ${folder} <address of a partner’s node>`);
        say('Stop with Ctrl-C.');
      });
      await stopping;
      output.say('\nStopping…');
      await node.stop();
    });
  program
    .command('status')
    .description('say whether the node of a data folder answers')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(showStatus);
};
