/** Days of a file outside those of the event, and rows that are left out. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';

const days = { firstDay: '2026-07-22', lastDay: '2026-08-08' };
const event = () => memoryEvent('Europe/Paris', days);
const noted = (all: readonly { readonly act: string; readonly says: readonly { readonly en: string }[] }[]) =>
  all.flatMap(({ act, says }) => says.map(({ en }) => `${act}: ${en}`));
const span = '(2026-07-22 – 2026-08-08)';

const sessions = (year: number) =>
  `code,title,start,end\nA,Un,${year}-07-27T10:00,${year}-07-27T12:00\n` +
  `B,Deux,${year}-08-09T23:30,${year}-08-10T00:30\nC,Trois,2026-07-30T10:00,2026-07-30T12:00\n`;

test('sessions of another year are counted, with the first and the last of their days', () => {
  const { report } = event().plan(sessions(2024), 'p.csv');
  expect(report.outside).toEqual({
    ...{ rows: 2, first: '2024-07-27', last: '2024-08-09' },
    ...{ eventFirst: days.firstDay, eventLast: days.lastDay },
  });
  expect(report.counts.added).toBe(3);
  expect(event().plan(sessions(2026), 'p.csv').report.outside).toMatchObject({
    rows: 1,
    first: '2026-08-09',
  });
  expect(event().plan('code,title,start\nC,Trois,2026-07-30T10:00\n', 'p.csv').report.outside).toBeNull();
});

test('sessions outside are left out where the planner says so, each with its row', () => {
  const { report, sessions: kept } = event().plan(sessions(2024), 'p.csv', { outside: 'leave-out' });
  expect(kept.map(({ after }) => after.code)).toEqual(['C']);
  expect(report.counts).toMatchObject({ added: 1, refused: 2 });
  expect(noted(report.rows).filter((text) => text.startsWith('refused'))).toEqual(
    Array(2).fill(`refused: Outside the days of the event ${span}: left out, as you chose.`),
  );
});

test('a venue keeps its days of another year, or is imported without them', () => {
  const text = 'code,name,start,end\nN,North,2024-07-27,2026-07-30\nS,South,2026-07-27,2026-07-30\n';
  const taken = event().plan(text, 'venues.csv', { outside: 'take' });
  expect(taken.report.outside).toMatchObject({ rows: 1, first: '2024-07-27', last: '2024-07-27' });
  expect(taken.venues[0]?.after.firstDay).toBe('2024-07-27');
  const left = event().plan(text, 'venues.csv', { outside: 'leave-out' });
  expect(left.venues.map(({ after: { code, firstDay, lastDay } }) => [code, firstDay, lastDay])).toEqual([
    ['N', null, null],
    ['S', '2026-07-27', '2026-07-30'],
  ]);
  expect(noted(left.report.rows)).toContain(
    `noted: Dates outside the days of the event ${span}: imported without them, as you chose.`,
  );
});

test('what the event has with those very days is not asked about again', () => {
  const there = event();
  there.import(sessions(2024), 'p.csv', { outside: 'take' });
  expect(there.plan(sessions(2024), 'p.csv').report.outside).toBeNull();
  const moved = sessions(2024)
    .replace('2024-07-27T10:00', '2024-07-28T10:00')
    .replace('2024-07-27', '2024-07-28');
  expect(there.plan(moved, 'p.csv').report.outside).toMatchObject({ rows: 1 });
});

test('what a row that is refused or left out names is not gone: it stays as it was', () => {
  const there = event();
  there.import(sessions(2026), 'p.csv', { outside: 'take' });
  const broken = sessions(2026).replace('2026-07-27T10:00', 'demain');
  const { report, gone } = there.plan(broken, 'p.csv');
  expect([report.counts.refused, report.counts.gone, gone]).toEqual([1, 0, []]);
  const venues = event();
  venues.import('code,name,capacity\nN,North,100\nS,South,100\n', 'v.csv');
  const typo = venues.plan('code,name,capacity\nN,North,1oo\nS,South,100\n', 'v.csv');
  expect([typo.report.counts.refused, typo.gone]).toEqual([1, []]);
  const elsewhen = sessions(2024);
  expect(there.plan(elsewhen, 'p.csv', { outside: 'leave-out' }).gone).toEqual([]);
});

test('a session is not gone where a unit of it is refused', () => {
  const units = (start: string) =>
    `code,title,start,end,venue\nA,Un,${start},2026-07-27T12:00,Nord\n` +
    `B,Deux,2026-07-29T10:00,2026-07-29T11:00,Nord\n`;
  const there = event();
  there.import(units('2026-07-27T10:00'), 'p.csv', { gapMinutes: 30 });
  const { report, gone } = there.plan(units('?'), 'p.csv', { gapMinutes: 30 });
  expect([report.counts.refused, report.counts.gone, gone]).toEqual([1, 0, []]);
});
