/** Documents of a node as it is built and runs in life: the typesetting thread is a file of its own there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { good, openProcessWorld, type ProcessWorld } from './process-world.ts';

let world: ProcessWorld;
beforeAll(async () => {
  world = await openProcessWorld(['fr', 'ma']);
}, 120_000);
afterAll(() => world.close());

test('a running node typesets a situation report', async () => {
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
  const asked = { product: 'daily', circle: circle.id, language: 'ar' };
  const made = await good(node.call('analyst', 'POST', '/api/watch/sitreps', asked));
  const address = `${node.settings.publicAddress}/api/watch/sitreps/${String(made.id)}/document`;
  const answer = await fetch(`${address}?language=ar&format=pdf`, {
    headers: { authorization: `Bearer ${node.tokenOf('analyst')}` },
  });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).toContain('pdfaid');
});
