/** How a reader puts questions to a node full of canaries: by its description, by TAXII, by its stream. */
import { isObject, type Json, type JsonObject, readJson } from '../server/kernel/canonical.ts';
import { idPattern } from '../server/kernel/ids.ts';
import type { Reader } from './leak-world.ts';
import type { WorldNode } from './world.ts';

export interface Question {
  readonly method: string;
  /** With `{id}` where an item is named. */
  readonly path: string;
  readonly namesItem: boolean;
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Asks as this reader; the answer's status and its whole text. */
export const askAs = async (
  node: WorldNode,
  reader: Reader,
  method: string,
  path: string,
  body?: JsonObject,
): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(new URL(path, node.address), {
    method,
    headers: {
      authorization: `Bearer ${reader.token}`,
      ...(path.includes('/taxii2/') ? { accept: 'application/taxii+json;version=2.1' } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
};

/** What the node's own description says can be asked. */
export const questionsOf = async (node: WorldNode): Promise<readonly Question[]> => {
  const document: Json = await (await fetch(`${node.address}/openapi.json`)).json();
  return Object.entries(objectOf(objectOf(document).paths)).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, operation]) => {
      const parameters = listOf(objectOf(operation).parameters).map(objectOf);
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      const namesItem = inPath.some(({ schema }) => objectOf(schema).pattern === idPattern('item'));
      return { method: method.toUpperCase(), path, namesItem };
    }),
  );
};

/** All that TAXII gives this reader, from the discovery on, page by page, in one text. */
export const crawlTaxii = async (node: WorldNode, reader: Reader): Promise<string> => {
  const texts: string[] = [];
  const get = async (path: string): Promise<JsonObject> => {
    const { text } = await askAs(node, reader, 'GET', path);
    texts.push(text);
    return objectOf(readJson(text)?.value);
  };
  const pages = async (path: string): Promise<void> => {
    for (let next: string | null = ''; next !== null; ) {
      const page: JsonObject = await get(`${path}?limit=50${next === '' ? '' : `&next=${next}`}`);
      next = page.more === true && typeof page.next === 'string' ? page.next : null;
    }
  };
  for (const root of listOf((await get('/taxii2/')).api_roots).map(String)) {
    await get(root);
    const { collections } = await get(`${root}collections/`);
    for (const { id } of listOf(collections).map(objectOf))
      for (const part of ['objects', 'manifest']) await pages(`${root}collections/${String(id)}/${part}/`);
  }
  return texts.join('\n');
};

/** A live stream that is listened to. */
export interface Hearing {
  heard(): string;
  close(): void;
}

/** Opens the live stream as this reader; returns once it is open. */
export const listen = async (node: WorldNode, reader: Reader): Promise<Hearing> => {
  const stopping = new AbortController();
  const response = await fetch(`${node.address}/api/live`, {
    headers: { authorization: `Bearer ${reader.token}` },
    signal: stopping.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`no live stream: ${response.status}`);
  const parts = response.body.pipeThrough(new TextDecoderStream());
  let text = '';
  const hear = async (): Promise<void> => {
    for await (const part of parts) text += part;
  };
  // It ends by `close`.
  hear().catch(() => undefined);
  return { heard: () => text, close: () => stopping.abort() };
};
