/** Runs a piece of TypeScript in a process of its own, for what can only be seen from two processes. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface RunningScript {
  readonly process: ChildProcess;
  /** Standard output so far. */
  output(): string;
  /** When the process has ended, however it did. `failure` is what it wrote to standard error. */
  readonly ended: Promise<{ code: number | null; output: string; failure: string }>;
}

/** Starts the module text with the TypeScript loader. Import by absolute URL. */
export const runScript = (text: string): RunningScript => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let failure = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    failure += String(chunk);
  });
  const ended = new Promise<{ code: number | null; output: string; failure: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim(), failure: failure.trim() }));
  });
  return { process: child, output: () => output, ended };
};
