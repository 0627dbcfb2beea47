/** Kinds of text, which have no first bytes to be told by. Pure. */
import { readJson } from '../../kernel/canonical.ts';

interface TextKind {
  readonly mimeType: string;
  readonly ending: string;
}

/** Characters that text does not hold. */
const control = /[^\P{Cc}\s]/u;

/** The text of a sample in UTF-8 or UTF-16 with its mark; null where it is no text. */
const decode = (sample: Buffer): string | null => {
  const isUtf16 =
    sample.length >= 2 && (sample.readUInt16BE(0) === 0xfffe || sample.readUInt16BE(0) === 0xfeff);
  const encoding = !isUtf16 ? 'utf-8' : sample[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    // The sample may end within a character: `stream` does not mind.
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return control.test(text) ? null : text;
  } catch {
    return null;
  }
};

const headerLine =
  /^(from|to|subject|date|received|message-id|return-path|mime-version|delivered-to|x-[a-z-]+):/i;

/** An e-mail as it is kept (RFC 5322): its first lines are header fields, among them one that says so. */
const isMail = (text: string): boolean => {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s/.test(line));
  const head = lines.slice(0, 3);
  return (
    head.length >= 2 &&
    head.every((line) => /^[!-9;-~]+:/.test(line)) &&
    lines.some((line) => headerLine.test(line))
  );
};

/** Lines with the same number of the same separator, and at least one of them. */
const isTable = (text: string): boolean => {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, 10);
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  return [',', ';', '\t'].some((separator) => {
    const counts = new Set(whole.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length));
    const [count] = counts;
    return whole.length >= 2 && counts.size === 1 && count !== undefined && count > 1;
  });
};

/** What text this is; the ending of its name decides only between kinds that the content allows. */
export const sniffText = (sample: Buffer, ending: string): TextKind | null => {
  const text = decode(sample);
  if (text === null) return null;
  const start = text.replace(/^\ufeff/, '').trimStart();
  const opening = start.slice(0, 2_000).toLowerCase();
  if (start.startsWith('#!')) return { mimeType: 'text/x-script', ending: 'sh' };
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(opening))
    return { mimeType: 'image/svg+xml', ending: 'svg' };
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|script|iframe)\b/.test(opening))
    return { mimeType: 'text/html', ending: 'html' };
  // Cursor on Target has no registered type: it is XML with one root.
  if (/^(<\?xml[^>]*>\s*)?<event\s[^>]*\buid=/.test(opening))
    return { mimeType: 'application/xml', ending: 'cot' };
  if (start.startsWith('<?xml')) return { mimeType: 'application/xml', ending: 'xml' };
  if (/^[[{]/.test(start) && (readJson(start) !== null || ending === 'json'))
    return { mimeType: 'application/json', ending: 'json' };
  if (isMail(start)) return { mimeType: 'message/rfc822', ending: 'eml' };
  if (ending === 'csv' || isTable(start)) return { mimeType: 'text/csv', ending: 'csv' };
  return { mimeType: 'text/plain', ending: 'txt' };
};
