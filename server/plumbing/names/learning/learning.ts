/** Learns the correspondences of one pair of scripts from pairs of forms. */
import { type PairName, scriptsOf } from '../model.ts';
import { type Correspondence, createTransducer, letterSpan, places, type Transducer } from '../transducer.ts';
import { contrast } from './contrast.ts';
import { expectCorrespondences } from './expectation.ts';
import type { Pair } from './pair.ts';

/** Below this a pair is rather two names than two spellings of one. */
const leastFit: Readonly<Record<PairName, number>> = {
  'arabic-latin': -3.1,
  'latin-latin': -3.2,
  'arabic-arabic': -3.2,
};

const correspondencesOf = (model: Transducer, first: readonly Correspondence[]): readonly Correspondence[] =>
  first.map((one, index) => {
    const around: (readonly [(typeof places)[number], number, number])[] = [];
    for (const [number, place] of places.entries())
      for (let letter = 0; letter < letterSpan; letter += 1) {
        const value = model.around[(index * places.length + number) * letterSpan + letter] ?? 0;
        if (value !== 0) around.push([place, letter, value]);
      }
    return { ...one, weight: model.weight[index] ?? 0, around };
  });

/** First by expectation–maximisation, then by contrast; pairs that hardly fit are left out. */
export const learnCorrespondences = (
  name: PairName,
  pairs: readonly Pair[],
  say: (text: string) => void,
): readonly Correspondence[] => {
  say(`${name}: ${pairs.length} pairs`);
  const first = expectCorrespondences(scriptsOf[name], pairs);
  const good = pairs.filter((_, at) => (first.fits[at] ?? 0) >= leastFit[name]);
  say(`${good.length} of them fit`);
  const { correspondences } = expectCorrespondences(scriptsOf[name], good);
  const model = createTransducer(scriptsOf[name], correspondences);
  contrast(model, good, say);
  return correspondencesOf(model, correspondences);
};
