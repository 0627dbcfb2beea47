/** Refusals of the edge itself, before any verb: each in the house's form, in three languages. */
import Type from 'typebox';
import { expect, test } from 'vitest';
import { visibleText } from '../../kernel/schemas.ts';
import { visiblePattern } from '../../kernel/visible.ts';
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

test('a text that two members of a union find unseen is named once', async () => {
  const app = await open();
  const text = Type.String({ pattern: visiblePattern });
  const members = [Type.Object({ text }), Type.Object({ text, more: Type.Optional(Type.String()) })];
  const schema = { body: Type.Union(members) };
  app.post('/words', { config: { open: true }, schema }, async () => ({ kept: true }));
  const answer = await app.inject({ method: 'POST', url: '/words', payload: { text: ' ' } });
  expect(answer.json()).toMatchObject({
    fault: { code: 'input/nothing-visible', details: { fields: ['text'] } },
  });
});

test('an address in which the id is none leads to nothing, as one of nothing does', async () => {
  const app = await open();
  const params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}$' }) });
  app.get('/things/:id', { config: { open: true }, schema: { params } }, async () => ({ kept: true }));
  const answer = await app.inject({ url: '/things/not-an-id' });
  expect([answer.statusCode, answer.json().fault.code]).toEqual([404, 'access/absent']);
  expect((await app.inject({ url: '/things/0123abcd' })).statusCode).toBe(200);
});

test('what no database can hold is refused in an address too', async () => {
  const app = await open();
  app.get('/words/:title', { config: { open: true } }, async () => ({ kept: true }));
  const asked = await app.inject({ url: '/words/a?title=%00' });
  expect(asked.statusCode).toBe(400);
  const { fault } = asked.json();
  expect(fault).toMatchObject({ code: 'input/invalid', details: { fields: ['/title'] } });
  expect(plain(fault.text.fr)).toContain('titre (title).');
  const nowhere = await app.inject({ url: '/words/%00' });
  expect(nowhere.statusCode).toBe(404);
  expect(nowhere.json()).toMatchObject({ fault: { code: 'access/absent' } });
});

test('a text is taken as it is, with the marks that it holds', async () => {
  const app = await open();
  const answer = await app.inject({ method: 'POST', url: '/titles', payload: { title: '\u200Fمخطط' } });
  expect(answer.json()).toEqual({ kept: true });
});

const shift = Type.Object(
  {
    day: Type.String({ format: 'date' }),
    officers: Type.Array(Type.String({ maxLength: 3 }), { minItems: 1 }),
    hours: Type.Integer({ minimum: 1, maximum: 12 }),
    kind: Type.Enum(['day', 'night']),
    desk: Type.Union([Type.String({ pattern: '^desk' }), Type.Null()]),
  },
  { additionalProperties: false },
);

const refused = async (payload: object) => {
  const app = await open();
  app.post('/shifts', { config: { open: true }, schema: { body: shift } }, async () => ({ kept: true }));
  const answer = await app.inject({ method: 'POST', url: '/shifts', payload });
  expect(answer.statusCode).toBe(400);
  return answer.json().fault;
};
const sound = { day: '2026-01-01', officers: ['a'], hours: 8, kind: 'day', desk: null };
/** Without the marks that isolate one direction in the other. */
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

test.each([
  [{ officers: undefined }, 'body/officers: required', 'officers) manque', 'ناقص', 'is missing'],
  [{ more: 1 }, 'body/more: additionalProperties', 'more n’est pas connu', 'غير معروف', 'is not known'],
  [{ hours: 'x' }, 'body/hours: type', 'hours doit être un nombre entier', 'عدداً صحيحاً', 'a whole number'],
  [{ hours: 0 }, 'body/hours: minimum', 'inférieur à 1', 'أقل من 1', 'less than 1'],
  [{ hours: 13 }, 'body/hours: maximum', 'supérieur à 12', 'أكبر من 12', 'more than 12'],
  [{ kind: 'x' }, 'body/kind: enum', 'valeurs admises (day, night)', '(day, night)', 'allowed (day, night)'],
  [{ day: 'x' }, 'body/day: format', 'jour (day) n’a pas le format', 'اليوم (day)', 'day (day) is not of'],
  [{ desk: 'x' }, 'body/desk: pattern', 'n’a pas la forme', 'على غير صيغته', 'the right form'],
  [{ officers: [] }, 'body/officers: minItems', 'trop peu', 'الحد الأدنى', 'too few'],
  [{ officers: ['abcd'] }, 'body/officers/0: maxLength', 'trop long', 'الحد الأقصى', 'too long'],
])('%j is told in three languages, with its path', async (change, field, fr, ar, en) => {
  const { code, details, text } = await refused({ ...sound, ...change });
  expect([code, details.fields]).toEqual(['input/invalid', [field]]);
  expect(plain(text.fr)).toContain(fr);
  expect(plain(text.ar)).toContain(ar);
  expect(plain(text.en)).toContain(en);
  // Of the validator's own English nothing is left in the others.
  for (const words of [text.fr, text.ar]) expect(words).not.toMatch(/\bmust\b|\bhave\b|schema/);
});

test('what is wrong in several places is told of each, in the reader’s language', async () => {
  const { text, details } = await refused({ kind: 'x', hours: 99 });
  expect(details.fields).toHaveLength(5);
  expect(plain(text.ar)).toMatch(/^تعذّر قبول الطلب.*؛ .*؛ /);
});

test.each(['\u202e', '\u200b', '\u2066', '\u00ad', '\u0007'])(
  'a text that hides something (%j) is refused wherever it stands, and each field named',
  async (sign) => {
    const app = await open();
    const more = Type.Object({ reasons: Type.Array(Type.String()) });
    const schema = {
      body: Type.Object({ title: visibleText(20), more, objects: Type.Array(Type.Unknown()) }),
    };
    app.post('/api/words', { config: { open: true }, schema }, async () => ({ kept: true }));
    const keeping = (keptAsGiven: string[]) => ({ config: { open: true, keptAsGiven }, schema });
    app.post('/api/lists', keeping(['title', 'more']), async () => ({ kept: true }));
    app.post('/api/tables', keeping(['title']), async () => ({ kept: true }));
    const hidden = `Porte ${sign}4`;
    const say = (title: string, reason: string) => ({
      title,
      more: { reasons: ['Plein', reason] },
      objects: [{ name: hidden }],
    });
    const send = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
    const refused = await send('/api/words', say(hidden, hidden));
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      fault: { code: 'input/hidden-characters', details: { fields: ['title', 'more/reasons/1'] } },
    });
    // STIX content comes out as it went in; a table of another program is read as it is.
    expect((await send('/api/words', say('Porte 4', 'Plein'))).statusCode).toBe(200);
    expect((await send('/api/lists', say(hidden, hidden))).statusCode).toBe(200);
    const beside = await send('/api/tables', say(hidden, hidden));
    expect(beside.json()).toMatchObject({ fault: { details: { fields: ['more/reasons/1'] } } });
  },
);
