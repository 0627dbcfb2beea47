/** Documents of a node as it is built and runs in life: the typesetting thread is a file of its own there. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand } from './process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from './process-world.ts';

let world: ProcessWorld;
beforeAll(async () => {
  world = await openProcessWorld(['fr', 'ma']);
}, 120_000);
afterAll(() => world.close());

test('a running node typesets a situation report, for a browser and for the command line', async () => {
  const [node, partner] = world.nodes;
  if (node === undefined || partner === undefined) throw new Error('bug: no nodes');
  const name = { ar: 'دائرة', fr: 'Cercle', en: 'Circle' };
  const members = [node.party, partner.party];
  const circle = await good(
    node.call('service-head', 'POST', '/api/circles', { name, kind: 'event', members }),
  );
  const line = '/incident تدفق كبير على البوابة رقم 4';
  await good(
    node.call('watch-officer', 'POST', '/api/watch/log', { line, language: 'ar', circle: circle.id }),
  );
  const wanted = { product: 'daily', circle: circle.id, language: 'ar' };
  const made = await good(node.call('analyst', 'POST', '/api/watch/sitreps', wanted));
  const address = `${node.settings.publicAddress}/api/watch/sitreps/${String(made.id)}/document`;
  const answer = await fetch(`${address}?language=ar&format=pdf`, {
    headers: { authorization: `Bearer ${node.tokenOf('analyst')}` },
  });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).toContain('pdfaid');
  const run = promisify(execFile);
  const tansiq = [await buildCommand(), 'sitrep'];
  const listed = await run(process.execPath, [...tansiq, 'list', '--json', '--data', node.folder]);
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id: made.id, state: 'draft' }]);
  const out = join(node.folder, 'report.pdf');
  const asked = ['document', String(made.id), '--language', 'ar', '--out', out, '--data', node.folder];
  await run(process.execPath, [...tansiq, ...asked]);
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
});
