/**
 * A request with its attachment, its answer and what is said inside a service, on two real nodes: the file
 * that the reader takes out, and what the other side's node does not hold.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentsOf, bytesAs, uploaded } from '../../../../testing/attachments.ts';
import {
  act,
  agree,
  arrived,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  items,
  markingWith,
  newcomer,
  nodeOf,
  ok,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';
import { messages, readBundle } from '../../../plumbing/stix/index.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let id: string;
let answer: string;
const path = '/api/requests';
const photo = Buffer.from('an invented photograph of a quay');
const paper = Buffer.from('un extrait de registre inventé');
const nodes = () => ({ ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr') });
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};
const settled = (node: WorldNode, item: string) =>
  until(async () => {
    const list = await attachmentsOf(node, item);
    return list.length > 0 && list.every(({ state }) => state === 'here') ? list : null;
  });
const send = async (node: WorldNode, item: string): Promise<void> => {
  await ok(act(node, 'liaison-officer', item, 'propose'));
  await ok(act(node, 'contact-point', item, 'release'));
};

beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  const { ma, fr } = nodes();
  const agreement = await agree([ma, fr]);
  const asked = {
    item: draftWith(agreement, {
      title: 'سفينة في ميناء طنجة',
      summary: 'من يستغل هذه السفينة؟',
      recipients: [fr.party],
      objects: await uploaded(ma, 'رصيف.bin', photo),
    }),
    ask: {
      urgency: 'ordinary',
      urgencyReason: '',
      known: 'رست مرتين.',
      knownGrading: null,
      answerLanguages: ['fr'],
    },
  };
  id = String((await ok(ma.call('analyst', 'POST', path, asked))).id);
  await send(ma, id);
  await arrived(fr, id);
  const given = {
    item: draftWith(null, {
      title: 'Armateur',
      summary: 'Une société de droit inventé.',
      language: 'fr',
      objects: await uploaded(fr, 'registre.bin', paper),
      marking: markingWith({ tlp: 'amber+strict' }),
    }),
    outcome: 'partly',
  };
  answer = String((await ok(fr.call('analyst', 'POST', `${path}/${id}/answers`, given))).id);
  await send(fr, answer);
  await arrived(ma, answer);
  await until(async () => {
    const [strand] = listIn(await ok(ma.call('liaison-officer', 'GET', `${path}/${id}`)), 'strands');
    return strand?.state === 'partly';
  });
});
afterAll(() => world.close());

const take = async (node: WorldNode, query: string, role: Role = 'liaison-officer') => {
  const response = await fetch(`${node.address}${path}/${id}/export?${query}`, {
    headers: { authorization: `Bearer ${node.accounts.get(role)?.token ?? ''}` },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

test('attachments of a request and of its answer come whole to the other side', async () => {
  const { ma, fr } = nodes();
  for (const [node, item, bytes] of [
    [fr, id, photo],
    [ma, answer, paper],
  ] as const) {
    const [one] = await settled(node, item);
    const got = await bytesAs(node, 'liaison-officer', { item, artifact: String(one?.artifact ?? one?.id) });
    expect(got.status).toBe(200);
    expect(got.bytes.equals(bytes)).toBe(true);
  }
});

/** Tables of a node that hold these words anywhere, whatever row security would show. */
const tablesWith = (node: WorldNode, words: string): Promise<readonly string[]> =>
  node.database.transact({ kind: 'system', name: 'test', party: node.party }, async (unit) => {
    const db = unit.tables<object>();
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } =
        await sql`select 1 from ${sql.table(name)} t where t::text like ${`%${words}%`} limit 1`.execute(db);
      if (rows.length > 0) found.push(name);
    }
    return found;
  });

test('what is said inside a service is nowhere on the other node, and in no file', async () => {
  const { ma, fr } = nodes();
  const secret = 'Bruit de fond : la source est connue de nous seuls';
  await ok(fr.call('liaison-officer', 'POST', `${items}/${id}/own-notes`, { text: secret, language: 'fr' }));
  const word = 'À traiter avec le dossier du quai 9';
  const given = {
    strands: [{ item: id, addressee: fr.party }],
    assignee: fr.accounts.get('analyst')?.person ?? null,
    note: word,
  };
  await ok(fr.call('contact-point', 'POST', `${path}/hand-overs`, given));
  // Something later has crossed the link: what could have gone with it has gone.
  const later = { kind: 'clarification-asked', text: 'Quel quai ?' };
  await ok(fr.call('liaison-officer', 'POST', `${path}/${id}/strands/${fr.party}/steps`, later));
  await until(async () => (await tablesWith(ma, 'Quel quai')).includes('request_step'));
  expect(await tablesWith(fr, secret)).not.toEqual([]);
  expect(await tablesWith(fr, word)).toEqual(['request_hand_over']);
  for (const words of [secret, word]) expect(await tablesWith(ma, words)).toEqual([]);
  for (const node of [ma, fr]) {
    const { bytes } = await take(node, 'format=stix');
    for (const words of [secret, word]) expect(bytes.toString()).not.toContain(words);
  }
});

test('one bundle holds the request, what was said and the answer, and is sound STIX', async () => {
  const { ma } = nodes();
  const { status, type, bytes } = await take(ma, 'format=stix');
  expect([status, type?.startsWith('application/stix+json')]).toEqual([200, true]);
  const reading = readBundle(bytes.toString());
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  const ids = reading.objects.map((object) => object.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([id, answer]));
  const steps = reading.objects.filter((object) => object.type === 'x-tansiq-request-step');
  expect(steps.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['received', 'partly', 'clarification-asked']),
  );
  for (const step of steps) expect(messages['x-tansiq-request-step'].read(step).kind).toBe('read');
  // Each item in it is taken out under its own name, and so is the whole.
  for (const item of [id, answer])
    expect((await historyOf(ma, item)).join('\n')).toContain('exchange.export done');
  const [entry] = (await entriesOf(ma, { subject: id })).filter(({ verb }) => verb === 'requests.export');
  expect(entry?.details).toMatchObject({ format: 'stix' });
});

test('an answer above the reader’s clearance is left out, and strangers get nothing', async () => {
  const { ma } = nodes();
  const reader = { email: 'amber@ma.example', roles: ['liaison-officer'], clearance: 'amber' } as const;
  const call = await newcomer(ma, { ...reader, roles: [...reader.roles] });
  const bundle = await ok(call('GET', `${path}/${id}/export?format=stix`));
  const ids = listIn(bundle, 'objects').map((object) => object.id);
  expect(ids).toContain(id);
  expect(ids).not.toContain(answer);
  expect((await take(ma, 'format=stix', 'administrator')).status).toBe(404);
  expect((await take(ma, 'format=doc')).status).toBe(400);
  expect(await faultOf(ma.call('observer', 'GET', `${path}/${id}/export?format=pdf`))).toBe(
    '404 access/absent',
  );
});

test('the same is typeset in Arabic, French and English', async () => {
  const { ma } = nodes();
  for (const language of ['ar', 'fr', 'en']) {
    const { status, type, bytes } = await take(ma, `format=pdf&language=${language}`);
    expect([status, type]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
