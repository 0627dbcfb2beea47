/** Many byte strings in one, as they are handed to a thread without being copied one by one. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each begins; one more at the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const bytesOfUnit = 3;
const encoder = new TextEncoder();

/** Packs texts as UTF-8. */
export const pack = (texts: readonly string[]): Packed => {
  const starts = new Uint32Array(texts.length + 1);
  const room = texts.reduce((sum, text) => sum + text.length, 0) * bytesOfUnit;
  const bytes = new Uint8Array(room);
  let end = 0;
  for (const [at, text] of texts.entries()) {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    starts[at + 1] = end;
  }
  return { bytes: bytes.slice(0, end), starts };
};

export const unpack = ({ bytes, starts }: Packed): readonly Uint8Array[] =>
  Array.from({ length: starts.length - 1 }, (_, at) => bytes.subarray(starts[at], starts[at + 1]));
