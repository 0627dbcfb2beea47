/** In which language a TAXII client is told what is wrong: in what it asks for, or in English. */
import { expect, test } from 'vitest';
import { createHttp } from '../http/index.ts';
import { languageAsked, taxiiDialect, taxiiPath } from './dialect.ts';

const titleOf = async (language: string | null) => {
  const app = await createHttp({
    title: 'Test',
    version: '1',
    logLevel: 'silent',
    authenticate: async () => null,
    dialects: [taxiiDialect],
  });
  const headers = language === null ? {} : { 'accept-language': language };
  const answer = await app.inject({ url: `${taxiiPath}nowhere`, headers });
  expect(answer.headers['content-type']).toBe('application/taxii+json;version=2.1');
  return answer.json();
};

test('a client that names no language, as ordinary ones do, reads English, and all three', async () => {
  const said = await titleOf(null);
  expect(said.title).toBe(said.details.en);
  expect(said.title).toMatch(/^[\x20-\x7E’]+$/);
  expect(new Set([said.details.ar, said.details.fr, said.details.en]).size).toBe(3);
});

test.each([
  ['*', 'en'],
  ['de-DE, de;q=0.9', 'en'],
  ['fr-MA,fr;q=0.9,en;q=0.8', 'fr'],
  ['ar', 'ar'],
  ['de, AR-ma', 'ar'],
])('%s is answered in %s', async (header, language) => {
  const said = await titleOf(header);
  expect(said.title).toBe(said.details[language]);
});

test('a header of any length is read at its beginning only', () => {
  expect(languageAsked(`${'x,'.repeat(200)}fr`)).toBeNull();
});
