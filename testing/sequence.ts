/** Which test files begin first: those known to be long, so that none of them runs alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = [
  'testing/kill.test.ts',
  'testing/journeys/crossing.test.ts',
  'server/federation/simulation-late.test.ts',
  'server/federation/simulation-early.test.ts',
  'testing/journeys/oversight.test.ts',
  'testing/journeys/sitrep.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? long.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
