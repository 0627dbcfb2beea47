/** Values as people write them in three languages, with what nobody sees between the letters. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';
import { cellOf } from './source-rows.ts';
import { readClock, readDay, readMoment } from './values.ts';

test.each([
  ['25 juillet 2029', '2029-07-25'],
  ['mercredi 25 juillet 2029', '2029-07-25'],
  ['1er août 2029', '2029-08-01'],
  ['25 July 2029', '2029-07-25'],
  ['July 25th, 2029', '2029-07-25'],
  ['25-Jul-2029', '2029-07-25'],
  ['٢٥ يوليوز ٢٠٢٩', '2029-07-25'],
  ['الأربعاء 25 يوليو 2029', '2029-07-25'],
  ['1 غشت 2029', '2029-08-01'],
  ['٢٥/٠٧/٢٠٢٩', '2029-07-25'],
])('%s is a day', (text, day) => expect(readDay(text)).toBe(day));

test.each([
  ['25 juillet 2029 à 21h00', '19:00'],
  ['25 July 2029 at 9:00 PM', '19:00'],
  ['2029-07-25 12:30 AM', '22:30'],
  ['25/07/2029 21 h 00', '19:00'],
  ['2029-07-25T21:00:00+01', '20:00'],
])('%s is a moment', (text, clock) => expect(readMoment(text, 'Europe/Paris')?.slice(11, 16)).toBe(clock));

test('what is no date is none', () => {
  const wrong = ['25 brumaire 2029', '31 juin 2029', '07/25/2029', '25/07/29', 'juillet 2029', 'demain'];
  expect(wrong.map(readDay)).toEqual(wrong.map(() => null));
  expect(['25h00', '13:60', 'PM', ''].map(readClock)).toEqual([null, null, null, null]);
  expect(readClock('9:05 pm')).toBe('21:05');
});

test('marks of direction and controls are no part of a cell: codes that look alike are one', () => {
  expect(cellOf('\u200fA\u200e\u0000\u202e ')).toBe('A');
  expect(cellOf('Stade\r\ndu Nord')).toBe('Stade du Nord');
  const text = 'code,name\n\u200eN1\u200f,الملعب\nN1,الملعب\n';
  expect(memoryEvent().plan(text, 'v.csv').report.counts).toMatchObject({ added: 1, refused: 0 });
});

test('a venue whose degrees seem swapped is noted, by where the others are', () => {
  const event = memoryEvent();
  event.import('code,name,lat,lon\nN,Nord,33.97,-6.85\n', 'v.csv');
  const noted = (lat: string, lon: string) =>
    event
      .plan(`code,name,lat,lon\nS,Sud,${lat},${lon}\n`, 'w.csv')
      .report.rows.flatMap(({ says }) => says.map(({ en }) => en))
      .filter((text) => text.includes('swapped'));
  expect(noted('-6.9', '33.9')).toHaveLength(1);
  expect(noted('33.9', '-6.9')).toEqual([]);
  expect(noted('48.86', '2.3')).toEqual([]);
});
