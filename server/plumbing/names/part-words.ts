/** Words that are not names but stand among them: what joins names, titles, numerals, notes on the person. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What stands before a part and may be missing, joined or apart. */
export const sons = list(
  'بن ابن بنت ولد ben bin ibn bent bint ould wuld walad wald wld bn binti binte oulad uld',
);
export const fathers = list('ابو ابي ابا بو abu abou abi aba aby bou bu abo abul aboul aboel');
export const mothers = list('ام umm um oum oumm');
export const servants = list(
  'عبد abd abdel abdal abdul abdol abdoul abdil abdou abdu abde abder abdur abdus abdes abdel abdun',
);
export const articles = list('ال al el ul il');

/** Names that end in ى, which many keyboards and Egyptian hands type as ي: ليلي, مصطفي. */
const endingInAlef =
  'ليلى يحيى مصطفى موسى عيسى هدى سلمى بشرى مرتضى مجتبى لبنى ندى سلوى نجوى ذكرى منى نهى ضحى تقوى يسرى';

/**
 * How a word is written too: عمرو is Amr, with a letter that nobody says, and عمر is not; where علي is typed
 * على, lists have Ala. Registers of the Maghreb shorten the name that every second man bears.
 */
export const respelled: ReadonlyMap<string, string> = new Map([
  ['amr', 'amro'],
  ["'amr", "'amro"],
  ['علي', 'على'],
  ...['med', 'mohd', 'mhd', 'md', 'muhd', 'moh'].map((short) => [short, 'mohamed'] as const),
  ...endingInAlef.split(' ').map((name) => [name.replace(/ى$/, 'ي'), name] as const),
]);

/** «of the faith», «of God»: they end the name before them, apart or joined to it. */
export const endings = list(
  'الدين الله eddine eddin uddin uddine aldin aldine addin addine eldin eldine edin ' +
    'edine udin din dine deen ' +
    'uldin uldine aldeen eldeen uddeen eddeen addeen allah ullah ollah elah lah',
);

/** Small words between names, in whatever language: they are often left out. */
export const links = list(
  'of the de la le les du des del di da do dos das van von der den ter ten zu af y ' +
    'دي دو دا دل فان فون دير ديل dit dite alias aka said الملقب الشهير المعروف المدعو',
);

/** Words that are translated rather than spelled: the same concept has a name of its own in each language. */
const concepts: Readonly<Record<string, string>> = {
  king: 'الملك ملك king roi rey',
  queen: 'الملكة ملكة queen reine reina',
  pope: 'البابا بابا pope pape papa',
  emperor: 'الامبراطور امبراطور emperor empereur emperador',
  empress: 'الامبراطورة امبراطورة empress imperatrice emperatriz',
  prince: 'الامير امير prince principe emir amir',
  princess: 'الاميرة اميرة princess princesse princesa',
  sultan: 'السلطان sultan',
  saint: 'القديس القديسة قديس saint sainte st ste santo santa',
  sir: 'السير سير sir',
  lord: 'اللورد لورد lord',
  duke: 'الدوق دوق duke duc duque',
  baron: 'البارون بارون baron',
  doctor: 'الدكتور دكتور الدكتورة دكتورة dr doctor docteur doctora',
  professor: 'الاستاذ استاذ الاستاذة prof professor professeur profesor profesora',
  mister: 'السيد mr mister monsieur senor',
  madam: 'السيدة mrs ms miss madame mme mlle mademoiselle senora senorita',
  engineer: 'المهندس المهندسة engineer ingenieur ingeniero',
  general: 'الجنرال جنرال اللواء لواء general',
  colonel: 'العقيد الكولونيل كولونيل عقيد colonel coronel',
  captain: 'القبطان النقيب نقيب captain capitaine capitan',
  judge: 'القاضي judge juge juez',
  sheikh: 'الشيخ شيخ sheikh shaikh sheik cheikh shaykh chaykh shykh',
  pilgrim: 'الحاج حاج الحاجة حاجة haj hajj hadj hajji hadji hajja hadja elhadj elhaj',
  moulay: 'مولاي moulay mulay mawlay mulai',
  sidi: 'سيدي sidi',
  lalla: 'لالة للا lalla',
  imam: 'الامام امام imam imame',
  client: 'مولى مولاة mawla mwla client',
  junior: 'الابن junior jr hijo',
  great: 'العظيم great',
};

const ordinals = ['الاول الاولى', 'الثاني الثانية', 'الثالث الثالثة', 'الرابع الرابعة', 'الخامس الخامسة'];
const more = ['السادس السادسة', 'السابع السابعة', 'الثامن الثامنة', 'التاسع التاسعة', 'العاشر العاشرة'];
const romans = [
  ...['i first premier premiere primero', 'ii second deuxieme segundo', 'iii third troisieme tercero', 'iv'],
  ...['v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix'],
  ...['xx', 'xxi', 'xxii', 'xxiii', 'xxiv'],
];

const numbered = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map(texts.flatMap((text, at) => text.split(' ').map((word) => [word, at + 1] as const)));

const arabicNumerals = new Map([...numbered([...ordinals, ...more]), ['الحادي', 1], ['الحادية', 1]]);
const latinNumerals = numbered(romans);
const ten = list('عشر عشرة');
const twenty = list('والعشرون والعشرين');

const titles: ReadonlyMap<string, string> = new Map(
  Object.entries(concepts).flatMap(([concept, words]) =>
    words.split(' ').map((word) => [word, concept] as const),
  ),
);

/** A word, or several, that mean something in every language. */
export interface Meaning {
  readonly concept: string;
  /** How many words it takes. */
  readonly words: number;
}

/** What a numeral means, and how many words it takes: «الثاني عشر», xii. */
const numeralAt = (texts: readonly string[], at: number, pointed: boolean): Meaning | null => {
  const word = texts[at] ?? '';
  const unit = arabicNumerals.get(word);
  const after = texts[at + 1] ?? '';
  if (unit !== undefined && ten.has(after)) return { concept: `${unit + 10}`, words: 2 };
  if (unit !== undefined && twenty.has(after)) return { concept: `${unit + 20}`, words: 2 };
  const value = unit ?? latinNumerals.get(word);
  // One letter is rather the first letter of a name, but for the last word, with no point.
  if (value === undefined || (word.length === 1 && (pointed || at + 1 < texts.length))) return null;
  return { concept: `${value}`, words: 1 };
};

/** What the word at this place means, if it is a numeral or a title; nothing alone in a name is either. */
export const meaningAt = (texts: readonly string[], at: number, pointed: boolean): Meaning | null => {
  const word = texts[at] ?? '';
  if (texts.length < 2) return null;
  const numeral = numeralAt(texts, at, pointed);
  if (numeral) return numeral;
  const concept = titles.get(word);
  return concept === undefined ? null : { concept, words: 1 };
};

const notes = [
  ...['غير منسوب', 'غير منسوبة', 'غير معروف', 'غير معروفة', 'مجهول الهوية', 'مجهولة الهوية'],
  ...['no identity', 'not identified', 'identity unknown', 'unknown', 'inconnu', 'inconnue', 'desconocido'],
].map((note) => note.split(' '));

/** How many words from this place on say that something is not known. */
export const noteAt = (texts: readonly string[], at: number): number =>
  notes.find((note) => note.every((word, place) => texts[at + place] === word))?.length ?? 0;
