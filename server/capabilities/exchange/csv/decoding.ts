/** From the bytes of a file to its text, in the encodings that spreadsheets write. Pure. */
import type { CsvEncoding } from './contract.ts';

export interface Decoded {
  readonly encoding: CsvEncoding;
  readonly text: string;
}

// 0x80 to 0x9F of Windows-1252 (WHATWG Encoding); the decoder of Node 20 takes them for controls.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const mendControls = (text: string): string =>
  text.replaceAll(/[\u0080-\u009F]/g, (control) => upper[control.charCodeAt(0) - 0x80] ?? control);

const decodeAs = (bytes: Uint8Array, encoding: CsvEncoding): Decoded => ({
  encoding,
  // A byte order mark is no part of the text: TextDecoder takes it off.
  text:
    encoding === 'windows-1252'
      ? mendControls(new TextDecoder(encoding).decode(bytes))
      : new TextDecoder(encoding).decode(bytes),
});

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** How much of a file is looked at to recognise what it is. */
const lookedAt = 64 * 1024;

/** Of zeros on the other side so many times fewer. */
const lopsided = 20;

/**
 * UTF-16 without a mark: of Latin letters, separators and line ends one byte of two is zero, always the same
 * one, and read so it has no controls. Other files have zeros too, on both sides.
 */
const utf16Of = (bytes: Uint8Array): CsvEncoding | null => {
  const head = bytes.subarray(0, lookedAt);
  let [even, odd] = [0, 0];
  for (const [place, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const [more, less] = [Math.max(even, odd), Math.min(even, odd)];
  if (more === 0 || less * lopsided > more || bytes.length % 2 !== 0) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return /(?![\t\n\r])\p{Cc}|\uFFFD/u.test(decodeAs(head, encoding).text) ? null : encoding;
};

/**
 * Windows-1256 has the small letters of French where Windows-1252 has them, so only Arabic words tell: two
 * Arabic letters or more that stand together, and not within a Latin word.
 */
const isArabicPage = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('windows-1256').decode(bytes.subarray(0, lookedAt));
  const words = text.match(/\p{Script=Arabic}+/gu) ?? [];
  const arabic = words.filter((word) => word.length >= 2).length;
  const mixed = text.match(/\p{Script=Latin}\p{Script=Arabic}|\p{Script=Arabic}\p{Script=Latin}/gu) ?? [];
  return arabic > mixed.length;
};

const recognise = (bytes: Uint8Array): CsvEncoding => {
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = utf16Of(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return isArabicPage(bytes) ? 'windows-1256' : 'windows-1252';
};

/** The text of a file, in the encoding that is named or else recognised. */
export const decodeText = (bytes: Uint8Array, encoding: CsvEncoding | null): Decoded =>
  decodeAs(bytes, encoding ?? recognise(bytes));
