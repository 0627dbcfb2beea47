/** Small bodies for tests that only carry them: a bundle of one STIX 2.1 note (§4.11) whose text is JSON. */
import { canonical, isObject, type JsonObject, readJson } from '../server/kernel/canonical.ts';
import { toBundle } from '../server/plumbing/stix/index.ts';

const at = '2026-01-01T00:00:00.000Z';
const uuid = '00000000-0000-4000-8000-000000000001';

/** A bundle that says this; equal facts give an equal bundle. */
export const noteBundle = (facts: JsonObject): JsonObject =>
  toBundle([
    {
      type: 'note',
      spec_version: '2.1',
      id: `note--${uuid}`,
      created: at,
      modified: at,
      content: canonical(facts),
      object_refs: [`report--${uuid}`],
    },
  ]);

/** What `noteBundle` was given. */
export const factsIn = (body: JsonObject): JsonObject => {
  const [note] = Array.isArray(body.objects) ? body.objects : [];
  const content = isObject(note) && typeof note.content === 'string' ? note.content : '';
  const facts = readJson(content)?.value;
  if (!isObject(facts)) throw new Error('not the body of a test');
  return facts;
};
