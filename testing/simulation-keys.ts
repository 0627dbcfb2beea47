/** Keys that outlive a simulated power cut and wait for no disk: only the seed decides what comes next. */
import { generateKeyPairSync } from 'node:crypto';
import type { Keys } from '../server/plumbing/keys/index.ts';
import { signText } from '../server/plumbing/keys/signature.ts';

type Pair = Pick<Keys, 'publicKey' | 'sign'>;

const makePair = (): Pair => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = privateKey.export({ format: 'jwk' }).x ?? '';
  return { publicKey, sign: (text) => signText(privateKey, text) };
};

/** Begins with the keys that it is given; hand-overs stay in memory. */
export const keepInMemory = (first: Keys): Keys => {
  let current: Pair = first;
  let next: Pair | null = null;
  return {
    tls: first.tls,
    get publicKey() {
      return current.publicKey;
    },
    sign: (text) => current.sign(text),
    prepareNext: async () => {
      next ??= makePair();
      return next;
    },
    adoptNext: async () => {
      current = next ?? current;
      next = null;
    },
  };
};
