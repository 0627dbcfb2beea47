/** Each format that a file of an event comes in: guessed, read, and told where it is wrong. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';
import { eventsLimits } from '../contract.ts';
import { importLimits } from './contract.ts';
import { readSource } from './source.ts';

const says = (
  rows: readonly { readonly row: number | null; readonly says: readonly { readonly en: string }[] }[],
) => rows.map(({ row, says: all }) => [row, ...all.map(({ en }) => en)]);

const sites = JSON.stringify([
  {
    ...{ code_site: 'NRD', nom_site: 'Stade du Nord', sports: 'Football', adress: null },
    ...{ start_date: '2029-07-20', end_date: '2029-08-05', latitude: '33,97', longitude: '-6,85' },
    point_geo: { lon: -6.85, lat: 33.97 },
  },
  { code_site: 'SUD', nom_site: 'Arène du Sud', point_geo: { lon: -6.9, lat: 33.9 } },
  { code_site: 'NRD', nom_site: 'Stade du Nord', start_date: '2029-08-20', end_date: '2029-08-31' },
]);

test('an array of objects in French, with decimal commas and objects within, is taken for venues', () => {
  const event = memoryEvent();
  const { report, target, venues } = event.import(sites, 'sites-de-competition.json');
  expect(target).toBe('venues');
  expect(report.settings.mapping).toMatchObject({ code_site: 'code', nom_site: 'name', latitude: 'lat' });
  expect(venues.map(({ after }) => after)).toMatchObject([
    {
      ...{ code: 'NRD', name: { fr: 'Stade du Nord' }, place: { lat: 33.97, lon: -6.85 } },
      // The same venue again, for other days.
      ...{ firstDay: '2029-07-20', lastDay: '2029-08-31', state: 'in-use', capacity: null },
    },
    { code: 'SUD', name: { fr: 'Arène du Sud' }, place: null },
  ]);
  expect(report).toMatchObject({ rowCount: 3, counts: { added: 2, refused: 0, noted: 1 } });
});

test('where only objects within an object say the place, that is what is read', () => {
  const rows = JSON.stringify([{ id: 'A', name: 'North stadium', point_geo: { lon: 2.5, lat: 48.5 } }]);
  const { venues } = memoryEvent().plan(rows, 'venues.json');
  expect(venues[0]?.after).toMatchObject({
    code: 'A',
    name: { en: 'North stadium' },
    place: { lat: 48.5, lon: 2.5 },
  });
});

const programme =
  'start_date,end_date,status,discipline,event,phase,venue,venue_code,url\n' +
  '2029-07-24T15:00:00+02:00,2029-07-24T16:45:00+02:00,FINISHED,Football,Men,Men Group B,Nord,NRD,/m1\n' +
  '2029-07-24T18:00:00+02:00,2029-07-24T19:00:00+02:00,CANCELLED,Football,Men,Men Group B,Nord,NRD,/m2\n' +
  '2029-07-24T19:00:00+02:00,,SCHEDULED,Ceremony,,,,,\n' +
  '2029-07-24T21:00:00+02:00,2029-07-24T20:00:00+02:00,,Football,Men,Final,Nord,NRD,/m3\n' +
  'demain,2029-07-24T20:00:00+02:00,,Football,Men,Final,Nord,NRD,/m4\n';

test('a programme is taken for sessions; rows that cannot be read are refused with number and reason', () => {
  const { report, sessions, venues } = memoryEvent().plan(programme, 'schedules.csv');
  expect(sessions.map(({ after }) => after)).toMatchObject([
    { code: '/m1', title: 'Men Group B', startsAt: '2029-07-24T13:00:00.000Z', state: 'planned' },
    { code: '/m2', state: 'cancelled', endsAt: '2029-07-24T17:00:00.000Z' },
    { code: 'ceremony-ceremony', title: 'Ceremony', venue: null, endsAt: '2029-07-24T19:00:00.000Z' },
  ]);
  // The venue that nobody knew is made, and the sessions are there.
  expect(venues.map(({ after }) => after)).toMatchObject([{ code: 'NRD', name: { en: 'Nord' } }]);
  expect(sessions[0]?.after.venue).toBe(venues[0]?.after.id);
  expect(says(report.rows.filter(({ act }) => act === 'refused'))).toEqual([
    [5, 'It ends before it begins.'],
    [6, '«demain» cannot be read as a time. Write 2029-07-25 21:00 or 25/07/2029 21:00.'],
  ]);
  expect(report.counts).toMatchObject({ added: 3, refused: 2, noted: 1 });
});

test('times without an offset are of the node’s zone; day and hour may stand apart, French or Arabic', () => {
  const french = 'Date;Heure début;Heure fin;Épreuve;Lieu\n25/07/2029;21h00;00h30;Finale;Nord\n';
  expect(memoryEvent('Africa/Casablanca').plan(french, 'calendrier.csv').sessions[0]?.after).toMatchObject({
    ...{ title: 'Finale', startsAt: '2029-07-25T20:00:00.000Z', endsAt: '2029-07-25T23:30:00.000Z' },
  });
  const arabic = 'التاريخ,الساعة,المباراة,الملعب\n٢٥/٠٧/٢٠٢٩,٢١:٠٠,النهائي,الشمالي\n';
  expect(memoryEvent().plan(arabic, 'برنامج.csv').sessions[0]?.after).toMatchObject({
    ...{ title: 'النهائي', startsAt: '2029-07-25T19:00:00.000Z' },
  });
});

const calendar = (events: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//trial//EN\r\n${events}END:VCALENDAR\r\n`;
const entry = (uid: string, lines: string) => `BEGIN:VEVENT\r\nUID:${uid}\r\n${lines}END:VEVENT\r\n`;

test('a calendar is read with its zones, whole days left out, and what repeats up to the limit', () => {
  const text = calendar(
    entry('a', 'SUMMARY:Ouverture\\, acte 1\r\nDTSTART:20290724T170000Z\r\nDTEND:20290724T190000Z\r\n') +
      entry('b', 'SUMMARY:Local\r\nDTSTART:20290725T100000\r\nDTEND:20290725T110000\r\nLOCATION:Nord\r\n') +
      entry('c', 'SUMMARY:Zone\r\nDTSTART;TZID=America/New_York:20290725T100000\r\nDURATION:PT1H\r\n') +
      entry('d', 'SUMMARY:Jour\r\nDTSTART;VALUE=DATE:20290725\r\n') +
      entry(
        'e',
        'SUMMARY:Rep\r\nDTSTART:20290726T100000Z\r\nDTEND:20290726T110000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\n',
      ),
  );
  const { report, sessions, target } = memoryEvent().plan(text, 'programme.ics');
  expect([report.format, target]).toEqual(['icalendar', 'sessions']);
  expect(sessions.map(({ after: { title, startsAt } }) => [title, startsAt.slice(5, 16)])).toEqual([
    ['Ouverture, acte 1', '07-24T17:00'],
    ['Local', '07-25T08:00'],
    ['Zone', '07-25T14:00'],
    ['Rep', '07-26T10:00'],
    ['Rep', '07-27T10:00'],
    ['Rep', '07-28T10:00'],
  ]);
  expect(report.counts.refused).toBe(1);
  const endless = calendar(entry('f', 'SUMMARY:X\r\nDTSTART:20290726T100000Z\r\nRRULE:FREQ=DAILY\r\n'));
  expect(memoryEvent().plan(endless, 'x.ics').report.rowCount).toBe(importLimits.occurrences);
  expect(memoryEvent().plan('BEGIN:VCALENDAR\nnonsense', 'x.ics').report.problems).toHaveLength(1);
});

const feature = (name: string, geometry: unknown) => ({
  type: 'Feature',
  properties: { id: name, name },
  geometry,
});
const collection = (...features: readonly unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

test('GeoJSON: points and polygons become venues, lines routes, and what is unsound is refused', () => {
  const square = [
    [
      [2, 48],
      [3, 48, 120],
      [3, 49],
      [2, 49],
    ],
  ];
  const places = memoryEvent().plan(
    collection(
      feature('A', { type: 'Point', coordinates: [2.3, 48.8, 35] }),
      feature('B', { type: 'Polygon', coordinates: square }),
      feature('C', { type: 'Point', coordinates: [652_000, 6_862_000] }),
      feature('D', { type: 'Polygon', coordinates: [[[2, 48]]] }),
    ),
    'venues.geojson',
  );
  expect(places.venues.map(({ after }) => after)).toMatchObject([
    { code: 'A', place: { lat: 48.8, lon: 2.3 }, outline: null },
    // The ring is closed, and its heights are left out.
    {
      code: 'B',
      place: { lat: 48.5, lon: 2.5 },
      outline: { coordinates: [[[2, 48], [3, 48], {}, {}, [2, 48]]] },
    },
  ]);
  expect(places.report.rows.filter(({ act }) => act === 'refused').map(({ row }) => row)).toEqual([3, 4]);
  const path = {
    type: 'LineString',
    coordinates: [
      [2, 48],
      [2.5, 48.5],
    ],
  };
  const routes = memoryEvent().plan(collection(feature('R', path)), 'torch.geojson');
  expect(routes.objects.map(({ after }) => after)).toMatchObject([{ code: 'R', kind: 'route', line: path }]);
});

test('a file that cannot be read, is empty or too long says so as a whole', () => {
  const problems = (text: string, name = 'x.csv') =>
    memoryEvent()
      .plan(text, name)
      .report.problems.map(({ en }) => en);
  expect(problems('[{"a": 1')).toEqual(['This is not valid JSON: the file seems cut off or edited by hand.']);
  expect(problems('{"a": 1}')).toEqual(['The file holds no list of things.']);
  expect(problems('name,lat\n')).toEqual(['The file holds no rows.']);
  expect(problems('name,"lat\n')).toEqual(['Quotes do not match near line 1.']);
  const rows = (count: number) =>
    `code,name\n${Array.from({ length: count }, (_, at) => `${at},Site ${at}`).join('\n')}`;
  const long = rows(importLimits.rows + 1);
  expect(problems(long)).toEqual([`More than ${importLimits.rows} rows. Split the file.`]);
  expect(readSource(new TextEncoder().encode(rows(importLimits.rows))).problems).toEqual([]);
  const beyond = 'The import goes beyond the limit of the event (2000).';
  expect(problems(rows(eventsLimits.teams), 'equipes.csv')).toEqual([]);
  expect(problems(rows(eventsLimits.teams + 1), 'equipes.csv')).toEqual([beyond]);
  const columns = (count: number) =>
    `${Array.from({ length: count }, (_, at) => `c${at}`).join()}\n${Array(count).fill('1').join()}`;
  expect(readSource(new TextEncoder().encode(columns(importLimits.columns))).problems).toEqual([]);
  expect(problems(columns(importLimits.columns + 1))).toEqual([
    `More than ${importLimits.columns} columns. Remove those that are not needed.`,
  ]);
  const cell = (length: number) => `code,name\nA,Site ${'x'.repeat(length)}\n`;
  expect(memoryEvent().plan(cell(eventsLimits.name), 'x.csv').report.counts.refused).toBe(1);
  expect(memoryEvent().plan(cell(eventsLimits.name - 5), 'x.csv').report.counts.refused).toBe(0);
});

test('so many columns that their names alone are too much are told at once', () => {
  const text = `${Array.from({ length: 50_000 }, (_, at) => `c${at}`).join()}\n1,2\n`;
  const begun = performance.now();
  const { report } = memoryEvent().plan(text, 'x.csv');
  // By what grows with the square of the columns it took seven seconds.
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(report.problems.map(({ en }) => en)).toEqual([
    `More than ${importLimits.columns} columns. Remove those that are not needed.`,
  ]);
});

test('a workbook, an archive and a picture are told as what they are; UTF-16 without a mark is read', () => {
  const problems = (...bytes: readonly number[]) =>
    memoryEvent()
      .plan(Uint8Array.from([...bytes, 0, 0, 5, 0, 9, 7, 0, 0]), 'x.csv')
      .report.problems.map(({ en }) => en.slice(0, 25));
  const zip = [0x50, 0x4b, 3, 4];
  expect(problems(...zip, ...Buffer.from('xl/workbook.xml'))).toEqual(['This is an Excel workbook']);
  expect(problems(0xd0, 0xcf, 0x11, 0xe0)).toEqual(['This is an Excel workbook']);
  for (const begun of [
    [...zip, 0x61],
    [0x1f, 0x8b],
    [0x89, 0x50, 0x4e, 0x47],
    [0x61, 0, 0, 0x3b],
  ])
    expect(problems(...begun)).toEqual(['This is no table and no c']);
  const wide = Buffer.from('code,name\nA,ملعب الشمال\nB,Stade\n', 'utf16le');
  expect(memoryEvent().plan(wide, 'x.csv').report.counts.added).toBe(2);
});

test('a column headed as a field is that field, and a value that is none refuses its row', () => {
  const { report, venues } = memoryEvent().plan(
    'Code;Nom;Capacité\nV1;Stade un;35000\nV2;Stade deux;abc\n',
    'sites.csv',
  );
  expect(report.settings.mapping).toMatchObject({ Capacité: 'capacity' });
  expect(venues.map(({ after: { code, capacity } }) => [code, capacity])).toEqual([['V1', 35_000]]);
  expect(says(report.rows.filter(({ act }) => act === 'refused'))).toEqual([
    [3, '«abc» cannot be read as a number. Write it in figures alone: 45000, 48.8637.'],
  ]);
});

test('of rows with one code the first counts where they differ, and no note grows with the file', () => {
  const rows = Array.from({ length: 40 }, (_, at) => `V,Nord,${at + 100}\n`).join('');
  const [noted] = memoryEvent().plan(`code,name,capacity\n${rows}`, 'venues.csv').report.rows;
  const told = noted?.says.map(({ en }) => en) ?? [];
  expect(told.slice(0, 2)).toEqual([
    'The same venue as row 3: they are taken together.',
    'Where they differ, the first row counts: 100 (≠ 101).',
  ]);
  expect([told.length, told.at(-1)]).toEqual([importLimits.notes + 1, 'And more to note.']);
});

test('a repetition that is cut and a zone that nobody knows are told with the row', () => {
  const notes = (lines: string) =>
    memoryEvent()
      .plan(calendar(entry('a', `SUMMARY:X\r\n${lines}`)), 'x.ics')
      .report.rows.filter(({ act }) => act === 'noted')
      .map(({ row, says: all }) => [row, ...all.map(({ en }) => en.slice(0, 30))]);
  const endless = 'DTSTART:20290726T100000Z\r\nDTEND:20290726T110000Z\r\nRRULE:FREQ=DAILY';
  expect(notes(`${endless}\r\n`)).toEqual([[importLimits.occurrences, 'This entry repeats more often:']]);
  expect(notes(`${endless};COUNT=3\r\n`)).toEqual([]);
  const mars = 'DTSTART;TZID=Mars/X:20290725T100000\r\nDTEND;TZID=Mars/X:20290725T110000\r\n';
  expect(notes(mars)).toEqual([[1, 'Unknown time zone «Mars/X»: th']]);
  expect(
    memoryEvent().plan(calendar(entry('a', `SUMMARY:X\r\n${mars}`)), 'x.ics').sessions[0]?.after,
  ).toMatchObject({
    startsAt: '2029-07-25T08:00:00.000Z',
  });
});

test('a session outside the days of the event is noted', () => {
  const days = { firstDay: '2027-02-10', lastDay: '2027-02-12' };
  const line = (day: string) => `title,start,end\nM,${day}T10:00,${day}T12:00\n`;
  const noted = (day: string) =>
    memoryEvent('Europe/Paris', days)
      .plan(line(day), 'p.csv')
      .report.rows.flatMap(({ says: all }) => all.map(({ en }) => en))
      .filter((text) => text.startsWith('Outside'));
  expect(noted('2030-02-12')).toEqual([
    'Outside the days of the event (2027-02-10 – 2027-02-12): check the date and the year.',
  ]);
  expect(noted('2027-02-12')).toEqual([]);
});

test('a session of an absurd year or length is refused with its row', () => {
  const refused = (from: string, to: string) =>
    memoryEvent().plan(`title,start,end\nM,${from},${to}\n`, 'p.csv').report.counts.refused;
  expect(refused('1900-01-01T10:00Z', '2027-01-01T10:00Z')).toBe(1);
  expect(refused('2150-01-01T10:00Z', '2150-01-01T12:00Z')).toBe(1);
  const longest = new Date(Date.UTC(2029, 6, 1) + eventsLimits.sessionHours * 3_600_000).toISOString();
  expect(refused('2029-07-01T00:00Z', longest)).toBe(0);
  expect(refused('2029-06-30T23:59Z', longest)).toBe(1);
});
