/**
 * A name and a day of birth as people write them in one line: «Mohamed Hammouchi né le 31/05/1984»,
 * «1984-05-31 محمد الحموشي». The year has four digits; where it stands last the day stands first, as all the
 * services here write it. Pure.
 */
import { plain } from './text.ts';

/** What people put between a name and its day, in the languages of the services. */
const bornWords = [
  'n[ée]e?(?:\\(e\\))?\\s+le|born(?:\\s+on)?|dob|ddn|nacid[oa]\\s+el|nat[oa]\\s+il|geb\\.?',
  '(?:(?:ال)?مزداد[ةه]?|[اإ]زدادت?|(?:ال)?مولود[ةه]?|ولدت?)(?:\\s+(?:في|بتاريخ|يوم))?',
  'تاريخ\\s+(?:الميلاد|الازدياد|الولادة)',
].join('|');
const between = '[\\s,،;؛|:(（)-]';
const written =
  '\\d{4}(?<first>[-/.])\\d{1,2}\\k<first>\\d{1,2}|\\d{1,2}(?<last>[-/.])\\d{1,2}\\k<last>\\d{4}';
const day = `(?<day>${written})`;
const behind = new RegExp(`^(?<name>.*?)${between}+(?:(?:${bornWords})${between}*)?${day}[\\s)）.]*$`, 'iu');
const before = new RegExp(`^${day}${between}+(?<name>.*)$`, 'u');

const found = (text: string) => behind.exec(text)?.groups ?? before.exec(text)?.groups ?? {};

/** `1984-05-31`; null where no such day is in the calendar. */
const dayOf = (text: string): string | null => {
  const [one = '', month = '', three = ''] = text.split(/[-/.]/);
  const [year, day] = one.length === 4 ? [one, three] : [three, one];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
};

/** The name, and the day beside it; `born` is null where no day is written, or none that there is. */
export const splitBirth = (text: string): { readonly name: string; readonly born: string | null } => {
  const whole = plain(text);
  const { name, day: said } = found(whole);
  return said === undefined || name === undefined
    ? { name: whole, born: null }
    : { name: name.trim(), born: dayOf(said) };
};

/** Whether a day, or what was meant as one, stands beside the letters of a name. */
export const hasBirth = (text: string): boolean => /\p{L}{2}/u.test(found(plain(text)).name ?? '');
