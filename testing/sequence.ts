/** Which test files begin first: those known to be long, so that none of them runs alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = [
  'testing/kill.test.ts',
  'server/federation/simulation-late.test.ts',
  'server/federation/simulation-early.test.ts',
  'testing/journeys/crossing.test.ts',
  'testing/journeys/control.test.ts',
  'testing/journeys/watch.test.ts',
  'testing/journeys/partners.test.ts',
  'testing/journeys/request.test.ts',
  'testing/journeys/oversight.test.ts',
  'testing/journeys/sitrep.test.ts',
  'testing/journeys/securing.test.ts',
  'testing/journeys/matching.test.ts',
  'testing/journeys/venues.test.ts',
  'testing/journeys/news-first.test.ts',
  'testing/journeys/doors.test.ts',
  'testing/journeys/search.test.ts',
  'testing/leaks.test.ts',
  'testing/leaks-persons.test.ts',
  'testing/attachments-kill.test.ts',
  'demo/demo.test.ts',
  'server/capabilities/exchange/exchange.test.ts',
  'server/capabilities/agreements/agreements.test.ts',
  'server/capabilities/exchange/crossing.test.ts',
  'server/plumbing/database/embedded.test.ts',
  'cli/command.test.ts',
  'scripts/new-capability.test.ts',
  'server/capabilities/exchange/hostile.test.ts',
  'server/federation/federation.test.ts',
  'server/capabilities/parties/parties.test.ts',
  'server/capabilities/parties/sign-in.test.ts',
  'server/capabilities/exchange/boxes.test.ts',
  'server/capabilities/exchange/stix-data.test.ts',
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
