/** Numbers by which a database finds candidates for a name, whatever script it is written in. */
import { partsOf } from './parts.ts';
import { featuresOf } from './sounds.ts';

/**
 * The coarse sounds of a name's parts as small whole numbers, each once and in order, alike in both
 * scripts: to keep beside the name in an `int[]` column under a `gin` index. Names that share several are
 * candidates; which are meant, `compareNames` or a search says. First letters and titles give none, for
 * they would find everybody.
 */
export const soundFeatures = (name: string): readonly number[] => {
  const found = new Set<number>();
  for (const { script, bare, initial, concept } of partsOf(name)) {
    if (initial || concept !== '') continue;
    for (const feature of featuresOf(script, bare)) found.add(feature);
  }
  return [...found].sort((one, two) => one - two);
};
