/** The learned weights as a text that people can read, and how it is read back. */
import { alphabets, type Script } from './letters.ts';
import { type Correspondence, createTransducer, places, type Transducer } from './transducer.ts';

/** One transducer for each pair of scripts; across scripts, side a is Arabic. */
export type PairName = 'arabic-latin' | 'latin-latin' | 'arabic-arabic';
/** The learned weights of all pairs of scripts. */
export type Model = Readonly<Record<PairName, Transducer>>;

export const scriptsOf: Readonly<Record<PairName, readonly [Script, Script]>> = {
  'arabic-latin': ['arabic', 'latin'],
  'latin-latin': ['latin', 'latin'],
  'arabic-arabic': ['arabic', 'arabic'],
};

const leastAround = 0.05;
const edgeMark = '#';
/** Stands before how often chunks were counted. */
const countMark = '~';

const sideOf = (scripts: readonly [Script, Script], place: string): Script =>
  place.startsWith('a') ? scripts[0] : scripts[1];

const writeOne = (scripts: readonly [Script, Script], one: Correspondence): string => {
  const around = one.around
    .filter(([, , value]) => Math.abs(value) >= leastAround)
    .map(([place, letter, value]) => {
      const mark = letter === 0 ? edgeMark : alphabets[sideOf(scripts, place)].charAt(letter - 1);
      return `${place}${mark}${value.toFixed(1)}`;
    });
  const counted = one.counted === undefined ? [] : [`${countMark}${one.counted.toFixed(2)}`];
  return [one.a, one.b, one.weight.toFixed(2), ...counted, ...around].join('\t');
};

/** A heading for each pair of scripts, a line a correspondence: chunks, weight, count, surroundings. */
export const writeModel = (all: Readonly<Record<PairName, readonly Correspondence[]>>): string => {
  const names: readonly PairName[] = ['arabic-latin', 'latin-latin', 'arabic-arabic'];
  return names
    .map((name) => [`# ${name}`, ...all[name].map((one) => writeOne(scriptsOf[name], one))].join('\n'))
    .join('\n');
};

const readAround = (scripts: readonly [Script, Script], text: string): Correspondence['around'][number] => {
  const place = places.find((one) => text.startsWith(one));
  const mark = text.charAt(2);
  const value = Number(text.slice(3));
  if (place === undefined || Number.isNaN(value)) throw new Error(`bug: the model of names holds ${text}`);
  return [place, mark === edgeMark ? 0 : alphabets[sideOf(scripts, place)].indexOf(mark) + 1, value];
};

const readOne = (scripts: readonly [Script, Script], line: string): Correspondence => {
  const [a = '', b = '', weight = '', ...rest] = line.split('\t');
  const isCounted = rest[0]?.startsWith(countMark) === true;
  return {
    ...{ a, b, weight: Number(weight) },
    ...(isCounted ? { counted: Number(rest[0]?.slice(1)) } : {}),
    around: rest.slice(isCounted ? 1 : 0).map((one) => readAround(scripts, one)),
  };
};

const noMore: Readonly<Record<PairName, readonly Correspondence[]>> = {
  'arabic-latin': [],
  'latin-latin': [],
  'arabic-arabic': [],
};

/** Reads what `writeModel` wrote; of the same chunks what is `taught` stands before what was learned. */
export const readModel = (text: string, taught = noMore): Model => {
  const sections = new Map<string, Correspondence[]>();
  let section: Correspondence[] = [];
  let name = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) {
      name = line.slice(2);
      section = [];
      sections.set(name, section);
    } else if (line !== '') {
      const scripts: readonly [Script, Script] =
        name === 'latin-latin' || name === 'arabic-arabic' || name === 'arabic-latin'
          ? scriptsOf[name]
          : ['arabic', 'latin'];
      section.push(readOne(scripts, line));
    }
  }
  const read = (one: PairName): Transducer => {
    const all = [...(sections.get(one) ?? []), ...taught[one]];
    return createTransducer(scriptsOf[one], [
      ...new Map(all.map((each) => [`${each.a} ${each.b}`, each])).values(),
    ]);
  };
  return {
    'arabic-latin': read('arabic-latin'),
    'latin-latin': read('latin-latin'),
    'arabic-arabic': read('arabic-arabic'),
  };
};
