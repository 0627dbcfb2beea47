/** Tables over HTTP: looked at, refused whole, imported as one draft, and told in the journal. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  agree,
  draftWith,
  entriesOf,
  faultOf,
  items,
  journalFindings,
  markingWith,
  nodeOf,
  ok,
} from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { csvLimits } from './contract.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let ma: WorldNode;
let agreement: string;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  ma = nodeOf(world, 'ma');
  agreement = await agree([ma, nodeOf(world, 'fr')]);
});
afterAll(() => world.close());

const fileOf = (kind: string, text: string) => ({
  kind,
  content: Buffer.from(text).toString('base64'),
  encoding: null,
  separator: null,
  header: null,
  mapping: null,
});
const preview = (file: JsonObject, role: Parameters<WorldNode['call']>[0] = 'analyst') =>
  ma.call(role, 'POST', '/api/exchange/csv/preview', { file });
const importTable = (file: JsonObject, changes: JsonObject = {}, leaveOut = false) => {
  const { objects: _, ...draft } = draftWith(agreement, changes);
  return ma.call('analyst', 'POST', '/api/exchange/csv/import', { file, draft, leaveOut });
};
const drafts = async () => (await ok(ma.call('analyst', 'GET', `${items}?box=drafts`))).total;

test('a table with wrong rows is told and not stored; its sound rows are, when asked', async () => {
  const file = fileOf('indicators', 'ioc,comment\n198.51.100.7,c2\nnonsense,\nexample.com,\n');
  const before = await drafts();
  const looked = await ok(preview(file));
  expect(looked).toMatchObject({ rowCount: 3, soundCount: 2, objectCount: 4, problemCount: 1 });
  expect(await ok(importTable(file))).toMatchObject({ stored: false, item: null });
  expect(await drafts()).toBe(before);
  const imported = await ok(importTable(file, {}, true));
  expect(imported).toMatchObject({ stored: true });
  const item = await ok(ma.call('analyst', 'GET', `${items}/${String(imported.item)}`));
  expect(item).toMatchObject({ state: 'draft', types: { indicator: 2, 'ipv4-addr': 1, 'domain-name': 1 } });
  expect(await entriesOf(ma, { subject: String(imported.item), verb: 'exchange.import-csv' })).toMatchObject([
    { outcome: 'done', details: { kind: 'indicators', soundCount: 2 } },
  ]);
});

test('the categories of persons go into the marking, which needs its purpose and legal basis', async () => {
  const file = fileOf('persons', 'Nom complet;Qualité\nZoé Exemple;témoin\nAli Exemple;victime\n');
  // A table of persons is personal data already: who looks at what becomes of it says why.
  expect(await faultOf(preview(file))).toBe('428 parties/reason-needed');
  const reason = { reason: 'Vérification des accrédités', purpose: 'prevention' };
  await ok(ma.call('analyst', 'POST', '/api/parties/context', reason));
  const refused = importTable(file, { marking: markingWith({ legalBasis: '\u200F \u00A0' }) });
  expect(await faultOf(refused)).toMatch(/^4\d\d /);
  const { item } = await ok(importTable(file, { marking: markingWith({ personCategories: ['contact'] }) }));
  const listed = await ok(ma.call('analyst', 'GET', `${items}?box=drafts`));
  const rows = Array.isArray(listed.items) ? listed.items : [];
  const row: unknown = rows.find((one) => isObject(one) && one.id === item);
  expect(row).toMatchObject({ marking: { personCategories: ['contact', 'victim', 'witness'] } });
});

test('who may not write sees nothing of it, and a file beyond the limit is refused', async () => {
  const file = fileOf('persons', 'Nom\nZoé');
  expect(await faultOf(preview(file, 'observer'))).toBe('403 access/refused');
  expect(await faultOf(preview({ ...file, content: 'A'.repeat(csvLimits.bytes * 2) }))).toMatch(
    /^4\d\d input/,
  );
  expect(await faultOf(preview({ ...file, content: '=é' }))).toBe('400 input/invalid');
  expect(await journalFindings(world)).toEqual([]);
});
