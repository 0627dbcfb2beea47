/** What kind of file it is, in a reader's words, from its media type. */
export type FileKind =
  | 'picture'
  | 'pdf'
  | 'document'
  | 'table'
  | 'slides'
  | 'text'
  | 'data'
  | 'page'
  | 'mail'
  | 'archive'
  | 'sound'
  | 'film'
  | 'program'
  | 'other';

// The first that fits, counts.
const patterns: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\//, 'picture'],
  [/^audio\//, 'sound'],
  [/^video\//, 'film'],
  [/^application\/pdf$/, 'pdf'],
  [/wordprocessingml|opendocument\.text|msword|rtf|epub/, 'document'],
  [/spreadsheetml|opendocument\.spreadsheet|ms-excel|^text\/csv$/, 'table'],
  [/presentationml|opendocument\.presentation|ms-powerpoint/, 'slides'],
  [/^message\/rfc822$|vnd\.ms-outlook/, 'mail'],
  [/^text\/html$/, 'page'],
  [/json|xml$/, 'data'],
  [/x-script|x-msdownload|x-elf|mach-binary|java-archive|android\.package|shortcut|x-msi|wasm/, 'program'],
  [/zip|x-tar|x-7z|rar|x-bzip2|x-xz|zstd|x-lz|cab/, 'archive'],
  [/^text\//, 'text'],
];

export const kindOf = (mimeType: string): FileKind =>
  patterns.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'other';
