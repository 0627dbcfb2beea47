/** The words of a venue's name: what it is, which one, and its numbers, whatever the language. Pure. */
import { fold } from '../../../plumbing/search/index.ts';

/** Words that say nothing of which one it is. */
const silent =
  'de des du d la le les l the of and et en al el da do dos das san site venue grand grande national ' +
  'nationale new nouveau nouvelle complex complexe complejo sportif sportive sports sport deportivo ' +
  'مركب الرياضي رياضي رياضيه كبير وطني موقع في و';

/** What it is: two of them side by side are two places. */
const kinds: Readonly<Record<string, string>> = {
  stadium: 'stadium stade estadio stadio ملعب استاد',
  arena: 'arena arene hall salle pabellon ارينا قاعه صاله',
};

/** Words that mean one thing in several languages. */
const meanings: Readonly<Record<string, string>> = {
  north: 'north nord norte شمال شمالي',
  south: 'south sud sur جنوب جنوبي',
  east: 'east est este شرق شرقي',
  west: 'west ouest oeste غرب غربي',
  prince: 'prince principe امير',
  heir: 'heritier heir عهد ولي',
  king: 'king roi rey ملك',
  centre: 'centre center centro ctr مركز',
  park: 'park parc parque parcs منتزه حديقه',
  tower: 'tower tour torre برج',
  castle: 'castle chateau castillo قصر',
  bridge: 'bridge pont puente جسر قنطره',
  square: 'square place plaza ساحه',
  hill: 'hill colline colina تله هضبه',
  beach: 'beach plage playa شاطي',
  port: 'port harbour harbor puerto ميناء مينا',
  pool: 'pool piscine piscina aquatic aquatics aquatique مسبح مايي',
  climbing: 'climbing escalade escalada تسلق',
  nautical: 'nautical nautique nautico',
  shooting: 'shooting tir tiro رمايه',
  olympic: 'olympic olympique olimpico اولمبي',
  annexe: 'annexe annex ملحق',
  1: '1 i اول',
  2: '2 ii ثاني',
  3: '3 iii ثالث',
  4: '4 iv رابع',
  5: '5 v خامس',
  6: '6 vi سادس',
};

/** Of an Arabic word, without the article. */
const bare = (word: string): string => word.replace(/^ال(?=\p{Script=Arabic}{3})/u, '');
const table = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([meaning, all]) =>
      all.split(' ').map((word) => [bare(fold(word)), meaning] as const),
    ),
  );
const [kindOf, meaningOf] = [table(kinds), table(meanings)];
const unsaid = new Set(silent.split(' ').map((word) => bare(fold(word))));

export interface VenueWords {
  /** What is left when kind, numbers and small words are gone; where nothing is, all of it. */
  readonly core: readonly string[];
  readonly kinds: ReadonlySet<string>;
  /** In order, joined. */
  readonly numbers: string;
}

export const venueWords = (name: string): VenueWords => {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(bare);
  const meant = words.map((word) => meaningOf.get(word) ?? word);
  const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);
  const core = meant.filter((word) => !(kindOf.has(word) || unsaid.has(word) || isNumber(word)));
  return {
    core: core.length > 0 ? core : meant,
    kinds: new Set(words.flatMap((word) => kindOf.get(word) ?? [])),
    numbers: meant.filter(isNumber).sort().join(' '),
  };
};
