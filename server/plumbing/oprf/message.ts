/** A message put together in place, to be hashed: a million of them make no garbage. */
export interface Message {
  /** Begins anew after the first `kept` bytes. */
  begin(kept: number): void;
  put(part: Uint8Array): void;
  /** I2OSP(value, 2). */
  putLength(value: number): void;
  /** The part preceded by its length (RFC 9497 §1.2). */
  putCounted(part: Uint8Array): void;
  /** Its room, of which the first `length` bytes are the message. */
  room(): Uint8Array;
  length(): number;
}

const firstRoom = 1_024;

/** A message with room that grows as it must. */
export const createMessage = (): Message => {
  let bytes = new Uint8Array(firstRoom);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(2 * (length + more));
    larger.set(bytes);
    bytes = larger;
  };
  const put = (part: Uint8Array): void => {
    reserve(part.length);
    bytes.set(part, length);
    length += part.length;
  };
  const putLength = (value: number): void => {
    reserve(2);
    bytes[length] = value >> 8;
    bytes[length + 1] = value & 0xff;
    length += 2;
  };
  return {
    begin: (kept) => {
      length = kept;
    },
    put,
    putLength,
    putCounted: (part) => {
      putLength(part.length);
      put(part);
    },
    room: () => bytes,
    length: () => length,
  };
};
