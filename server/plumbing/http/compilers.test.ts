import fastify from 'fastify';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { daySchema, instantSchema } from '../../kernel/schemas.ts';
import { compileSerializer, compileValidator } from './compilers.ts';

const answer = Type.Object({ name: Type.String() });

const routed = async () => {
  const app = fastify();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(compileSerializer);
  for (const path of ['/one', '/other'])
    app.post(path, { schema: { body: answer, response: { 200: answer } } }, async (request) => ({
      ...(typeof request.body === 'object' ? request.body : {}),
      secret: 'what the schema does not name',
    }));
  await app.ready();
  return app;
};

test('each route checks what comes in and writes only what its schema names, each time', async () => {
  const app = await routed();
  for (const url of ['/one', '/other', '/one']) {
    const good = await app.inject({ method: 'POST', url, payload: { name: 'Tanger' } });
    expect(good.json()).toEqual({ name: 'Tanger' });
    const bad = await app.inject({ method: 'POST', url, payload: { name: 7 } });
    expect(bad.statusCode).toBe(400);
    expect(bad.json().message).toContain('body');
  }
  await app.close();
});

test('a schema that is refused is refused each time, not only at first', () => {
  const write = compileSerializer({
    schema: { type: 'nothing' },
    method: 'GET',
    url: '/',
    httpStatus: '200',
  });
  expect(() => write({})).toThrow();
  expect(() => write({})).toThrow();
});

const timed = Type.Object({
  at: instantSchema,
  day: Type.Optional(daySchema),
  spans: Type.Optional(Type.Array(Type.Object({ from: Type.Union([instantSchema, Type.Null()]) }))),
  content: Type.Optional(Type.Unknown()),
});

const answerTo = async (url: string, payload: object | null) => {
  const app = fastify();
  app.setValidatorCompiler(compileValidator);
  app.post('/', { schema: { body: timed } }, async (request) => request.body);
  app.get('/', { schema: { querystring: timed } }, async (request) => request.query);
  await app.ready();
  const method = payload === null ? 'GET' : 'POST';
  const { statusCode, body } = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  await app.close();
  return { status: statusCode, body: JSON.parse(body) };
};

test('moments come to milliseconds where the schema says that they stand, and nowhere else', async () => {
  const content = { created: '2027-02-28T10:00:00Z' };
  const spans = [{ from: '2027-02-28T10:00:00.123456789Z' }, { from: null }];
  const { status, body } = await answerTo('/', { at: '2028-02-29T10:00:00Z', spans, content });
  expect(status).toBe(200);
  expect(body).toEqual({
    at: '2028-02-29T10:00:00.000Z',
    spans: [{ from: '2027-02-28T10:00:00.123Z' }, { from: null }],
    content,
  });
  expect(await answerTo('/?at=2027-02-28T10:00:00Z', null)).toEqual({
    status: 200,
    body: { at: '2027-02-28T10:00:00.000Z' },
  });
});

test.each([
  '2026-99-99T99:99:99Z',
  '2027-02-29T00:00:00Z',
  '2027-02-30T00:00:00Z',
  '2027-04-31T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '0999-01-01T00:00:00Z',
])('%s is no moment', async (at) => {
  expect((await answerTo('/', { at })).status).toBe(400);
  const day = at.slice(0, 10);
  expect((await answerTo('/', { at: '2027-01-01T00:00:00Z', day })).status).toBe(
    day === '2027-01-01' ? 200 : 400,
  );
});
