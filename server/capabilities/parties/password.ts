/** Passwords: Argon2id (RFC 9106) with the OWASP parameters. */
import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { argonParameters } from './limits.ts';

/** The PHC text that is stored; the package's default algorithm is Argon2id. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), argonParameters);

/** True when the stored hash was made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(stored);
  return (
    memoryCost !== argonParameters.memoryCost ||
    timeCost !== argonParameters.timeCost ||
    parallelism !== argonParameters.parallelism ||
    outputLen !== argonParameters.outputLen
  );
};

export interface Passwords {
  /** Checks against the stored hash; with none, does the same work and says no: time tells nothing. */
  check(stored: string | null, password: string): Promise<boolean>;
}

export const createPasswords = async (): Promise<Passwords> => {
  const decoy = await hashPassword(randomBytes(32).toString('base64url'));
  return {
    check: async (stored, password) => {
      const matches = await verify(stored ?? decoy, password.normalize('NFC'));
      return stored !== null && matches;
    },
  };
};
