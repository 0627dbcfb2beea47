/** Published STIX of other makers: imported, released to a circle of three, and equal on the two others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  draftWith,
  items,
  journalFindings,
  markingWith,
  nodeOf,
  ok,
  okList,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { canonical, isObject, type JsonObject } from '../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

/** The published examples lie beside the project, where there are any. */
const findFolder = (): string | null => {
  for (let above = import.meta.dirname; above !== dirname(above); above = dirname(above)) {
    const folder = join(above, 'shared', 'data', 'stix');
    if (existsSync(folder)) return folder;
  }
  return null;
};
const folder = findFolder();
const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));

/** TLP:RED of TLP 1.0 (STIX 2.1 §7.2.1.4). */
const formerTlpRed = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';

const objectsIn = (value: unknown): readonly JsonObject[] => {
  if (isObject(value) && value.type === 'bundle') return objectsIn(value.objects);
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
};

/** The content of an exported item: what the file held, without the wrapper around it. */
const contentOf = (bundle: JsonObject, given: readonly JsonObject[]): readonly JsonObject[] => {
  const ids = new Set(given.map(({ id }) => id));
  return objectsIn(bundle).filter(({ id }) => ids.has(id));
};

const importFile = async (node: WorldNode, draft: JsonObject, bundle: unknown) => {
  const { objects: _, ...given } = draft;
  const body = { draft: given, bundle };
  const dry = await ok(node.call('analyst', 'POST', '/api/exchange/import?dryRun=true', body));
  const real = await ok(node.call('analyst', 'POST', '/api/exchange/import', body));
  return { dry, real };
};

test.skipIf(files.length === 0)(
  `every published STIX file comes out equal on the two other nodes of its circle (${files.length} files in shared/data/stix)`,
  async () => {
    const opened = await openWorld(['fr', 'ma', 'es']);
    world = opened;
    const [fr, ma, es] = [nodeOf(opened, 'fr'), nodeOf(opened, 'ma'), nodeOf(opened, 'es')];
    const agreement = await agree([fr, ma, es]);
    const circle = await ok(
      fr.call('contact-point', 'POST', '/api/circles', {
        name: { ar: 'دائرة', fr: 'Cercle', en: 'Circle' },
        kind: 'event',
        members: [fr.party, ma.party, es.party],
      }),
    );
    for (const node of [ma, es])
      await until(async () => (await okList(node.call('analyst', 'GET', '/api/circles'))).length === 1);
    const reason = { reason: 'Comparison of what was published with what arrives' };
    for (const node of [fr, ma, es])
      for (const role of ['analyst', 'contact-point'] as const)
        await ok(node.call(role, 'POST', '/api/parties/context', reason));
    for (const file of files) {
      const text = readFileSync(join(folder ?? '', file), 'utf8');
      const given = objectsIn(JSON.parse(text));
      // What its maker marked TLP:RED leaves under that label, or not at all.
      const marking = markingWith({ tlp: text.includes(formerTlpRed) ? 'red' : 'amber' });
      const draft = draftWith(agreement, { circle: String(circle.id), marking });
      const { dry, real } = await importFile(fr, draft, JSON.parse(text));
      expect(dry, file).toMatchObject({ stored: false, item: null, objectCount: given.length });
      expect(real, file).toMatchObject({ stored: true, objectCount: given.length, types: dry.types });
      const id = String(real.item);
      await ok(act(fr, 'analyst', id, 'propose'));
      await ok(act(fr, 'contact-point', id, 'release'));
      for (const node of [ma, es]) await arrived(node, id);
      for (const node of [fr, ma, es]) {
        const bundle = await ok(node.call('analyst', 'GET', `${items}/${id}/export`));
        expect(canonical(contentOf(bundle, given)), file).toBe(canonical(given));
      }
    }
    const { total } = await ok(fr.call('analyst', 'GET', `${items}?box=drafts`));
    expect(total, 'a dry run stores nothing').toBe(0);
    expect(await journalFindings(opened)).toEqual([]);
  },
);
