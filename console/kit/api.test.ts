/** What the console sends: a change that is asked for twice at once is one change. */
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { api } from './api.ts';

/** A server that counts what it is asked for, and answers with the number. */
const openCounter = async (): Promise<string> => {
  let asked = 0;
  const server = createServer((_request, reply) => {
    asked += 1;
    reply.end(JSON.stringify({ asked }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

test('who clicks twice does it once; what is asked for after the answer is done anew', async () => {
  const path = await openCounter();
  const both = await Promise.all([api.post(path, { name: 'x' }), api.post(path, { name: 'x' })]);
  expect(both).toEqual([{ asked: 1 }, { asked: 1 }]);
  expect(await api.post(path, { name: 'x' })).toEqual({ asked: 2 });
});

test('two different changes at once are two, and what is only read is asked for each time', async () => {
  const path = await openCounter();
  const changes = await Promise.all([api.post(path, { name: 'x' }), api.post(path, { name: 'y' })]);
  expect(changes.length).toBe(2);
  expect(await api.post(path)).toEqual({ asked: 3 });
  await Promise.all([api.get(path), api.get(path)]);
  expect(await api.post(path)).toEqual({ asked: 6 });
});
