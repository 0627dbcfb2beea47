/** Months by their names in Arabic (of the Maghreb, the Nile and the Levant), French and English. Pure. */
import { fold } from '../../../plumbing/search/index.ts';

const names = [
  'january jan janvier janv يناير كانون الثاني',
  'february feb fevrier fevr fev فبراير شباط',
  'march mar mars مارس اذار',
  'april apr avril avr ابريل نيسان',
  'may mai ماي مايو ايار',
  'june jun juin يونيو يونيه حزيران',
  'july jul juillet juil يوليوز يوليو يوليه جويليه تموز',
  'august aug aout غشت اغسطس اوت اب',
  'september sep sept septembre شتنبر سبتمبر ايلول',
  'october oct octobre اكتوبر',
  'november nov novembre نونبر نوفمبر',
  'december dec decembre دجنبر ديسمبر',
];
const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((words, at) => words.split(' ').map((word) => [fold(word), at + 1] as const)),
);

const weekday = String.raw`(?:\p{L}+\.?,?\s+)?`;
const ordinal = '(?:er|st|nd|rd|th)?';
const year = String.raw`(?<y>\d{4})`;
const month = String.raw`(?<m>\p{L}+)\.?`;
const day = String.raw`(?<d>\d{1,2})${ordinal}`;
/** `mercredi 25 juillet 2029`, `25-Jul-2029`, `July 25, 2029`; what follows is the time. */
const spelled = [
  new RegExp(`^${weekday}${day}[\\s-]+(?:de\\s+)?${month},?[\\s-]+${year}(?<rest>.*)$`, 'u'),
  new RegExp(`^${weekday}${month}\\s+${day},?\\s+${year}(?<rest>.*)$`, 'u'),
];
/** Before the time: «à», “at”, «على الساعة». */
const before = /^[\s,]*(?:(?:a|at|علي الساعه|الساعه)\s)?\s*/u;
/** UTF-16 units of a date, at most. */
const dateLength = 80;

/** A date whose month is spelt out, in figures: `2029-07-25 21:00`; all else as it is. */
export const inFigures = (text: string): string => {
  if (text.length > dateLength || !/\p{L}{3}/u.test(text)) return text;
  const folded = fold(text).trim();
  for (const pattern of spelled) {
    const parts = pattern.exec(folded)?.groups;
    const number = months.get(parts?.m ?? '');
    if (parts === undefined || number === undefined) continue;
    const time = (parts.rest ?? '').replace(before, '').trim();
    const date = `${parts.y}-${String(number).padStart(2, '0')}-${(parts.d ?? '').padStart(2, '0')}`;
    return time === '' ? date : `${date} ${time}`;
  }
  return text;
};
