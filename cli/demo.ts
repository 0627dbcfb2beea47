/** `tansiq demo`: the demo world, and where to find it. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { demoPassword } from '../demo/accounts.ts';
import { runDemoNode } from '../demo/node.ts';
import { notice } from '../demo/scenario/index.ts';
import { type DemoWorld, startDemo } from '../demo/world.ts';
import { wholeNumber } from './arguments.ts';
import { createOutput, exitCodes } from './output.ts';
import { untilToldToStop } from './serve.ts';

const mostOffset = 50_000;
const portOffset = wholeNumber(0, mostOffset);

const show = (world: DemoWorld, seconds: string, say: (line: string) => void): void => {
  say('');
  say(`The demo world is ready after ${seconds} s. ${notice.en}`);
  say('');
  for (const node of world.nodes) say(`  ${node.country}  ${node.url}`);
  say('');
  say(`Every account has the password ${demoPassword}:`);
  const roles = Object.keys(world.nodes[0]?.accounts ?? {});
  for (const role of roles) {
    const emails = world.nodes.map((node) => node.accounts[role]?.email ?? '');
    say(`  ${role.padEnd(24)} ${emails.join('  ')}`);
  }
  say('');
  say(`Tokens for scripts: ${world.accountsFile}`);
  say('Stop with Ctrl-C. The world is kept; npm start -- --fresh begins anew.');
};

export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('start the demo world: France, Morocco and Spain on this machine')
    .option('--data <folder>', 'where the demo world is kept', '.tansiq/demo')
    .option('--fresh', 'delete what the demo world holds and begin anew', false)
    .option(
      '--port-offset <number>',
      'added to the ports 7001, 7002, 7003 and those of the links',
      portOffset,
    )
    .option('--json', 'print the addresses and accounts as JSON', false)
    .action(async (options: { data: string; fresh: boolean; portOffset?: number; json: boolean }) => {
      const began = Date.now();
      const output = createOutput(options.json);
      const stopping = untilToldToStop();
      const world = await startDemo({
        folder: resolve(options.data),
        fresh: options.fresh,
        portOffset: options.portOffset ?? null,
        program: process.argv[1] ?? '',
        say: output.say,
        stopping,
      });
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      output.result({ accountsFile: world.accountsFile, nodes: world.nodes }, (say) =>
        show(world, seconds, say),
      );
      const why = await Promise.race([stopping, world.broken]);
      output.say(why.startsWith('SIG') ? '\nStopping…' : why);
      await world.stop();
      output.say('Stopped.');
      if (!why.startsWith('SIG')) process.exitCode = exitCodes.failed;
    });
  program
    .command('demo-node <name>', { hidden: true })
    .requiredOption('--data <folder>')
    .action((name: string, options: { data: string }) => runDemoNode(name, options.data));
};
