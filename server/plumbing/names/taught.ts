/**
 * What the lessons do not teach: letters of Persian and of the Maghreb, of which they have hardly a pair, and
 * what French and Spanish registers write for sounds of the Maghreb. Judged beside the learned weights of
 * like letters; stands before a learned weight of the same chunks. Pure.
 */
import type { PairName } from './model.ts';
import type { Correspondence } from './transducer.ts';

/** `گ g 2.7`: chunks and nats. */
const read = (text: string): readonly Correspondence[] =>
  text.split(', ').map((line) => {
    const [a = '', b = '', weight = ''] = line.split(' ');
    return { a, b, weight: Number(weight), counted: Number(weight), around: [] };
  });

/** Nats that a chunk lacks on either side where it does not begin the word. */
const beginning = 5;

/** As above, at the beginning of both words alone. */
const atBeginning = (correspondences: readonly Correspondence[]): readonly Correspondence[] =>
  correspondences.map((one) => {
    const around = [['a<', 0, beginning] as const, ['b<', 0, beginning] as const];
    return { ...one, weight: one.weight - 2 * beginning, around };
  });
/** Within one script either form may be the first. */
const bothWays = (correspondences: readonly Correspondence[]): readonly Correspondence[] =>
  correspondences.flatMap((one) => (one.a === one.b ? [one] : [one, { ...one, a: one.b, b: one.a }]));

const acrossScripts = [
  // گ is the g of Guennoun and Agadir (ڭ, ݣ, ڨ are folded to it), and Persian.
  'گ g 2.7, گ gg 2.7, گ gu 2.2, گ gh 1.8, گ k 1.2, گ q 0.5, گ j 0.5, گ c 0, گ ck 0',
  'چ ch 3, چ tch 3, چ tsch 3, چ c 1.5, چ cs 2, چ cz 2, چ sh 0.5, چ j 1, چ ci 1.5',
  'ژ j 2.7, ژ zh 3, ژ g 1.5, ژ z 0.5',
  'پ b 1, پ pp 3, ڤ f 1, ڤ w 1.5, ڤ b 0.5',
  // Yamal and Yilali in Spanish registers, Rharbi and Rassane in French ones.
  'ج y -0.5, غ rh 1, غ r -2',
  // The diminutive as scholars write it: Husayn, Ubayd, Sulayman. The lessons have mostly Hussein and Obaid.
  'ي ay 0.6',
].join(', ');

/** The first vowel is not said before another consonant: Driss, Brahim, Smail, Skander, Mbarek, Hmida. */
const vowelUnsaid =
  "ادر dr 3.5, ابر br 3.5, اسم sm 3.5, اسك sk 3.5, امب mb 3.5, امح mh 3, امح m'h 3, احم hm 3";

const withinArabic = [
  'گ گ 3, گ ك 2.2, گ ق 1.5, گ غ 2, گ ج 1.5',
  'چ چ 3, چ ج 2.5, چ ش 0.5, چ تش 2.5, ژ ژ 3, ژ ج 2, ژ ز 1.5',
  'پ پ 3, پ ب 2.3, ڤ ڤ 3, ڤ ف 2.3, ڤ و 1, ڤ ب 0.5',
].join(', ');

/** What stands beside the learned correspondences, for each pair of scripts. */
export const taught: Readonly<Record<PairName, readonly Correspondence[]>> = {
  'arabic-latin': [...read(acrossScripts), ...atBeginning(read(vowelUnsaid))],
  'latin-latin': [],
  'arabic-arabic': bothWays(read(withinArabic)),
};
