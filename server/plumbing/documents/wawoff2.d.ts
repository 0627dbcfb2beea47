/** What is used of a package that declares no types. */
declare module 'wawoff2' {
  /** Unpacks a WOFF2 font to TrueType; what it gives is overwritten by the next call. */
  export const decompress: (packed: Uint8Array) => Promise<Uint8Array>;
}
