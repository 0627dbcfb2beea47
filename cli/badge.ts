/** `tansiq badge verify`: checks the code of a badge by its service's public key, without a network. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  type BadgeCheck,
  type BadgeKeys,
  checkBadge,
  openRevocations,
  readBadgeKeys,
} from '../server/capabilities/assistance/index.ts';
import { isObject } from '../server/kernel/canonical.ts';
import { dayOf, isDay, systemClock } from '../server/kernel/time.ts';
import { verifySignature } from '../server/plumbing/keys/index.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';

interface Options {
  readonly key: string;
  readonly revoked?: string;
  readonly day?: string;
  readonly json: boolean;
}

const read = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CommandError(`There is no readable file ${path}.`, exitCodes.usage);
  });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The file as the node gives it at /api/assistance/badge-keys. */
const readKeys = async (path: string): Promise<BadgeKeys & { readonly revoked: string | null }> => {
  const file = parse(await read(path));
  const keys = readBadgeKeys(file);
  if (keys === null)
    throw new CommandError(
      `${path} holds no keys. Save what the node answers at /api/assistance/badge-keys, and give that file.`,
      exitCodes.usage,
    );
  return { ...keys, revoked: isObject(file) && typeof file.revoked === 'string' ? file.revoked : null };
};

const check = async (key: string, text: string, signature: string): Promise<boolean> =>
  verifySignature(key, text, signature);
const hash = async (text: string): Promise<string> =>
  createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');

const says: { readonly [Verdict in BadgeCheck['verdict']]: string } = {
  valid: 'VALID',
  unreadable: 'NOT VALID: this is no code of a badge, or a part of it is missing',
  forged: 'NOT VALID: the signature is not that of the service',
  'former-key': 'NOT VALID: a key that the service no longer uses signed it',
  'other-service': 'NOT VALID HERE: another service issued it; check it with that service’s key',
  'not-yet': 'NOT VALID: its first day has not come',
  expired: 'NOT VALID: its last day is over',
  revoked: 'NOT VALID: it was revoked',
};

const verify = async (code: string, options: Options): Promise<void> => {
  const day = options.day ?? dayOf(systemClock.now());
  if (!isDay(day)) throw new CommandError('--day is a day: 2024-07-26.', exitCodes.usage);
  const keys = await readKeys(options.key);
  const carried = options.revoked === undefined ? keys.revoked : (await read(options.revoked)).trim();
  const revoked = carried === null ? null : await openRevocations(carried, keys, check);
  if (carried !== null && revoked === null)
    throw new CommandError('The list of revoked badges is not signed by the service whose key you gave.');
  const text = code === '-' ? (await read('/dev/stdin')).trim() : code;
  const { verdict, statement } = await checkBadge(text, { keys, today: day, revoked, check, hash });
  const listedAt = revoked?.t ?? null;
  createOutput(options.json).result({ verdict, statement, revokedListOf: listedAt }, (say) => {
    say(says[verdict]);
    if (statement !== null) {
      say(`${statement.n}  ·  ${statement.s}  ·  ${statement.r}`);
      say(`badge ${statement.b}, ${statement.f} to ${statement.u}, ${statement.w ? 'ARMED' : 'unarmed'}`);
      if (statement.z.length > 0) say(`zones: ${statement.z.join(', ')}`);
      if (statement.k.length > 0) say(`powers, beside his host officer only: ${statement.k.join(', ')}`);
    }
    say(listedAt === null ? 'No list of revoked badges was looked at.' : `Revoked badges as of ${listedAt}.`);
  });
  if (verdict !== 'valid') process.exitCode = exitCodes.failed;
};

export const addBadge = (program: Command): void => {
  const badge = program.command('badge').description('badges of visiting officers');
  badge
    .command('verify')
    .description('checks the code of a badge without a network; exit code 1 where it is not valid')
    .argument('<code>', 'what the QR code on the badge says; - reads it from the input')
    .requiredOption(
      '--key <file>',
      'the keys of the service, as its node gives them at /api/assistance/badge-keys',
    )
    .option('--revoked <file>', 'a later list of revoked badges than the one in the key file')
    .option('--day <day>', 'the day to check for; today unless given')
    .option('--json', 'one JSON document', false)
    .action((code: string, options: Options) => verify(code, options));
};
