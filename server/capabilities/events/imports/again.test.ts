/** What a file does that comes again, who plays where, and units as sessions. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';

const table = (...rows: readonly string[]) => `code,title,start,end,venue,capacity\n${rows.join('\n')}\n`;
const row = (code: string, hour: string, venue = 'Nord') =>
  `${code},Match ${code},2029-07-24T${hour}:00Z,2029-07-24T23:00Z,${venue},`;

test('what comes again is compared by field; what is gone is cancelled, and stands again once back', () => {
  const event = memoryEvent();
  event.import(table(row('A', '15'), row('B', '16'), row('C', '17')), 'p.csv');
  const [, b] = event.there().sessions;
  const again = event.import(table(row('A', '15'), row('B', '18'), row('D', '19')), 'p.csv');
  expect(again.report.counts).toMatchObject({ added: 1, changed: 1, unchanged: 1, gone: 1 });
  expect(again.report.rows.find(({ act }) => act === 'changed')).toMatchObject({
    ...{ row: 3, code: 'B', label: 'Match B' },
    fields: [
      { field: 'state', before: 'planned', after: 'moved' },
      { field: 'startsAt', before: '2029-07-24T16:00:00.000Z', after: '2029-07-24T18:00:00.000Z' },
    ],
  });
  const states = () => Object.fromEntries(event.there().sessions.map(({ code, state }) => [code, state]));
  expect(states()).toEqual({ A: 'planned', B: 'moved', C: 'cancelled', D: 'planned' });
  expect(event.there().sessions.find(({ code }) => code === 'B')?.id).toBe(b?.id);
  event.import(table(row('A', '15'), row('B', '18'), row('C', '17'), row('D', '19')), 'p.csv');
  expect(states()).toMatchObject({ B: 'moved', C: 'planned' });
  // Another file says nothing of what came in this one; nor does this one, where gone things are to stay.
  expect(event.plan(table(row('E', '15')), 'other.csv').report.counts).toMatchObject({ added: 1, gone: 0 });
  const kept = event.plan(table(row('A', '15')), 'p.csv', { cancelGone: false });
  expect([kept.report.counts.gone, kept.gone, kept.sessions]).toEqual([3, [], []]);
});

test('what the file does not say stays, and the digest is the same until the event changes', () => {
  const event = memoryEvent();
  event.import('code,name,town,capacity\nN,Stade du Nord,Rabat,45 000\n', 'a.csv');
  const later = event.plan('code,name,lat,lon\nN,Stade du Nord,33.9,-6.8\n', 'a.csv');
  expect(later.venues[0]?.after).toMatchObject({ town: 'Rabat', capacity: 45_000, place: { lat: 33.9 } });
  expect(later.report.rows).toMatchObject([{ act: 'changed', fields: [{ field: 'place' }] }]);
  const twice = () => event.plan('code,name\nX,Nouveau site\n', 'b.csv').report.digest;
  const before = twice();
  expect(twice()).toBe(before);
  event.import('code,name\nX,Nouveau site\n', 'b.csv');
  expect(twice()).not.toBe(before);
});

const lineAt = (venue: string, at: number) => `M${at},Morocco,Ivory Coast,2029-07-24T15:00Z,${venue}`;

test('a venue is found by code, by name, or by what it is like; the choice by hand goes before', () => {
  const event = memoryEvent();
  event.import(
    'code,nom,ville\nPMA,Complexe Sportif Prince Moulay Abdellah,Rabat\nBAR,Stade Al Barid,Rabat\n' +
      'TNG,Grand Stade de Tanger,Tanger\nFEZ,Complexe Sportif de Fès,Fès\n',
    'stades.csv',
  );
  const lines = (...venues: readonly string[]) =>
    ['id,home team,away team,kickoff,venue', ...venues.map(lineAt)].join('\n');
  const text = lines(
    'PMA',
    'Stade Al Barid',
    'Prince Moulay Abdellah Stadium - Rabat',
    'Ibn Stadium - Tangier',
    'Lune',
  );
  const found = (settings = {}) => {
    const { report, venues } = event.plan(text, 'fixtures.csv', settings);
    const codes = new Map(
      [...event.there().venues, ...venues.map(({ after }) => after)].map((one) => [one.id, one.code]),
    );
    return report.venues.map(({ text: said, by, venue }) => [
      said.slice(0, 8),
      by,
      codes.get(venue ?? '') ?? null,
    ]);
  };
  const others = [
    ['PMA', 'code', 'PMA'],
    ['Stade Al', 'name', 'BAR'],
    ['Prince M', 'alike', 'PMA'],
    ['Ibn Stad', 'alike', 'TNG'],
  ];
  expect(found()).toEqual([...others, ['Lune', 'new', null]]);
  const fez = event.there().venues.find(({ code }) => code === 'FEZ')?.id ?? '';
  expect(found({ venues: { Lune: fez } })).toEqual([...others, ['Lune', 'chosen', 'FEZ']]);
  expect(found({ venues: { Lune: null } })).toEqual([...others, ['Lune', 'none', null]]);
});

test('sides are countries by the teams of the event and by name; who is not known yet is none', () => {
  const event = memoryEvent();
  event.import(
    '[{"code":"ZZX","en":"Atlas XI","fr":"Onze de l’Atlas"},{"code":"RSA","en":"South Africa"}]',
    'teams.json',
  );
  expect(event.there().teams.map(({ code, nation }) => [code, nation])).toEqual([
    ['ZZX', null],
    ['RSA', 'ZA'],
  ]);
  const text =
    'match id,home,away,kickoff\n1,RSA,Côte d’Ivoire,2029-07-24T15:00Z\n' +
    '2,المغرب,Winner SF-1,2029-07-25T15:00Z\n';
  expect(
    event.plan(text, 'fixtures.csv').sessions.map(({ after: { title, nations } }) => [title, nations]),
  ).toEqual([
    ['RSA – Côte d’Ivoire', ['ZA', 'CI']],
    ['المغرب – Winner SF-1', ['MA']],
  ]);
});

const units = (...rows: readonly (readonly [code: string, from: string, to: string, state?: string])[]) =>
  `url,title,start,end,venue,status\n${rows
    .map(
      ([code, from, to, state = '']) =>
        `${code},Unit ${code},2029-07-24T${from}Z,2029-07-24T${to}Z,Nord,${state}`,
    )
    .join('\n')}`;

test('units at one venue without a long pause are one session; the units are kept', () => {
  const event = memoryEvent();
  const day = units(
    ['a', '09:00', '09:30'],
    ['b', '09:20', '10:00', 'CANCELLED'],
    ['c', '10:45', '11:00'],
    ['d', '11:46', '12:00'],
  );
  const { report, sessions } = event.import(day, 'p.csv', { gapMinutes: 45 });
  expect(report.grouped).toEqual({ units: 4, sessions: 2 });
  expect(
    sessions.map(({ after: { code, startsAt, endsAt } }) => [
      code,
      startsAt.slice(11, 16),
      endsAt.slice(11, 16),
    ]),
  ).toEqual([
    ['Nord-20290724-1', '09:00', '11:00'],
    ['Nord-20290724-2', '11:46', '12:00'],
  ]);
  expect(sessions[0]?.after).toMatchObject({
    state: 'planned',
    units: [{ code: 'a' }, { state: 'cancelled' }, { code: 'c' }],
  });
  // A new session before them takes none of their codes: each stays itself by its units.
  const earlier = units(
    ['z', '06:00', '07:00'],
    ['a', '09:10', '09:30'],
    ['c', '10:45', '11:00'],
    ['d', '11:46', '12:00'],
  );
  const again = event.plan(earlier, 'p.csv', { gapMinutes: 75 });
  expect(again.report.counts).toMatchObject({ added: 1, changed: 1, gone: 1 });
  expect(again.sessions.map(({ after: { code, state } }) => [code, state])).toEqual([
    ['Nord-20290724-3', 'planned'],
    ['Nord-20290724-1', 'moved'],
    ['Nord-20290724-2', 'cancelled'],
  ]);
});

test('codes that come again are numbered in the order of time, so that no unit is lost', () => {
  const { sessions } = memoryEvent().plan(
    units(['a', '11:00', '12:00'], ['a', '09:00', '10:00'], ['b', '09:00', '10:00']),
    'p.csv',
  );
  expect(sessions.map(({ after: { code, startsAt } }) => [code, startsAt.slice(11, 13)])).toEqual([
    ['a#2', '11'],
    ['a', '09'],
    ['b', '09'],
  ]);
});

test('what was changed by hand stays, is said, and gives way only where it is named', () => {
  const event = memoryEvent();
  const file = table(row('A', '15'), row('B', '16'), row('C', '17'));
  event.import(file, 'p.csv');
  event.changeSession('A', { startsAt: '2029-07-24T14:00:00.000Z', title: 'Ouverture' });
  event.changeSession('C', { state: 'planned' });
  const again = event.plan(file, 'p.csv');
  expect(again.report.counts).toMatchObject({ changed: 0, unchanged: 3, kept: 1 });
  expect(again.report.rows).toMatchObject([
    {
      ...{ act: 'kept', row: 2, code: 'A' },
      fields: [
        { field: 'title', before: 'Ouverture', after: 'Match A' },
        { field: 'startsAt', before: '2029-07-24T14:00:00.000Z', after: '2029-07-24T15:00:00.000Z' },
      ],
    },
  ]);
  expect(again.sessions).toEqual([]);
  // What the hand put back is not called off again for being gone.
  expect(event.plan(table(row('A', '15'), row('B', '16')), 'p.csv')).toMatchObject({ gone: [] });
  for (const overrule of [['A'], 'all'] as const) {
    const taken = event.plan(file, 'p.csv', {
      overrule: typeof overrule === 'string' ? 'all' : [...overrule],
    });
    expect(taken.report.counts).toMatchObject({ changed: 1, kept: 0 });
    expect(taken.sessions[0]?.after).toMatchObject({ title: 'Match A', state: 'moved' });
  }
  expect(event.plan(file, 'p.csv', { overrule: ['B'] }).report.counts).toMatchObject({ kept: 1 });
});
