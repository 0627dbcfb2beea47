import { defineConfig } from 'vitest/config';
import { LongestFirst } from './testing/sequence.ts';

const folders = ['server', 'console', 'testing', 'cli', 'demo', 'scripts', 'protocol', 'bench'];

export default defineConfig({
  test: {
    environment: 'node',
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/.worktrees/**', '**/dist/**'],
    reporters: ['default', './testing/summary-reporter.ts'],
    globalSetup: ['testing/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // A worker keeps the modules it has read, one file after another: nothing in them may hold the state of a
    // test. What starts and ends processes of its own does not notice either way.
    isolate: false,
    // One more than the two cores of CI: while a file waits (for a node to start, for a partner's next
    // attempt), another works.
    maxWorkers: 3,
    // Three files run beside each other, and many start nodes: what hangs is found all the same.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
