/** Venues that another list calls otherwise: proposed, linked, and found by that list's code from then on. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';

const french =
  'code;nom;ville;lat;lon\nBCY;Arena Bercy;Paris;48,8386;2,3786\n' +
  'PNO;Arena Paris Nord;Villepinte;48,9721;2,5150\n' +
  'LYO;Stade de Lyon;Lyon;45,7653;4,9821\nSP1;Arena Paris Sud 1;Paris;48,8300;2,2890\n' +
  'SP4;Arena Paris Sud 4;Paris;48,8320;2,2860\nVE1;Vélodrome national du Plateau;;48,7880;2,0350\n';
const there = () => {
  const event = memoryEvent();
  event.import(french, 'sites.csv');
  const codes = new Map(event.there().venues.map(({ id, code }) => [id, code] as const));
  const ids = new Map(event.there().venues.map(({ id, code }) => [code, id] as const));
  return { event, codes, idOf: (code: string) => ids.get(code) ?? '' };
};
/** What the file's codes are taken for. */
const look = (text: string, settings = {}) => {
  const { event, codes } = there();
  const { report } = event.plan(text, 'list.csv', settings);
  return report.alike.map(({ code, venue, by, isLinked }) => [
    ...[code, by, codes.get(venue ?? '') ?? null, isLinked],
  ]);
};

test('other words, another order or another script: it is the venue that is there already', () => {
  expect(look('code,name\nB1,Bercy Arena\n')).toEqual([['B1', 'words', 'BCY', true]]);
  expect(look('code,name\nB2,أرينا بيرسي\n')).toEqual([['B2', 'sound', 'BCY', true]]);
  expect(look('code,name\nB3,North Paris Arena\n')).toEqual([['B3', 'words', 'PNO', true]]);
  expect(look('code,name\nB4,ملعب ليون\n')).toEqual([['B4', 'sound', 'LYO', true]]);
  expect(look('code,name\nB5,Plateau Velodrome\n')).toEqual([['B5', 'words', 'VE1', true]]);
});

test('what may be another venue is proposed and made new; what is another is not proposed', () => {
  // One of several that are numbered, and another kind of place in the same town.
  expect(look('code,name\nS,South Paris Arena\n')[0]?.[3]).toBe(false);
  expect(look('code,name\nS,Arena Paris Sud 6\n')).not.toContainEqual(expect.arrayContaining([true]));
  expect(look('code,name\nL,Lyon Arena\n')).toEqual([['L', 'words', 'LYO', false]]);
  // The same words forty kilometres away; places are often given no better than to some.
  expect(look('code,name,lat,lon\nL,Lyon Stadium,45.4,4.9\n')).toEqual([['L', 'words', 'LYO', false]]);
  // Other words on the same spot.
  expect(look('code,name,lat,lon\nX,Vélodrome olympique,45.7654,4.9822\n')[0]).toEqual([
    ...['X', 'place', 'LYO', false],
  ]);
  expect(look('code,name\nZ,Château de Chantilly\n')).toEqual([['Z', 'none', null, false]]);
});

test('a list that names two venues means two: one of them at most is taken for one that is there', () => {
  expect(look('code,name\nB1,Bercy Arena\nB2,Arena de Bercy\n').map(([, , , isLinked]) => isLinked)).toEqual([
    true,
    false,
  ]);
  expect(look('code,name\nBCY,Arena Bercy\nB2,Bercy Arena\n')).toEqual([['B2', 'words', 'BCY', false]]);
});

test('what is linked keeps its names, takes what the list adds, and is found again by that code', () => {
  const { event, idOf } = there();
  const list = 'code,name,capacity\nB1,Bercy Arena,15000\nB2,أرينا بيرسي,\n';
  const links = { B1: idOf('BCY'), B2: idOf('BCY') };
  const first = event.import(list, 'en.csv', { links });
  expect(first.report.counts).toMatchObject({ added: 0, changed: 1, linked: 2 });
  const bercy = () => event.there().venues.find(({ code }) => code === 'BCY');
  expect(bercy()).toMatchObject({
    name: { fr: 'Arena Bercy', en: 'Bercy Arena' },
    capacity: 15_000,
    town: 'Paris',
  });
  expect(event.there().venues).toHaveLength(6);
  const again = event.plan(list, 'other.csv');
  expect(again.report.alike.map(({ code, by }) => [code, by])).toEqual([
    ['B1', 'known'],
    ['B2', 'known'],
  ]);
  expect(again.report.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, linked: 0, noted: 1 });
  // A programme that says the other list's code means the same venue.
  const programme = event.plan('title,start,venue code\nX,2029-07-22T10:00Z,B1\n', 'p.csv');
  expect(programme.report.venues).toMatchObject([{ text: 'B1', by: 'code', venue: idOf('BCY') }]);
  expect(programme.venues).toEqual([]);
  // It stays with the list that it came from.
  event.import(list, 'en.csv');
  expect(event.plan('code,nom\nLYO,Stade de Lyon\n', 'sites.csv').gone).toContain(idOf('BCY'));
});

test('the planner has the last word: a new venue, or another one', () => {
  const { event, idOf } = there();
  const list = 'code,name\nB1,Bercy Arena\n';
  const fresh = event.plan(list, 'en.csv', { links: { B1: null } });
  expect([fresh.report.counts.added, fresh.codes]).toEqual([1, []]);
  expect(fresh.report.alike).toMatchObject([{ code: 'B1', venue: idOf('BCY'), isLinked: false }]);
  const other = event.import(list, 'en.csv', { links: { B1: idOf('LYO') } });
  expect(other.codes).toEqual([{ code: 'B1', venue: idOf('LYO') }]);
  // What was linked wrongly is made new after all.
  event.import(list, 'en.csv', { links: { B1: null } });
  expect(event.plan(list, 'en.csv').report.counts).toMatchObject({ added: 0, unchanged: 1 });
});

test('a programme finds its venues in the other script', () => {
  const { event, idOf } = there();
  const { report } = event.plan('title,start,venue\nX,2029-07-22T10:00Z,أرينا بيرسي\n', 'p.csv');
  expect(report.venues).toMatchObject([{ by: 'alike', venue: idOf('BCY') }]);
});

test('a large list is compared with a large event within seconds', () => {
  const rows = (stem: string) =>
    Array.from({ length: 1_000 }, (_, at) => `${stem}${at},Stade ${stem} ${at} de la ville ${at % 50}`);
  const event = memoryEvent();
  event.import(`code,nom\n${rows('Nord').join('\n')}\n`, 'a.csv');
  const begun = performance.now();
  event.plan(`code,nom\n${rows('Sud').join('\n')}\n`, 'b.csv');
  expect(performance.now() - begun).toBeLessThan(20_000);
});
