/**
 * Two nodes full of canaries: every item says words that stand nowhere else, so that whoever sees one of
 * them has seen that item. Readers of every kind, and what the policy lets each of them see.
 */
import { sql } from 'kysely';
import type { StoredItem } from '../server/capabilities/exchange/item.ts';
import { mayRead } from '../server/capabilities/exchange/policy.ts';
import { findItem } from '../server/capabilities/exchange/store.ts';
import type { Ask } from '../server/capabilities/requests/contract.ts';
import { askToWire } from '../server/capabilities/requests/wire.ts';
import { type JsonObject, sha256 } from '../server/kernel/canonical.ts';
import type { PersonActor, Role } from '../server/kernel/decision.ts';
import { asId, type DeskId, type ItemId, type PartyId } from '../server/kernel/ids.ts';
import { type Tlp, tlps } from '../server/kernel/marking.ts';
import { act, agree, arrived, compose, draftWith, markingWith, nodeOf, ok, release } from './story.ts';
import { openWorld, type World, type WorldNode } from './world.ts';

/** An item and the words that betray it. */
export interface Canary {
  readonly item: StoredItem;
  readonly words: readonly string[];
  /** The word of an object that was withheld from the other service's copy. */
  readonly withheld: string;
}

/** Someone who asks; what he asks with, and who the house takes him for. */
export interface Reader {
  readonly name: string;
  readonly token: string;
  readonly actor: PersonActor;
}

export interface LeakWorld {
  readonly world: World;
  readonly node: WorldNode;
  readonly canaries: readonly Canary[];
  readonly readers: readonly Reader[];
  /** The words that this reader must not meet. */
  forbidden(reader: Reader): readonly string[];
  /** The items that he must not know of. */
  hidden(reader: Reader): readonly Canary[];
}

let counter = 0;
/** A word that no language has and that is not written like another: neither stems nor likeness join them. */
export const newWord = (): string => {
  counter += 1;
  const digits = sha256(`canary ${counter}`).toString('hex').slice(0, 14);
  return [...digits].map((digit) => 'bcdfghjklmnpqrtv'[Number.parseInt(digit, 16)]).join('');
};

const identityOf = (name: string): JsonObject => {
  const now = new Date().toISOString();
  const id = `identity--${crypto.randomUUID()}`;
  return { type: 'identity', spec_version: '2.1', id, created: now, modified: now, name };
};

/** Each item asks for something too: what is known already is as secret as the rest. */
const requestOf = (from: WorldNode, known: string): JsonObject => {
  const now = new Date().toISOString();
  const ask: Ask = {
    urgency: 'ordinary',
    urgencyReason: '',
    known,
    knownGrading: null,
    answerLanguages: ['fr'],
  };
  return { ...askToWire(ask, { self: from.party, at: now, subjects: [], before: null }) };
};

interface Sown {
  readonly id: string;
  readonly words: readonly string[];
  readonly withheld: string;
}

/** One item with its canaries, in the state wanted, on the node that writes it. */
const sow = async (
  from: WorldNode,
  to: PartyId,
  agreement: string,
  given: { readonly tlp: Tlp; readonly state: 'draft' | 'proposed' | 'returned' | 'released' },
): Promise<Sown> => {
  const [title, summary, name, withheld, known] = [newWord(), newWord(), newWord(), newWord(), newWord()];
  const secret = identityOf(withheld);
  const draft = draftWith(agreement, {
    title,
    summary,
    marking: markingWith({ tlp: given.tlp, field: 'terrorism', purpose: 'prevention' }),
    recipients: [to],
    objects: [identityOf(name), secret, requestOf(from, known)],
    withheld: [{ object: String(secret.id), selector: null, except: [] }],
  });
  const id = await compose(from, draft);
  if (given.state === 'released') await release(from, id);
  if (given.state === 'proposed' || given.state === 'returned') await ok(act(from, 'analyst', id, 'propose'));
  if (given.state === 'returned')
    await ok(act(from, 'contact-point', id, 'return', { version: 1, reason: newWord() }));
  return { id, words: [title, summary, name, known], withheld };
};

const sowAll = async (node: WorldNode, other: WorldNode): Promise<readonly Sown[]> => {
  const agreement = await agree([node, other], { fields: ['terrorism'], purposes: ['prevention'] });
  const sown: Sown[] = [];
  for (const tlp of tlps)
    for (const state of ['draft', 'proposed', 'returned', 'released'] as const)
      sown.push(await sow(node, other.party, agreement, { tlp, state }));
  for (const tlp of tlps) {
    const one = await sow(other, node.party, agreement, { tlp, state: 'released' });
    await arrived(node, one.id);
    // What was withheld never came: the word of it is forbidden to everyone here.
    sown.push(one);
  }
  return sown;
};

const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'leaks', party: node.party }) as const;

/** Accounts beside those that every node of a test has: off the desk, less cleared, of the other service. */
const moreReaders = async (node: WorldNode, guestsOf: PartyId): Promise<readonly Reader[]> => {
  const given = [
    { name: 'analyst off the desk', role: 'analyst', clearance: 'red', party: node.party },
    { name: 'analyst cleared to green', role: 'analyst', clearance: 'green', party: node.party },
    { name: 'guest analyst', role: 'analyst', clearance: 'red', party: guestsOf },
    { name: 'guest cleared to amber', role: 'liaison-officer', clearance: 'amber', party: guestsOf },
    { name: 'guest observer', role: 'observer', clearance: 'red', party: guestsOf },
    { name: 'guest connector', role: 'connector', clearance: 'red', party: guestsOf },
    { name: 'own connector', role: 'connector', clearance: 'amber', party: node.party },
  ] as const;
  const people = given.map(({ name, role, clearance, party }) => ({
    name,
    nameArabic: name,
    email: `${name.replaceAll(' ', '-')}@leaks.example`,
    languages: ['fr' as const],
    roles: [role],
    clearance,
    party,
    desks: [],
    circles: [],
    password: 'a long invented passphrase',
  }));
  const made = await node.parties.createDemoAccounts(people);
  return made.map(({ person, token }, index) => {
    const { name = '', role = 'observer', clearance = 'clear', party = node.party } = given[index] ?? {};
    return {
      name,
      token,
      actor: { kind: 'person', person, party, role, desks: [], circles: [], clearance },
    };
  });
};

const ownReaders = (node: WorldNode, desks: readonly DeskId[]): readonly Reader[] =>
  [...node.accounts].map(
    ([role, { person, token }]: [Role, { person: PersonActor['person']; token: string }]) => ({
      name: role,
      token,
      actor: {
        kind: 'person',
        person,
        party: node.party,
        role,
        desks: role === 'observer' ? [] : desks,
        circles: [],
        clearance: role === 'observer' ? 'green' : 'red',
      },
    }),
  );

/** Opens the world and sows it. */
export const openLeakWorld = async (): Promise<LeakWorld> => {
  const world = await openWorld(['fr', 'ma']);
  const [node, other] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  const sown = await sowAll(node, other);
  const desks = (await node.parties.desks(houseOf(node))).map(({ id }) => id);
  const readers = [...ownReaders(node, desks), ...(await moreReaders(node, other.party))];
  const canaries = await node.database.transact(houseOf(node), async (unit) => {
    const found: Canary[] = [];
    for (const { id, words, withheld } of sown) {
      const item = await findItem(unit, asId('item', id));
      if (item === null) throw new Error(`bug: ${id} was not kept`);
      found.push({ item, words, withheld });
    }
    return found;
  });
  const hidden = ({ actor }: Reader) =>
    canaries.filter(({ item }) => mayRead(actor, item).kind === 'refused');
  return {
    world,
    node,
    canaries,
    readers,
    hidden,
    forbidden: (reader) => {
      const isGuest = reader.actor.party !== node.party;
      const cut = isGuest ? canaries : canaries.filter(({ item }) => item.originator !== node.party);
      return [
        ...hidden(reader).flatMap(({ words, withheld }) => [...words, withheld]),
        ...cut.map(({ withheld }) => withheld),
      ];
    },
  };
};

/** Everything that a plain select shows this reader of every table, as text: no filter of ours in between. */
export const everyRow = (node: WorldNode, reader: Reader): Promise<ReadonlyMap<string, string>> =>
  node.database.transact(reader.actor, async (unit) => {
    const tables = unit.tables<object>();
    const named = await sql<{ name: string }>`
      select relname as name from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and relkind = 'r' order by relname`.execute(tables);
    const shown = new Map<string, string>();
    for (const { name } of named.rows) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        tables,
      );
      shown.set(name, rows.map(({ row }) => row).join('\n'));
    }
    return shown;
  });

/** An item's id of the right form that stands for nothing. */
export const nowhere = (): ItemId => asId('item', `grouping--${crypto.randomUUID()}`);
