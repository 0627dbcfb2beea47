/** `tansiq serve` and `tansiq status`. */
import type { Command } from 'commander';
import { readSettings } from '../server/plumbing/config/index.ts';
import { createOutput } from './output.ts';
import { dataFolder, startFromFolder, untilToldToStop } from './serve.ts';

export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('run the node of a data folder until Ctrl-C')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print the addresses as JSON', false)
    .action(async (options: { data?: string; json: boolean }) => {
      const output = createOutput(options.json);
      const stopping = untilToldToStop();
      const node = await startFromFolder(dataFolder(options.data), output.say);
      const { address, federationAddress, settings } = node;
      output.result({ party: settings.party, address, federationAddress }, (say) => {
        say(`${settings.name.en} is served.`);
        say(`  Console and API  ${address}   (people open ${settings.publicAddress})`);
        say(`  Links            ${federationAddress}`);
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
    .action(async (options: { data?: string; json: boolean }) => {
      const settings = await readSettings(dataFolder(options.data));
      const address = `http://${settings.console.host}:${settings.console.port}`;
      const answers = await fetch(`${address}/healthz`).then(
        (response) => response.ok,
        () => false,
      );
      createOutput(options.json).result({ address, answers }, (say) =>
        say(
          answers
            ? `The node answers at ${address}.`
            : `Nothing answers at ${address}. Start it: npx tansiq serve`,
        ),
      );
      if (!answers) process.exitCode = 1;
    });
};
