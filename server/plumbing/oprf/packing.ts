/** Many byte strings in one, as they are handed to a thread without being copied one by one. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each begins; one more at the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** Packs texts as UTF-8. */
export const pack = (texts: readonly string[]): Packed => {
  const parts = texts.map((text) => Buffer.from(text, 'utf8'));
  const starts = new Uint32Array(parts.length + 1);
  for (const [at, part] of parts.entries()) starts[at + 1] = (starts[at] ?? 0) + part.length;
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  for (const [at, part] of parts.entries()) bytes.set(part, starts[at]);
  return { bytes, starts };
};

export const unpack = ({ bytes, starts }: Packed): readonly Uint8Array[] =>
  Array.from({ length: starts.length - 1 }, (_, at) => bytes.subarray(starts[at], starts[at + 1]));
