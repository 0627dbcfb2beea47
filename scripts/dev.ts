/**
 * `npm run dev`: the demo nodes and the console, both renewed while one works. A change of the server
 * builds the command again and starts the nodes anew on the same data; the console is Vite's, with the
 * first node behind it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { context } from 'esbuild';
import { createServer } from 'vite';
import { commandBuild } from './command-build.ts';

const root = join(import.meta.dirname, '..');
let nodes: ChildProcess | null = null;
let turn: Promise<void> = Promise.resolve();
let isEnding = false;

const end = async (): Promise<void> => {
  const running = nodes;
  nodes = null;
  if (running === null || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
};

const startAnew = async (): Promise<void> => {
  await end();
  if (isEnding) return;
  // A process group of its own: Ctrl-C is heard here, and passed on in order.
  nodes = spawn(process.execPath, [join(root, 'dist/tansiq.mjs'), 'demo', ...process.argv.slice(2)], {
    stdio: 'inherit',
    detached: true,
  });
};

const builder = await context({
  ...commandBuild,
  plugins: [
    {
      name: 'start the nodes anew',
      setup: (build) =>
        build.onEnd(({ errors }) => {
          if (errors.length === 0) turn = turn.then(startAnew);
        }),
    },
  ],
});
await builder.watch();
const vite = await createServer({ configFile: join(root, 'vite.config.ts') });
await vite.listen();
vite.printUrls();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, async () => {
    isEnding = true;
    await Promise.all([vite.close(), builder.dispose(), turn.then(end)]);
    process.exit(0);
  });
