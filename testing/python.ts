/** Python programs for tests, in an environment that is made once and kept in `.tansiq/`. */
import { execFile, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { houseFolder } from '../server/node-database.ts';

const run = promisify(execFile);
const root = houseFolder();

/** The interpreter of the environment that `list` names; throws with what is missing where there is none. */
export const pythonWith = async (list: string, name: string): Promise<string> => {
  const folder = join(root, '.tansiq', 'python', name);
  await mkdir(dirname(folder), { recursive: true });
  await run(join(root, 'scripts', 'install-python-packages.sh'), [folder, join(root, list)]);
  return join(folder, 'bin', 'python');
};

/** Runs a program with JSON on its standard input; what it wrote, or its errors as an exception. */
export const runPython = (python: string, program: string, given: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = spawn(python, [join(root, program)]);
    const [out, errors]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (part: string) => out.push(part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => errors.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out.join('')));
      else reject(new Error(`${program} ended with ${code}: ${errors.join('')}`));
    });
    child.stdin.end(JSON.stringify(given));
  });
