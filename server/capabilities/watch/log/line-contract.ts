/**
 * The one line in which an entry is written: plain text, and commands that begin with `/`. A command's value
 * is the next word, or what stands between quotation marks. Each command has a name in each language. Pure;
 * the console reads it as it is typed, the node as it is sent.
 */
import { type Grading, gradingErrors, personCategories, type Tlp, tlps } from '../../../kernel/marking.ts';
import { between, type Instant, later } from '../../../kernel/time.ts';
import { momentsAround } from '../../../kernel/zone.ts';
import { watchLimits } from '../contract.ts';

/** What the line says beside its text. */
export interface ReadLine {
  /** The text that stays once the commands are taken out. */
  readonly text: string;
  /** When it happened: `02:14` on the wall, or minutes ago. */
  readonly at?: { readonly kind: 'clock'; readonly time: string } | { readonly kind: 'ago'; minutes: number };
  readonly place?: string;
  /** The major event that it belongs to. */
  readonly event?: string;
  readonly tlp?: Tlp;
  readonly grading?: Grading;
  readonly categories: readonly (typeof personCategories)[number][];
  /** A circle by (the beginning of) its name; `-` for this service alone. */
  readonly circle?: string;
  readonly kind?: 'incident' | 'decision' | 'call';
  /** The number of the entry that this one corrects. */
  readonly corrects?: number;
  readonly pin: boolean;
  readonly alert: boolean;
  /** What is wrong with it, each with the stretch of the line that is meant. */
  readonly problems: readonly LineProblem[];
}

export const lineRules = ['unknown-command', 'value-missing', 'value-wrong', 'twice'] as const;
export interface LineProblem {
  readonly rule: (typeof lineRules)[number];
  readonly said: string;
}

/** Names of each command: English, French, Arabic, and what people type for them. */
export const commandNames = {
  at: ['at', 'à', 'heure', 'وقت', 'في', 'الساعة'],
  place: ['place', 'lieu', 'مكان'],
  event: ['event', 'événement', 'تظاهرة'],
  tlp: ['tlp'],
  grade: ['grade', 'cotation', 'تقييم'],
  person: ['person', 'personne', 'شخص'],
  circle: ['circle', 'cercle', 'دائرة'],
  call: ['call', 'appel', 'مكالمة'],
  decision: ['decision', 'décision', 'قرار'],
  incident: ['incident', 'حادث'],
  correct: ['correct', 'corriger', 'تصحيح'],
  pin: ['pin', 'épingler', 'تثبيت'],
  alert: ['alert', 'alerte', 'إنذار'],
} as const satisfies Record<string, readonly string[]>;
export type CommandName = keyof typeof commandNames;
export const commands: readonly CommandName[] = [
  'at',
  'place',
  'event',
  'tlp',
  'grade',
  'person',
  'circle',
  'call',
  'decision',
  'incident',
  'correct',
  'pin',
  'alert',
];

const categoryNames: Readonly<Record<(typeof personCategories)[number], readonly string[]>> = {
  suspect: ['suspect', 'suspecte', 'مشتبه', 'مشتبه فيه'],
  convicted: ['convicted', 'condamné', 'condamnée', 'مدان', 'محكوم عليه'],
  victim: ['victim', 'victime', 'ضحية'],
  witness: ['witness', 'témoin', 'شاهد'],
  contact: ['contact', 'مخالط', 'جهة اتصال'],
};

/** As names are compared: without case, accents, vowel marks and the hamza's carrier; digits as digits. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}ـ\u200e\u200f\u061c]/gu, '')
    .toLowerCase()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');

const byName: ReadonlyMap<string, CommandName> = new Map(
  commands.flatMap((command) => commandNames[command].map((name) => [plain(name), command] as const)),
);

const withoutValue: ReadonlySet<CommandName> = new Set(['call', 'decision', 'incident', 'pin', 'alert']);

/** A command at the beginning of the line or after a space: letters, so that `/24` and `km/h` are text. */
const commandPattern = /(^|\s)\/(\p{L}[\p{L}\p{M}-]*)(?=\s|$)/gu;
const quoted = /^\s*(?:"([^"]*)"|«\s*([^»]*?)\s*»|“([^”]*)”|'([^']*)')/u;
/** One word; a quotation mark that is opened and never closed is no value. */
const bare = /^\s*([^\s/"«“]\S*)/u;

/** The value that stands after a command, and where it ends; null where there is none. */
const valueAfter = (line: string, from: number): { readonly value: string; readonly end: number } | null => {
  const rest = line.slice(from);
  const between = quoted.exec(rest);
  if (between !== null) {
    const value = between.slice(1).find((group) => group !== undefined) ?? '';
    return value.trim() === '' ? null : { value: value.trim(), end: from + between[0].length };
  }
  const word = bare.exec(rest);
  return word === null ? null : { value: word[1] ?? '', end: from + word[0].length };
};

/** `2:14`, `02h14`, `0214`, `٠٢:١٤`, `-15` (minutes ago). */
const readAt = (value: string): ReadLine['at'] | null => {
  const text = plain(value);
  const ago = /^-(\d{1,4})$/.exec(text);
  if (ago !== null) return { kind: 'ago', minutes: Number(ago[1]) };
  const clock = /^(\d{1,2})[:h.](\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  const [hours, minutes] = [Number(clock?.[1] ?? 99), Number(clock?.[2] ?? 99)];
  if (hours > 23 || minutes > 59) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return { kind: 'clock', time: `${two(hours)}:${two(minutes)}` };
};

/** Admiralty, which every service of the centre writes; others are given in the form. */
const readGrade = (value: string): Grading | null => {
  const found = /^([a-f])([1-6])$/.exec(plain(value));
  if (found === null) return null;
  const grading: Grading = {
    scheme: 'admiralty',
    source: (found[1] ?? '').toUpperCase(),
    information: found[2] ?? '',
  };
  return gradingErrors(grading).length === 0 ? grading : null;
};

const readTlp = (value: string): Tlp | null => {
  const wanted = plain(value).replace(/^tlp:/, '');
  return tlps.find((tlp) => tlp === wanted) ?? null;
};

const readCategory = (value: string) =>
  personCategories.find((category) => categoryNames[category].some((name) => plain(name) === plain(value))) ??
  null;

const readNumber = (value: string): number | null => {
  const text = plain(value).replace(/^#/, '');
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
};

type Draft = { -readonly [Key in keyof ReadLine]: ReadLine[Key] };

/** Puts one command's value into the draft; false where the value is none. */
const take = (draft: Draft, command: CommandName, value: string): boolean => {
  const set = <Key extends keyof Draft>(key: Key, read: Draft[Key] | null): boolean => {
    if (read === null) return false;
    draft[key] = read;
    return true;
  };
  switch (command) {
    case 'at':
      return set('at', readAt(value) ?? null);
    case 'tlp':
      return set('tlp', readTlp(value));
    case 'grade':
      return set('grading', readGrade(value));
    case 'correct':
      return set('corrects', readNumber(value));
    case 'person': {
      const category = readCategory(value);
      return category !== null && set('categories', [...new Set([...draft.categories, category])]);
    }
    case 'place':
    case 'event':
    case 'circle':
      return set(command, value);
    case 'call':
    case 'decision':
    case 'incident':
      return set('kind', command);
    case 'pin':
    case 'alert':
      return set(command, true);
  }
};

/** How often a command may stand in one line. */
const mayRepeat: ReadonlySet<CommandName> = new Set(['person', 'pin', 'alert']);

/** Reads a line. Never throws: what is wrong is in `problems`. One that begins with `//` has no commands. */
export const readLine = (line: string): ReadLine => {
  if (line.startsWith('//'))
    return { text: line.slice(1).trim(), categories: [], pin: false, alert: false, problems: [] };
  const problems: LineProblem[] = [];
  const draft: Draft = { text: '', categories: [], pin: false, alert: false, problems };
  const seen = new Set<CommandName>();
  let text = '';
  let from = 0;
  for (const match of line.matchAll(commandPattern)) {
    const start = match.index + (match[1] ?? '').length;
    // It stands inside the value of the command before it.
    if (start < from) continue;
    const said = match[2] ?? '';
    const command = byName.get(plain(said));
    text += line.slice(from, start);
    from = start + said.length + 1;
    if (command === undefined) {
      problems.push({ rule: 'unknown-command', said: `/${said}` });
      continue;
    }
    if (seen.has(command) && !mayRepeat.has(command)) problems.push({ rule: 'twice', said: `/${said}` });
    seen.add(command);
    if (withoutValue.has(command)) {
      take(draft, command, '');
      continue;
    }
    const found = valueAfter(line, from);
    if (found === null) {
      problems.push({ rule: 'value-missing', said: `/${said}` });
      continue;
    }
    from = found.end;
    if (!take(draft, command, found.value))
      problems.push({ rule: 'value-wrong', said: `/${said} ${found.value}`.slice(0, 100) });
  }
  text += line.slice(from);
  draft.text = text
    .split('\n')
    .map((one) => one.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .trim();
  return draft;
};

/** What a told time means: a moment, or one that has not come yet. */
export type Told = { readonly kind: 'happened' | 'ahead'; readonly at: Instant };

/** When it happened: now where nothing is said, else minutes ago or by the clock of the node's zone. */
export const toldMoment = (at: ReadLine['at'], zone: string, now: Instant): Told => {
  if (at === undefined) return { kind: 'happened', at: now };
  if (at.kind === 'ago') return { kind: 'happened', at: later(now, -at.minutes * 60_000) };
  const moments = momentsAround(zone, at.time, now);
  const past = moments.findLast((one) => between(now, one) <= watchLimits.toldAheadMinutes * 60_000);
  const coming = moments.find((one) => one > now);
  const isMeant = past !== undefined && between(past, now) <= watchLimits.toldBackHours * 3_600_000;
  if (isMeant || coming === undefined) return { kind: 'happened', at: past ?? now };
  return { kind: 'ahead', at: coming };
};
