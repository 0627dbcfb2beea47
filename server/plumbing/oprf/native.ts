/** libsodium where it is installed, called without a compiler: koffi brings the way into a C library. */
import { createRequire } from 'node:module';
import { type Group, isZero } from './group.ts';

const require = createRequire(import.meta.url);

/** Where Debian, other Linux systems and macOS keep it; the loader searches its own folders. */
const names: readonly string[] = ['libsodium.so.23', 'libsodium.so.26', 'libsodium.so', 'libsodium.dylib'];

type Koffi = typeof import('koffi');

const load = (koffi: Koffi) => {
  for (const name of names)
    try {
      return koffi.load(name);
    } catch {
      // The next name; none of them: WebAssembly.
    }
  return null;
};

const bind = (library: NonNullable<ReturnType<typeof load>>): Group => {
  const call = (name: string, parameters: string) => library.func(`int ${name}(${parameters})`);
  const core = 'crypto_core_ristretto255';
  const multiply = call('crypto_scalarmult_ristretto255', 'void *q, const void *n, const void *p');
  const multiplyGenerator = call('crypto_scalarmult_ristretto255_base', 'void *q, const void *n');
  const add = call(`${core}_add`, 'void *r, const void *p, const void *q');
  const fromHash = call(`${core}_from_hash`, 'void *p, const void *r');
  const isValid = call(`${core}_is_valid_point`, 'const void *p');
  const invert = call(`${core}_scalar_invert`, 'void *r, const void *s');
  const reduce = library.func(`void ${core}_scalar_reduce(void *r, const void *s)`);
  const multiplyScalars = library.func(`void ${core}_scalar_mul(void *z, const void *x, const void *y)`);
  const subtractScalars = library.func(`void ${core}_scalar_sub(void *z, const void *x, const void *y)`);
  const sha512 = call('crypto_hash_sha512', 'void *out, const void *in, unsigned long long length');
  const version = String(library.func('const char *sodium_version_string()')());
  return {
    name: 'native',
    version: `libsodium ${version}`,
    sha512: (out, bytes, length) => void sha512(out, bytes, length),
    fromHash: (out, uniform) => void fromHash(out, uniform),
    multiply: (out, scalar, element) => multiply(out, scalar, element) === 0,
    multiplyGenerator: (out, scalar) => multiplyGenerator(out, scalar) === 0,
    add: (out, one, other) => add(out, one, other) === 0,
    isElement: (element) => isValid(element) === 1 && !isZero(element),
    reduce: (out, wide) => void reduce(out, wide),
    multiplyScalars: (out, one, other) => void multiplyScalars(out, one, other),
    subtractScalars: (out, from, what) => void subtractScalars(out, from, what),
    invert: (out, scalar) => invert(out, scalar) === 0,
  };
};

/** The installed library; null where there is none, or koffi has no build for this machine. */
export const openNative = (): Group | null => {
  try {
    const koffi: Koffi = require('koffi');
    const library = load(koffi);
    if (library === null || library.func('int sodium_init()')() < 0) return null;
    return bind(library);
  } catch {
    return null;
  }
};
