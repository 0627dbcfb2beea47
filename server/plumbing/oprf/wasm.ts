/** libsodium compiled to WebAssembly: half as fast, and runs wherever Node does. */
import { hash } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { type Group, isZero } from './group.ts';

/** Writes the result, or answers false where libsodium refuses. */
const into = (out: Uint8Array, work: () => Uint8Array): boolean => {
  try {
    out.set(work());
    return true;
  } catch {
    return false;
  }
};

/** Compiles it, once in a thread. */
export const openWasm = async (): Promise<Group> => {
  await sodium.ready;
  return {
    name: 'wasm',
    version: `libsodium ${sodium.SODIUM_VERSION_STRING}`,
    sha512: (out, bytes, length) => out.set(hash('sha512', bytes.subarray(0, length), 'buffer')),
    fromHash: (out, uniform) => out.set(sodium.crypto_core_ristretto255_from_hash(uniform)),
    multiply: (out, scalar, element) =>
      into(out, () => sodium.crypto_scalarmult_ristretto255(scalar, element)),
    multiplyGenerator: (out, scalar) => into(out, () => sodium.crypto_scalarmult_ristretto255_base(scalar)),
    add: (out, one, other) => into(out, () => sodium.crypto_core_ristretto255_add(one, other)),
    isElement: (element) => sodium.crypto_core_ristretto255_is_valid_point(element) && !isZero(element),
    reduce: (out, wide) => out.set(sodium.crypto_core_ristretto255_scalar_reduce(wide)),
    multiplyScalars: (out, one, other) => out.set(sodium.crypto_core_ristretto255_scalar_mul(one, other)),
    subtractScalars: (out, from, what) => out.set(sodium.crypto_core_ristretto255_scalar_sub(from, what)),
    invert: (out, scalar) => into(out, () => sodium.crypto_core_ristretto255_scalar_invert(scalar)),
  };
};
