/** Files that are no text at all: what people choose by mistake. Pure. */
import { decodeText } from '../../exchange/index.ts';
import type { RowWord } from './row-words.ts';

/** How such files begin. */
const beginnings: readonly (readonly [mark: readonly number[], kind: 'workbook' | 'zip' | 'other'])[] = [
  // ZIP, of which .xlsx and .ods are made; and the compound file of an .xls.
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0x1f, 0x8b], 'other'],
  [[0x89, 0x50, 0x4e, 0x47], 'other'],
  [[0xff, 0xd8, 0xff], 'other'],
  [[0x47, 0x49, 0x46, 0x38], 'other'],
  [[0x25, 0x50, 0x44, 0x46], 'other'],
];
/** Bytes of an archive in which the names of its first parts stand. */
const lookedAt = 4_096;
const isWorkbook = (bytes: Uint8Array): boolean =>
  /xl\/|\[Content_Types\]|opendocument\.spreadsheet/.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, lookedAt)),
  );

/** What it is instead; null where it may be a text. */
export const foreignOf = (bytes: Uint8Array): RowWord | null => {
  const kind = beginnings.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? null;
  if (kind === 'workbook' || (kind === 'zip' && isWorkbook(bytes))) return 'is-workbook';
  if (kind !== null) return 'is-other';
  return decodeText(bytes.subarray(0, lookedAt), null).text.includes('\0') ? 'is-other' : null;
};
