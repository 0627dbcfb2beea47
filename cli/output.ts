/** How commands speak: lines for people, or one JSON document with --json. Errors say what to do next. */
import { CommanderError } from 'commander';
import { Fault } from '../server/kernel/faults.ts';

export interface Output {
  /** A line for people; silent under --json. */
  say(line: string): void;
  /** The result: printed as JSON under --json, else by `show`. */
  result(value: unknown, show: (say: (line: string) => void) => void): void;
}

export const createOutput = (json: boolean): Output => ({
  say: (line) => {
    if (!json) process.stdout.write(`${line}\n`);
  },
  result: (value, show) => {
    if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    else show((line) => process.stdout.write(`${line}\n`));
  },
});

/** Exit codes: BSD's sysexits where they fit, and 128 + SIGINT for what somebody broke off. */
export const exitCodes = { done: 0, failed: 1, usage: 64, defect: 70, brokenOff: 130 } as const;

/** A mistake of the caller's; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof Error && /^(Command|Settings)Error$/.test(error.name);

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const roleAdvice = `As the superuser, with a password of your own:
  CREATE ROLE tansiq LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…';
  CREATE DATABASE tansiq OWNER tansiq;
then DATABASE_URL=postgresql://tansiq:…@host:5432/tansiq. More in docs/operating.md.`;

/** What to do about an error of the machine that people meet. */
const machineAdvice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens there. Stop it, or choose another port in tansiq.json.',
  EADDRNOTAVAIL: 'This machine has no such address. Correct the host in tansiq.json.',
  ENOTFOUND: 'There is no machine of this name. Correct the host in tansiq.json or in DATABASE_URL.',
  ECONNREFUSED: 'Nothing answers there. Start it, or correct the address.',
  EACCES: 'This user may not do that. Choose another folder or a port from 1024 on, or give the right.',
  EPERM: 'This user may not do that. Run as the user who owns the data folder.',
  ENOENT: 'There is no such file or folder. Correct the path, or mount the disk.',
  ENOTDIR: 'A part of this path is a file. Choose another folder.',
  EISDIR: 'This is a folder; name a file.',
  EROFS: 'This disk is read-only. Choose another folder.',
  // PostgreSQL's insufficient_privilege.
  42501: `The role of DATABASE_URL must own the database.\n${roleAdvice}`,
  ENOSPC: 'The disk is full. Make room, then start again.',
};

const textOf = (error: unknown): string | null => {
  if (error instanceof Fault)
    return error.code === 'database/role-too-strong'
      ? `${error.text('en')}\n${roleAdvice}`
      : error.text('en');
  if (isExpected(error)) return error.message;
  const advice = machineAdvice[codeOf(error) ?? ''];
  return advice === undefined || !(error instanceof Error) ? null : `${error.message}\n${advice}`;
};

const describe = (error: unknown): { code: string; text: string; exitCode: number } => {
  if (error instanceof CommanderError) {
    const text = error.message.replace(/^error: /, '').replace('(outputHelp)', 'Name a command.');
    return { code: 'command/usage', text, exitCode: exitCodes.usage };
  }
  const text = textOf(error);
  if (text === null) return { code: 'command/defect', text: String(error), exitCode: exitCodes.defect };
  const code = error instanceof Fault ? error.code : 'command/failed';
  return { code, text, exitCode: error instanceof CommandError ? error.exitCode : exitCodes.failed };
};

/** Prints the error, as JSON on standard error with --json, and ends with its exit code. */
export const failWith = (error: unknown, json: boolean): never => {
  // Help and version are asked for in the same way as a mistake is reported.
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(exitCodes.done);
  const { code, text, exitCode } = describe(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: { code, text } })}\n`);
  else if (exitCode === exitCodes.defect)
    process.stderr.write(`tansiq: a defect. Please report it with these lines:\n${stackOf(error)}\n`);
  // Commander has said for itself what was wrong with the command line.
  else if (!(error instanceof CommanderError)) process.stderr.write(`tansiq: ${text}\n`);
  process.exit(exitCode);
};

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
