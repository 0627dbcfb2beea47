/** An attachment on its way while the nodes die: it goes on from where it stopped, and arrives whole. */
import { randomBytes } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isObject, type JsonObject, sha256 } from '../server/kernel/canonical.ts';
import type { ProcessNode } from './process-node.ts';
import { good, openProcessWorld } from './process-world.ts';
import { draftWith } from './story.ts';
import { until } from './until.ts';

const items = '/api/exchange/items';
const bytes = randomBytes(160_000_000);
const withinMs = 60_000;

const upload = async (node: ProcessNode): Promise<readonly JsonObject[]> => {
  const address = `http://127.0.0.1:${node.settings.console.port}`;
  const response = await fetch(`${address}/api/exchange/uploads?name=film.bin`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${node.tokenOf('analyst')}`,
      'content-type': 'application/octet-stream',
    },
    body: bytes,
  });
  const body: unknown = await response.json();
  if (!isObject(body) || !Array.isArray(body.objects)) throw new Error(JSON.stringify(body));
  return body.objects.filter(isObject);
};

/** Bytes of what a node has gathered so far; 0 where nothing is on its way. */
const gathered = async (node: ProcessNode): Promise<number> => {
  const folder = join(node.folder, 'attachments', 'gathering');
  const [name] = await readdir(folder);
  return name === undefined ? 0 : ((await stat(join(folder, name)).catch(() => null))?.size ?? 0);
};

/** Waits until there is more than `beyond`, and not yet all. */
const onItsWay = (node: ProcessNode, beyond: number): Promise<boolean> =>
  until(async () => (await gathered(node)) > beyond, { withinMs, everyMs: 2 });

const stateOn = async (node: ProcessNode, id: string): Promise<unknown> => {
  const { status, body } = await node.call('liaison-officer', 'GET', `${items}/${id}/attachments`);
  return status === 200 && Array.isArray(body) && isObject(body[0]) ? body[0].state : null;
};

test('either node is killed in the middle: the rest is fetched, not the whole again', async () => {
  const world = await openProcessWorld(['ma', 'fr']);
  try {
    const [ma, fr] = world.nodes;
    if (ma === undefined || fr === undefined) throw new Error('a world has two nodes');
    const objects = await upload(ma);
    const draft = draftWith(world.agreement, { recipients: [fr.party], objects });
    const { id } = await good(ma.call('analyst', 'POST', items, draft));
    await good(ma.call('analyst', 'POST', `${items}/${String(id)}/propose`, { version: 1 }));
    await good(ma.call('contact-point', 'POST', `${items}/${String(id)}/release`, { version: 1 }));

    await onItsWay(fr, 1_000_000);
    await fr.kill();
    const first = await gathered(fr);
    expect(first).toBeGreaterThan(1_000_000);
    expect(first).toBeLessThan(bytes.length);
    await fr.start();
    await onItsWay(fr, first + 1_000_000);
    await ma.kill();
    const second = await gathered(fr);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(bytes.length);
    await ma.start();
    await until(async () => (await stateOn(fr, String(id))) === 'here', { withinMs });

    const hash = sha256(bytes).toString('hex');
    const path = join(fr.folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4), hash);
    const handle = await open(path);
    const whole = await handle.readFile();
    await handle.close();
    expect(whole.equals(bytes)).toBe(true);
    expect(await readdir(join(fr.folder, 'attachments', 'gathering'))).toEqual([]);
    // The sender's journal says from which byte on each was given.
    const given = await ma.rows<{ from: string }>(
      `select text::jsonb #>> '{details,from}' as from from journal_entry
       where verb = 'exchange.give-attachment' order by seq`,
    );
    const starts = given.map(({ from }) => Number(from));
    expect(starts.length).toBeGreaterThanOrEqual(3);
    expect(starts[0]).toBe(0);
    expect(starts.filter((from) => from > 0 && from < first)).toEqual([]);
  } finally {
    await world.close();
  }
}, 240_000);
