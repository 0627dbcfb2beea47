/** Words that documents and screens both need stand twice, as neither sees the other: they stay the same. */
import { expect, test } from 'vitest';
import { terms } from '../console/kit/terms.ts';
import { zoneWords } from '../console/kit/zone-words.ts';
import { fieldWords, purposeWords } from '../server/capabilities/requests/index.ts';
import { zoneNames } from '../server/plumbing/documents/index.ts';

test('on paper a field and a purpose are called as on the screen', () => {
  expect(fieldWords).toEqual(terms.fields);
  expect(purposeWords).toEqual(terms.purposes);
});

test('on paper a time zone is the city that it is on the screen', () => {
  expect(Object.keys(zoneWords).length).toBeGreaterThan(10);
  for (const [zone, words] of Object.entries(zoneWords)) expect(zoneNames(zone), zone).toEqual(words);
});
