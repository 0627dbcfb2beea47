import { expect, test } from 'vitest';
import type { Hit } from '../../../server/capabilities/exchange/search/contract.ts';
import { withoutRepeats } from './found-places.ts';

const place = (path: string | null, ...texts: string[]): Hit => ({
  place: path === null ? 'summary' : 'object',
  object: path === null ? null : { id: 'note--1', type: 'note' },
  path,
  pieces: texts.map((text, at) => ({ text, mark: at === 1 })),
  cutBefore: false,
  cutAfter: false,
});

test('a place that says what the title or one before it says is not shown again', () => {
  const title = [{ text: 'Réunion du matin', mark: false }];
  const summary = place(null, 'Point de ', 'situation', '.');
  const repeated = [place('name', 'Réunion ', 'du', ' matin'), place('content', 'Point de situation.')];
  const other = place('name', 'Réunion du soir');
  expect(withoutRepeats(title, [summary, ...repeated, other])).toEqual([summary, other]);
});
