/** Refusals of the edge itself, before any verb: each in the house's form, in three languages. */
import Type from 'typebox';
import { expect, test } from 'vitest';
import { visibleText } from '../../kernel/schemas.ts';
import { createHttp } from './http.ts';

const open = async () => {
  const app = await createHttp({
    title: 'Test',
    version: '1',
    logLevel: 'silent',
    authenticate: async () => null,
  });
  const body = Type.Object({ title: visibleText(20) });
  app.post('/titles', { config: { open: true }, schema: { body } }, async () => ({ kept: true }));
  return app;
};

test.each(['/%', '/api/exchange/items/%E0%A4%A', '/%zz?box=inbox'])(
  'the address %s is told to be malformed, in the form of every fault',
  async (url) => {
    const answer = await (await open()).inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const { fault } = answer.json();
    expect(fault.code).toBe('input/address');
    expect(Object.keys(fault.text).sort()).toEqual(['ar', 'en', 'fr']);
  },
);

test.each(['\u200F\u2066', '   ', '\u200B'])(
  'a text of which nothing can be seen (%j) is refused, and the field named',
  async (title) => {
    const app = await open();
    const answer = await app.inject({ method: 'POST', url: '/titles', payload: { title } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      fault: { code: 'input/nothing-visible', details: { fields: ['title'] } },
    });
  },
);

test('a text is taken as it is, with the marks that it holds', async () => {
  const app = await open();
  const answer = await app.inject({ method: 'POST', url: '/titles', payload: { title: '\u200Fمخطط' } });
  expect(answer.json()).toEqual({ kept: true });
});
