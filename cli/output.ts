/** How commands speak: lines for people, or one JSON document with --json. Errors say what to do next. */
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

/** A mistake of the caller's; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const isExpected = (error: unknown): error is Error =>
  error instanceof Fault || (error instanceof Error && /^(Command|Settings)Error$/.test(error.name));

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** The sentence for an error of the machine that people meet. */
const machineText = (error: unknown): string | null => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `${error instanceof Error ? error.message : ''}\nAnother program listens there. Stop it, or choose another port.`;
    case 'ECONNREFUSED':
      return 'The node does not answer. Start it with: npx tansiq serve';
    case 'EACCES':
      return `${error instanceof Error ? error.message : ''}\nThis user may not use that file. Choose another folder, or give it the right.`;
    default:
      return null;
  }
};

/** Prints the error and ends with exit code 1 for what was expected, 70 for a bug (sysexits). */
export const failWith = (error: unknown, json: boolean): never => {
  const text =
    error instanceof Fault ? error.text('en') : isExpected(error) ? error.message : machineText(error);
  if (json) {
    const code = error instanceof Fault ? error.code : 'command/failed';
    process.stderr.write(`${JSON.stringify({ error: { code, text: text ?? String(error) } })}\n`);
  } else if (text !== null) process.stderr.write(`tansiq: ${text}\n`);
  else process.stderr.write(`tansiq: a defect. Please report it with these lines:\n${stackOf(error)}\n`);
  process.exit(text === null ? 70 : 1);
};

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
