/** What the name of a file says, and where it says something else than the content. Pure. */

/** The ending of a name in lower case, without its dot; empty where there is none. */
export const endingOf = (fileName: string): string => {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  return dot > 0
    ? last
        .slice(dot + 1)
        .toLowerCase()
        .trim()
    : '';
};

const programEndings: readonly string[] = [
  'exe',
  'com',
  'scr',
  'pif',
  'cpl',
  'msi',
  'msix',
  'dll',
  'sys',
  'lnk',
  'jar',
  'apk',
  'app',
  'dmg',
  'deb',
  'rpm',
  'appimage',
  'gadget',
  'xll',
];
const scriptEndings: readonly string[] = [
  'bat',
  'cmd',
  'ps1',
  'psm1',
  'vbs',
  'vbe',
  'js',
  'jse',
  'mjs',
  'wsf',
  'wsh',
  'hta',
  'sh',
  'bash',
  'py',
  'pl',
  'rb',
  'php',
  'reg',
  'scf',
  'url',
  'command',
  'iqy',
  'sct',
];

/** Whether a system would run a file of this name when it is opened. */
export const runsByEnding = (fileName: string): 'program' | 'script' | null => {
  const ending = endingOf(fileName);
  if (programEndings.includes(ending)) return 'program';
  return scriptEndings.includes(ending) ? 'script' : null;
};

/** Bidirectional controls, other invisible characters, and what means a path. */
const disguise = /[\p{Cc}\p{Bidi_Control}\u200b-\u200d\u2060\ufeff\\/]/u;

/** True for a name with characters that mislead the eye: reversed endings, hidden signs, paths. */
export const isDisguised = (fileName: string): boolean => disguise.test(fileName);

/** Endings that mean one kind; a kind's own ending stands first. */
const families: readonly (readonly string[])[] = [
  ['jpg', 'jpeg', 'jpe', 'jfif'],
  ['tif', 'tiff'],
  ['mp4', 'm4v', 'm4a', 'mov', '3gp'],
  ['mpg', 'mpeg', 'mp2', 'mp3', 'mpga'],
  ['ogg', 'oga', 'ogv', 'opus', 'ogx'],
  ['asf', 'wmv', 'wma'],
  ['mkv', 'webm', 'mka'],
  ['heic', 'heif'],
  ['gz', 'tgz'],
  ['zip', 'kmz', 'docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'pptx', 'pptm', 'odt', 'ods', 'odp', 'odg', 'epub'],
  ['cfb', 'doc', 'xls', 'ppt', 'msg', 'vsd', 'pub'],
  ['xml', 'cot', 'kml', 'gpx', 'gml', 'xsd', 'xsl', 'rss', 'svg', 'html', 'htm', 'xhtml'],
  ['html', 'htm', 'mht', 'mhtml'],
  ['exe', 'dll', 'sys', 'scr', 'cpl', 'com', 'ocx'],
  ['pem', 'crt', 'cer', 'key', 'p7m'],
];

/** Endings of kinds that are always told by their first bytes. */
const toldByContent: readonly string[] = [
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'pdf', 'rtf'],
  ...[
    'zip',
    'docx',
    'xlsx',
    'pptx',
    'odt',
    'ods',
    'odp',
    'doc',
    'xls',
    'ppt',
    '7z',
    'rar',
    'gz',
    'tgz',
    'bz2',
  ],
  ...['xz', 'mp4', 'mov', 'mkv', 'webm', 'avi', 'mp3', 'wav', 'flac', 'ogg', 'exe', 'dll', 'pcap'],
];

const areOneFamily = (one: string, other: string): boolean =>
  one === other || families.some((family) => family.includes(one) && family.includes(other));

/** True where the name's ending promises another kind than the content is. */
export const isOtherEnding = (
  fileName: string,
  kind: { readonly ending: string | null; readonly isText: boolean },
): boolean => {
  const ending = endingOf(fileName);
  if (ending === '') return false;
  const promisesBytes = toldByContent.includes(ending);
  if (kind.ending === null || kind.isText) return promisesBytes;
  return !areOneFamily(ending, kind.ending) && (promisesBytes || kind.ending !== 'cfb');
};
