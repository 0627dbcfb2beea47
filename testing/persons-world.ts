/**
 * A node full of personal data, each piece in words that stand nowhere else: titles, summaries, objects,
 * names of attachments, answers, notes of colleagues, reasons; in every state. And readers who may see the
 * items, and have not said why they look.
 */
import type { PersonActor, Role } from '../server/kernel/decision.ts';
import { type DeskId, newId } from '../server/kernel/ids.ts';
import { uploaded } from './attachments.ts';
import { controlList, given, recall, withdrawal } from './control-story.ts';
import { newWord, type Reader } from './leak-world.ts';
import { act, agree, arrived, compose, draftWith, items, markingWith, nodeOf, ok, release } from './story.ts';
import { until } from './until.ts';
import { openWorld, type World, type WorldNode } from './world.ts';

export interface PersonalItem {
  readonly id: string;
  /** Its title first. */
  readonly words: readonly string[];
  readonly objects: readonly string[];
}

export interface PersonsWorld {
  readonly world: World;
  readonly node: WorldNode;
  readonly items: readonly PersonalItem[];
  readonly readers: readonly Reader[];
  /** What the content of items says. */
  readonly words: readonly string[];
  /** What was said about items by the way: why something is asked or taken back. */
  readonly asides: readonly string[];
}

const reason = { reason: 'The world is sown', purpose: 'prevention' };
const working = ['analyst', 'contact-point'] as const;
const state = async (nodes: readonly WorldNode[]): Promise<void> => {
  for (const node of nodes)
    for (const role of working) await ok(node.call(role, 'POST', '/api/parties/context', reason));
};
const end = async (nodes: readonly WorldNode[]): Promise<void> => {
  for (const node of nodes)
    for (const role of working) await node.call(role, 'DELETE', '/api/parties/context');
};

const individual = (name: string) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${crypto.randomUUID()}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name,
  identity_class: 'individual',
});

interface Sowing {
  readonly from: WorldNode;
  readonly to: WorldNode;
  readonly agreement: string;
}

const marking = (changes = {}) =>
  markingWith({ field: 'terrorism', purpose: 'prevention', personCategories: ['suspect'], ...changes });

const sow = async ({ from, to, agreement }: Sowing): Promise<PersonalItem & { readonly draft: object }> => {
  const words = [newWord(), newWord(), newWord(), newWord()];
  const [title = '', summary = '', name = '', file = ''] = words;
  const person = individual(name);
  const attached = await uploaded(from, `${file}.txt`, Buffer.from(`seen by ${file}`));
  const objects = [person, ...attached];
  const draft = draftWith(agreement, { title, summary, marking: marking(), recipients: [to.party], objects });
  const id = await compose(from, draft);
  return { id, words, objects: objects.map((one) => String(one.id)), draft };
};

/** In every state that the service's own items have, one received, and two that seem to be the same. */
const sowStates = async (sowing: Sowing, back: Sowing): Promise<readonly PersonalItem[]> => {
  const { from } = sowing;
  const released = await sow(sowing);
  await release(from, released.id);
  const draft = await sow(sowing);
  const proposed = await sow(sowing);
  await ok(act(from, 'analyst', proposed.id, 'propose'));
  const returned = await sow(sowing);
  const why = newWord();
  await ok(act(from, 'analyst', returned.id, 'propose'));
  await ok(act(from, 'contact-point', returned.id, 'return', { version: 1, reason: why }));
  const received = await sow(back);
  await release(back.from, received.id);
  await arrived(from, received.id);
  // The same person in two items: a likely duplicate whose reason says the name.
  const twin = await compose(from, { ...draft.draft, recipients: [] });
  const twice = { ...draft, id: twin };
  return [released, draft, proposed, { ...returned, words: [...returned.words, why] }, received, twice];
};

/** Words about the released item: a colleague's note, an answer, a partner's question, an item taken back. */
const sowAround = async ({ from, to, agreement }: Sowing, released: PersonalItem) => {
  const [note, answer, question, taken, lost] = [newWord(), newWord(), newWord(), newWord(), newWord()];
  const path = `${items}/${released.id}`;
  await ok(from.call('analyst', 'POST', `${path}/own-notes`, { text: note, language: 'fr' }));
  const told = { kind: 'note', title: answer, text: answer, language: 'fr', target: null };
  await ok(from.call('analyst', 'POST', `${path}/thread`, told));
  await arrived(to, released.id);
  const asking = { version: 1, recipients: [newId('party')], reason: question };
  await ok(to.call('analyst', 'POST', `${path}/onward-requests`, asking));
  await until(async () => (await controlList(from, released.id, 'requests')).length === 1);
  const gone = { agreement, title: lost, marking: marking(), objects: [individual(newWord())] };
  const id = await given(from, [to], gone);
  await ok(recall(from, id, { ...withdrawal, reason: taken }));
  return { words: [note, answer, lost], asides: [question, taken] };
};

const readersOf = async (node: WorldNode, guestsOf: WorldNode): Promise<readonly Reader[]> => {
  const house = { kind: 'system', name: 'leaks', party: node.party } as const;
  const desks: readonly DeskId[] = (await node.parties.desks(house)).map(({ id }) => id);
  const own = [...node.accounts].map(
    ([role, { person, token }]: [Role, { person: PersonActor['person']; token: string }]): Reader => {
      const clearance = role === 'observer' ? 'green' : 'red';
      const actor = {
        kind: 'person',
        person,
        party: node.party,
        role,
        desks,
        circles: [],
        clearance,
      } as const;
      return { name: role, token, actor: role === 'observer' ? { ...actor, desks: [] } : actor };
    },
  );
  const [guest] = await node.parties.createDemoAccounts([
    {
      name: 'guest',
      nameArabic: 'guest',
      email: 'guest@persons.example',
      languages: ['fr'],
      roles: ['analyst'],
      clearance: 'red',
      party: guestsOf.party,
      desks: [],
      circles: [],
      password: 'a long invented passphrase',
    },
  ]);
  if (guest === undefined) throw new Error('bug: no guest');
  const { person, token } = guest;
  const actor = {
    kind: 'person',
    person,
    role: 'analyst',
    desks: [],
    circles: [],
    clearance: 'red',
  } as const;
  return [...own, { name: 'guest', token, actor: { ...actor, party: guestsOf.party } }];
};

/** Opens the world, sows it under a stated reason, and ends the reason. */
export const openPersonsWorld = async (): Promise<PersonsWorld> => {
  const world = await openWorld(['fr', 'ma']);
  const [node, other] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  await state([node, other]);
  const agreement = await agree([node, other], { fields: ['terrorism'], purposes: ['prevention'] });
  const sowing = { from: node, to: other, agreement };
  const sown = await sowStates(sowing, { from: other, to: node, agreement });
  const [released] = sown;
  if (released === undefined) throw new Error('bug: nothing was sown');
  const around = await sowAround(sowing, released);
  await node.runJobs();
  await end([node, other]);
  return {
    world,
    node,
    items: sown,
    readers: await readersOf(node, other),
    words: [...sown.flatMap(({ words }) => words), ...around.words],
    asides: around.asides,
  };
};
