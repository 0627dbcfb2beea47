/** Ten officers for bomb disposal as a planner copies them from a spreadsheet in Arabic; all are invented. */
import { dayMs, dayOf, later } from '../../server/kernel/time.ts';

const day = (days: number): string => dayOf(later(new Date().toISOString(), days * dayMs));

const people = [
  ['Youssef EL AMRANI', 'يوسف العمراني', 'عميد'],
  ['Salma BENNIS', 'سلمى بنيس', 'مفتشة'],
  ['Omar TAZI', 'عمر التازي', 'مفتش'],
  ['Nadia FASSI', 'نادية الفاسي', 'مفتشة'],
  ['Karim ALAOUI', 'كريم العلوي', 'مفتش'],
  ['Hamza BERRADA', 'حمزة برادة', 'مقدم شرطة'],
  ['Imane CHRAIBI', 'إيمان الشرايبي', 'مفتشة'],
  ['Rachid OUAZZANI', 'رشيد الوزاني', 'ضابط'],
  ['Leila SQALLI', 'ليلى الصقلي', 'ضابطة'],
  ['Anas KETTANI', 'أنس الكتاني', 'مفتش'],
] as const;

const titles = ['الاسم باللاتينية', 'الاسم', 'الرتبة', 'التخصص', 'اللغات', 'الشهادات', 'الهاتف', 'من', 'إلى'];

const rowOf = ([latin, arabic, rank]: (typeof people)[number], at: number): string =>
  [
    latin,
    arabic,
    rank,
    'تفكيك المتفجرات',
    'العربية، الفرنسية',
    `bomb-disposal:D-${at + 1}:${day(-100)}:${day(200)}`,
    `+212 600 000 1${String(at).padStart(2, '0')}`,
    day(-1),
    day(12),
  ].join('\t');

/** How many there are. */
export const tableSize = people.length;

/** The table as it is pasted. */
export const officersTable = (): string => [titles.join('\t'), ...people.map(rowOf)].join('\n');
