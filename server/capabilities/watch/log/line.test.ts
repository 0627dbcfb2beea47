import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandNames, commands, type ReadLine, readLine, toldMoment } from './line-contract.ts';

const nothing = { categories: [], pin: false, alert: false, problems: [] };

test.each<[string, string, Partial<ReadLine>]>([
  ['plain text', 'Gate 4 closed', { text: 'Gate 4 closed' }],
  ['a time in English', '/at 2:14 Gate 4', { text: 'Gate 4', at: { kind: 'clock', time: '02:14' } }],
  ['a time in French', 'Porte 4 /heure 02h14', { text: 'Porte 4', at: { kind: 'clock', time: '02:14' } }],
  ['a French name of one letter', '/à 23h05 fin', { text: 'fin', at: { kind: 'clock', time: '23:05' } }],
  ['a time in Arabic', '/وقت ٠٢:١٤ البوابة', { text: 'البوابة', at: { kind: 'clock', time: '02:14' } }],
  ['a time in one', '/at 0214 x', { text: 'x', at: { kind: 'clock', time: '02:14' } }],
  ['minutes ago', '/at -15 x', { text: 'x', at: { kind: 'ago', minutes: 15 } }],
  ['a place of one word', '/place Saint-Denis x', { text: 'x', place: 'Saint-Denis' }],
  ['a place in quotation marks', '/lieu « Stade de France » x', { text: 'x', place: 'Stade de France' }],
  ['an Arabic place', 'حريق /مكان "باب ٤"', { text: 'حريق', place: 'باب ٤' }],
  ['a name without its accent', '/evenement JO x', { text: 'x', event: 'JO' }],
  ['hamza left out', '/انذار حريق', { text: 'حريق', alert: true }],
  ['a label', '/tlp RED x', { text: 'x', tlp: 'red' }],
  ['a label with its prefix', '/tlp TLP:AMBER+STRICT x', { text: 'x', tlp: 'amber+strict' }],
  [
    'a grade',
    '/cotation b2 x',
    { text: 'x', grading: { scheme: 'admiralty', source: 'B', information: '2' } },
  ],
  ['persons', '/person suspect /personne témoin x', { text: 'x', categories: ['suspect', 'witness'] }],
  ['an Arabic person', '/شخص ضحية x', { text: 'x', categories: ['victim'] }],
  ['a correction', '/correct 4711 It was gate 5', { text: 'It was gate 5', corrects: 4711 }],
  ['a correction in Arabic digits', '/تصحيح #٤٧١١ x', { text: 'x', corrects: 4711 }],
  ['a kind', '/décision Porte fermée', { text: 'Porte fermée', kind: 'decision' }],
  ['pin and alert', 'Fire /pin /alert', { text: 'Fire', pin: true, alert: true }],
  ['own service alone', '/circle - x', { text: 'x', circle: '-' }],
  ['a command in a value is its value', '/place "gate /pin" x', { text: 'x', place: 'gate /pin' }],
  ['two lines', '/pin one\ntwo', { text: 'one\ntwo', pin: true }],
  [
    'a fraction, a path, a unit',
    '3/4 of /24 at 80 km/h, see a/b',
    { text: '3/4 of /24 at 80 km/h, see a/b' },
  ],
  ['a line that escapes commands', '//pin is a word', { text: '/pin is a word' }],
])('%s', (_what, line, read) => {
  expect(readLine(line)).toEqual({ ...nothing, ...read });
});

test.each([
  ['/foo x', 'unknown-command', '/foo'],
  ['x /place', 'value-missing', '/place'],
  ['/place "" x', 'value-missing', '/place'],
  ['/place /pin x', 'value-missing', '/place'],
  ['/place "Gate 4 of the stadium', 'value-missing', '/place'],
  ['/lieu «porte D du stade', 'value-missing', '/lieu'],
  ['/at 24:00 x', 'value-wrong', '/at 24:00'],
  ['/tlp purple x', 'value-wrong', '/tlp purple'],
  ['/grade G7 x', 'value-wrong', '/grade G7'],
  ['/correct none x', 'value-wrong', '/correct none'],
  ['/person neighbour x', 'value-wrong', '/person neighbour'],
  ['/tlp red /tlp green x', 'twice', '/tlp'],
])('%s is told as %s', (line, rule, said) => {
  expect(readLine(line).problems).toEqual([{ rule, said }]);
});

test('no name stands for two commands', () => {
  const names = commands.flatMap((command) => commandNames[command]);
  expect(new Set(names).size).toBe(names.length);
});

test('every command is understood by each of its names', () => {
  for (const command of commands)
    for (const name of commandNames[command])
      expect({ name, problems: readLine(`x /${name} -`).problems.map(({ rule }) => rule) }).not.toMatchObject(
        {
          problems: ['unknown-command'],
        },
      );
});

test('any text is read without a throw, and without a slash it is its own text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
      const read = readLine(line);
      if (!line.includes('/')) expect(read.text.replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
    }),
  );
});

test('a long line is read in time that grows with it', () => {
  const started = performance.now();
  for (const line of ['/place '.repeat(20_000), '"'.repeat(100_000), `/at ${'9'.repeat(100_000)}`])
    readLine(line);
  expect(performance.now() - started).toBeLessThan(5_000);
});

const clock = (time: string): ReadLine['at'] => ({ kind: 'clock', time });
// Casablanca is an hour ahead of UTC, save in Ramadan (from 15 February 2026), when it is at UTC.
test.each([
  ['just now', '14:00', '2026-06-01T13:00:00.000Z', 'happened', '2026-06-01T13:00:00.000Z'],
  ['this morning', '06:10', '2026-06-01T13:00:00.000Z', 'happened', '2026-06-01T05:10:00.000Z'],
  ['before midnight', '23:50', '2026-06-01T23:10:00.000Z', 'happened', '2026-06-01T22:50:00.000Z'],
  ['last evening', '21:00', '2026-06-01T13:00:00.000Z', 'happened', '2026-05-31T20:00:00.000Z'],
  ['a clock that is fast', '14:05', '2026-06-01T13:00:00.000Z', 'happened', '2026-06-01T13:05:00.000Z'],
  ['a minute more', '14:06', '2026-06-01T13:00:00.000Z', 'ahead', '2026-06-01T13:06:00.000Z'],
  ['this evening', '19:59', '2026-06-01T13:00:00.000Z', 'ahead', '2026-06-01T18:59:00.000Z'],
  ['past the midnight to come', '00:30', '2026-06-01T22:00:00.000Z', 'ahead', '2026-06-01T23:30:00.000Z'],
  ['in Ramadan', '14:00', '2026-02-20T14:00:00.000Z', 'happened', '2026-02-20T14:00:00.000Z'],
  ['in Ramadan, ahead', '15:00', '2026-02-20T14:00:00.000Z', 'ahead', '2026-02-20T15:00:00.000Z'],
])('%s: %s is read by the clock of Casablanca', (_what, time, now, kind, at) => {
  expect(toldMoment(clock(time), 'Africa/Casablanca', now)).toEqual({ kind, at });
});
