import fastify from 'fastify';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
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
