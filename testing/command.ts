/** Runs the command as people do: in a process of its own, built first where it is not fresh. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from './until.ts';

const root = join(import.meta.dirname, '..');
const endWithinMs = 60_000;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

interface StartChoice {
  readonly program?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  output(): string;
  errors(): string;
  readonly ended: Promise<Ended>;
}

const environmentOf = (changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(
    ([key]) => !key.startsWith('TANSIQ_') && key !== 'DATABASE_URL',
  );
  return { ...Object.fromEntries(kept), ...changes };
};

/**
 * Starts `tansiq` with these words; a process group of its own, which a test may interrupt as a terminal
 * would.
 */
export const startCommand = (
  words: readonly string[],
  { program = join(root, 'bin/tansiq.mjs'), environment = {} }: StartChoice = {},
): RunningCommand => {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
  return { process: child, output: () => output, errors: () => errors, ended };
};

/** Runs it to its end; one that does not end is killed, which the code `null` shows. */
export const runCommand = async (
  words: readonly string[],
  given: { environment?: Readonly<Record<string, string>> } = {},
): Promise<Ended> => {
  const running = startCommand(words, given);
  const timer = setTimeout(() => running.process.kill('SIGKILL'), endWithinMs);
  const ended = await running.ended;
  clearTimeout(timer);
  return ended;
};

/** Waits until it has printed the text. */
export const awaitOutput = (
  running: RunningCommand,
  text: string,
  withinMs = endWithinMs,
): Promise<unknown> =>
  until(
    () => {
      if (running.process.exitCode !== null) throw new Error(`it ended: ${running.errors()}`);
      return running.output().includes(text);
    },
    { withinMs },
  );

/** Ctrl-C in a terminal: the whole process group hears it. */
export const interrupt = (running: RunningCommand): void => {
  const { pid, exitCode } = running.process;
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGINT');
};
