/**
 * The group ristretto255 (RFC 9496) as this house uses it: libsodium's, called directly where the library is
 * installed, and its WebAssembly build otherwise. Elements and scalars are 32 bytes; `out` is written in
 * place, so that a million of them make no garbage. A `false` means that what was given is no element, or
 * that the result would be the identity: nothing may be used of it.
 */
export interface Group {
  readonly name: 'native' | 'wasm';
  /** Which build of libsodium answers. */
  readonly version: string;
  /** SHA-512 of the first `length` bytes, into the first 64 of `out`. */
  sha512(out: Uint8Array, bytes: Uint8Array, length: number): void;
  /** Maps 64 uniform bytes to an element. */
  fromHash(out: Uint8Array, uniform: Uint8Array): void;
  multiply(out: Uint8Array, scalar: Uint8Array, element: Uint8Array): boolean;
  multiplyGenerator(out: Uint8Array, scalar: Uint8Array): boolean;
  add(out: Uint8Array, one: Uint8Array, other: Uint8Array): boolean;
  /** An element, and not the identity. */
  isElement(element: Uint8Array): boolean;
  /** Reduces 64 bytes, little-endian, by the order of the group. */
  reduce(out: Uint8Array, wide: Uint8Array): void;
  multiplyScalars(out: Uint8Array, one: Uint8Array, other: Uint8Array): void;
  subtractScalars(out: Uint8Array, from: Uint8Array, what: Uint8Array): void;
  /** False for zero. */
  invert(out: Uint8Array, scalar: Uint8Array): boolean;
}

/** Bytes of an element and of a scalar. */
export const elementBytes = 32;
/** Bytes that are mapped to an element, or reduced to a scalar. */
export const uniformBytes = 64;

/** The order of the group (RFC 9496 §4), little-endian. */
const order = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
]);

export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Whether 32 bytes are a scalar in its one form: below the order of the group. */
export const isScalar = (bytes: Uint8Array): boolean => {
  if (bytes.length !== elementBytes) return false;
  for (let at = elementBytes - 1; at >= 0; at -= 1) {
    const [one, most] = [bytes[at] ?? 0, order[at] ?? 0];
    if (one !== most) return one < most;
  }
  return false;
};
