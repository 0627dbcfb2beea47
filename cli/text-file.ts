/** A file of lines as people keep them: UTF-8, or UTF-16 with its mark; else it is said what to do. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { CommandError } from './output.ts';

/** Some ten million names. */
const largestBytes = 268_435_456;
const mebibyte = 1_048_576;

/** UTF-16 says so by its first two bytes. */
const utf16Of = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

/** The first line that no UTF-8 has. */
const unreadableLine = (bytes: Buffer): number => {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const at = bytes.indexOf('\n', from);
    const to = at === -1 ? bytes.length : at;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
};

/** The text of a file, without its byte order mark. Throws CommandError with what to do. */
export const readText = (path: string): string => {
  const { size } = statSync(path);
  if (size > largestBytes)
    throw new CommandError(`${path} is larger than ${largestBytes / mebibyte} MiB. Split it.`);
  const bytes = readFileSync(path);
  const wide = utf16Of(bytes);
  if (wide === null && !isUtf8(bytes))
    throw new CommandError(
      `${path} is not UTF-8 (line ${unreadableLine(bytes)}). Save it as UTF-8; if it is Arabic from ` +
        `Windows: iconv -f WINDOWS-1256 -t UTF-8 ${path} > utf8.txt`,
    );
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes);
  const at = text.indexOf('\0');
  if (at !== -1)
    throw new CommandError(
      `${path} is no text: line ${text.slice(0, at).split('\n').length} holds a zero byte. ` +
        'If it is UTF-16 without a mark: ' +
        `iconv -f UTF-16LE -t UTF-8 ${path} > utf8.txt`,
    );
  return text;
};
