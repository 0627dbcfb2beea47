/** From a row of a table to an officer, and what is wrong with it, cell by cell. Pure. */
import Value from 'typebox/value';
import type { Words } from '../../../kernel/faults.ts';
import { dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import { momentOf } from '../../../kernel/zone.ts';
import { powers, powerWords, specialties, specialtyWords } from '../../../plumbing/specialties/index.ts';
import { findByWord, fold, latinDigits, readDay } from '../../exchange/index.ts';
import { type Profile, profileSchema, unitLimits } from './contract.ts';
import type { ImportField } from './import-titles.ts';
import { type importProblems, languageWords } from './import-words.ts';
import { profileProblem } from './unit.ts';
import { certificateKinds } from './vocabulary.ts';

export type ImportRule = keyof typeof importProblems;
export interface ImportProblem {
  readonly column: ImportField | null;
  readonly rule: ImportRule;
}

/** A row as its columns say. */
export type Cells = Readonly<Partial<Record<ImportField, string>>>;

/** What holds where a table does not say. */
const usual = { hoursPerDay: 12, hoursPer7Days: 60, teamSize: 1 } as const;

/** A value as its code or its words in any of the three languages. */
const spoken = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, Words>>) =>
  new Map(
    values.flatMap((value) =>
      [value, words[value].ar, words[value].fr, words[value].en].map((word) => [fold(word), value] as const),
    ),
  );
const specialtyTable = spoken(specialties, specialtyWords);
const powerTable = spoken(powers, powerWords);

const partsOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[,;،؛/|\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Parts of which each is «a:b:c». */
const groupsOf = (text: string | undefined): readonly (readonly string[])[] =>
  (text ?? '')
    .split(/[;؛|\n]+/)
    .filter((part) => part.trim() !== '')
    .map((part) => part.split(':').map((word) => word.trim()));

const languageOf = (text: string): string | null =>
  /^[a-z]{2}$/i.test(text) ? text.toLowerCase() : (languageTable.get(fold(text)) ?? null);
const languageTable: ReadonlyMap<string, string> = new Map(
  Object.entries(languageWords).flatMap(([code, words]) =>
    words.split('|').map((word) => [fold(word), code] as const),
  ),
);

/** A day begins, and is over, by the clock of the centre. */
const momentOfDay = (text: string | undefined, end: boolean, zone: string): Instant | null => {
  const written = (text ?? '').trim();
  if (/^\d{4}-\d{2}-\d{2}T/.test(written)) {
    const parsed = new Date(written);
    return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString();
  }
  const day = readDay(written);
  if (day === null) return null;
  return momentOf(zone, { day: end ? dayOf(later(`${day}T00:00:00.000Z`, dayMs)) : day, time: '00:00' });
};

const numberOf = (text: string | undefined): number | null => {
  const written = latinDigits((text ?? '').trim()).replace(',', '.');
  return written === '' || !Number.isFinite(Number(written)) ? null : Number(written);
};

/** Reads one row; `tell` hears what is wrong with which cell. */
const readers = (cells: Cells, zone: string, tell: (problem: ImportProblem) => void) => {
  const wrong = (column: ImportField, rule: ImportRule): null => {
    tell({ column, rule });
    return null;
  };
  return {
    text: (field: ImportField): string => (cells[field] ?? '').trim().slice(0, unitLimits.name * 4),
    each: <Value>(field: ImportField, read: (text: string) => Value | null, rule: ImportRule): Value[] =>
      partsOf(cells[field]).flatMap((part) => read(part) ?? wrong(field, rule) ?? []),
    moment: (field: 'from' | 'until'): Instant =>
      momentOfDay(cells[field], field === 'until', zone) ?? wrong(field, 'date') ?? '',
    number: (field: ImportField, otherwise: number): number => {
      if ((cells[field] ?? '').trim() === '') return otherwise;
      return numberOf(cells[field]) ?? wrong(field, 'number') ?? otherwise;
    },
    certificates: (): Profile['certificates'] =>
      groupsOf(cells.certificates).flatMap(([kind = '', number = '', issued = '', expires = '']) => {
        const known = certificateKinds.find((one) => one === kind.toLowerCase());
        const [since, until] = [readDay(issued), readDay(expires)];
        if (known === undefined || number === '' || since === null || until === null)
          return wrong('certificates', 'certificate') ?? [];
        return [{ kind: known, number, issued: since, expires: until }];
      }),
    arms: (): Profile['arms'] =>
      groupsOf(cells.arms).flatMap(([type = '', serial = '']) =>
        type === '' || serial === '' ? (wrong('arms', 'arm') ?? []) : [{ type, serial }],
      ),
  };
};

const homeOf = (cells: Cells, text: string): Profile['home'] => {
  const [lat, lon] = [numberOf(cells.lat), numberOf(cells.lon)];
  return text === '' || lat === null || lon === null ? null : { name: text, lat, lon };
};

/** The officer of a row; null where something is wrong with it, which is told. */
export const readRow = (
  cells: Cells,
  otherwise: {
    readonly service: string;
    readonly specialty: Profile['specialty'] | null;
    readonly zone: string;
  },
): { readonly profile: Profile | null; readonly problems: readonly ImportProblem[] } => {
  const problems: ImportProblem[] = [];
  const read = readers(cells, otherwise.zone, (problem) => problems.push(problem));
  const named =
    cells.specialty === undefined ? otherwise.specialty : findByWord(specialtyTable, cells.specialty);
  if (named === null) problems.push({ column: 'specialty', rule: 'specialty' });
  const dog = { name: read.text('dogName'), chip: read.text('dogChip') };
  const profile: Profile = {
    nameLatin: read.text('nameLatin'),
    nameArabic: read.text('nameArabic'),
    service: read.text('service') || otherwise.service,
    rank: read.text('rank'),
    specialty: named ?? 'patrol',
    skills: [...new Set(partsOf(cells.skills))],
    languages: [...new Set(read.each('languages', languageOf, 'language'))],
    powers: [...new Set(read.each('powers', (text) => findByWord(powerTable, text), 'power'))],
    arms: read.arms(),
    dog: dog.name === '' || dog.chip === '' ? null : dog,
    certificates: read.certificates(),
    phone: latinDigits(read.text('phone')),
    home: homeOf(cells, read.text('home')),
    available: { from: read.moment('from'), until: read.moment('until') },
    hoursPerDay: read.number('hoursPerDay', usual.hoursPerDay),
    hoursPer7Days: read.number('hoursPer7Days', usual.hoursPer7Days),
    teamSize: read.number('teamSize', usual.teamSize),
  };
  if (profile.nameLatin === '') problems.push({ column: 'nameLatin', rule: 'name-missing' });
  if (profile.rank === '') problems.push({ column: 'rank', rule: 'rank-missing' });
  if (problems.length === 0 && !Value.Check(profileSchema, profile))
    problems.push({ column: null, rule: 'form' });
  // A period or a name that cannot be read is told already.
  const isReadable = profile.nameLatin !== '' && !problems.some(({ rule }) => rule === 'date');
  const problem = isReadable ? profileProblem(profile) : null;
  if (problem !== null) problems.push({ column: null, rule: problem });
  return { profile: problems.length === 0 ? profile : null, problems };
};
