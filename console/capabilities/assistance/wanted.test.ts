/** What an address wants of a new ask, and what it says wrongly. */
import { expect, test } from 'vitest';
import { newId } from '../../../server/kernel/ids.ts';
import { formOfWanted, readWanted } from './wanted.ts';

const [morocco, spain] = [newId('party'), newId('party')];
const events = [{ id: 'e', name: 'Jeux', code: 'jeux-24' }];

test('an address is read as far as it is right', () => {
  expect(
    readWanted({
      ...{ event: 'e', specialty: 'bomb-disposal', quantity: 3, from: '2029-07-20', to: '20 juillet' },
      ...{ languages: ['fr', 7], powers: ['search', 'fly'], skills: [], parties: 'x' },
    }),
  ).toEqual({
    ...{ event: 'e', specialty: 'bomb-disposal', quantity: 3, from: '2029-07-20' },
    ...{ languages: ['fr'], powers: ['search'] },
  });
  for (const quantity of [0, -1, 1.5, '3', 100_000]) expect(readWanted({ quantity })).toEqual({});
  expect(readWanted({ specialty: 'magic' })).toEqual({});
});

test('the form has the line, the event, and the agreement that reaches most who could be asked', () => {
  const agreements = [
    { id: 'one', parties: [spain] },
    { id: 'both', parties: [morocco, spain] },
  ];
  const wanted = readWanted({
    ...{ event: 'e', specialty: 'bomb-disposal', quantity: 3, from: '2029-07-20', to: '2029-07-22' },
    ...{ languages: ['ar', 'fr'], places: ['Stade', 'Gare'], parties: [morocco, spain, 'nobody'] },
  });
  expect(formOfWanted('line', wanted, { events, agreements })).toMatchObject({
    ...{ eventId: 'e', event: 'Jeux', eventCode: 'jeux-24', agreement: 'both', recipients: [morocco, spain] },
    lines: [
      {
        ...{ specialty: 'bomb-disposal', quantity: 3, from: '2029-07-20', to: '2029-07-22' },
        ...{ languages: ['ar', 'fr'], places: 'Stade\nGare' },
      },
    ],
  });
  // Nobody there can be reached: whoever writes chooses.
  const alone = formOfWanted('line', readWanted({ parties: [morocco] }), { events, agreements: [] });
  expect(alone).toMatchObject({ agreement: '', recipients: [], eventId: null });
});
