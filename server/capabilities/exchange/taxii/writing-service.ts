/** The verbs of a connected system in its own collection: add and delete. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turnOver } from 'node:timers/promises';
import { isObject, type Json, readJson } from '../../../kernel/canonical.ts';
import type { PersonActor } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import { dayMs, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { isIdentifier, type Problem, readEach } from '../../../plumbing/stix/index.ts';
import {
  microsOf,
  readMicros,
  sortableTime,
  type TaxiiQuery,
  taxiiLimits,
} from '../../../plumbing/taxii/index.ts';
import * as collected from './collected-store.ts';
import { type Collectable, type Collection, collectables, collectionLimits } from './collection.ts';
import * as collections from './collection-store.ts';
import { mayBring, mayWriteCollection } from './policy.ts';
import { loadCollection, type TaxiiNeeds } from './taxii-service.ts';
import { refusalWords } from './words.ts';

/** One object's outcome (TAXII 2.1 §4.3.1). */
interface Detail {
  readonly id: string;
  readonly version: string;
  readonly message?: string;
}

const idCharacters = 300;

/** The objects of a TAXII envelope (TAXII 2.1 §3.7), not looked at yet; or what is wrong with it. */
const readEnvelope = (text: string): readonly Json[] | Fault => {
  const value = readJson(text.startsWith('\uFEFF') ? text.slice(1) : text)?.value;
  if (!isObject(value) || !Array.isArray(value.objects) || value.objects.length === 0)
    return new Fault('taxii/body');
  if (value.objects.length > taxiiLimits.objectsAtOnce)
    return new Fault('taxii/too-many-objects', { limit: taxiiLimits.objectsAtOnce });
  return value.objects;
};

const detailOf = (value: Json, at: string): Detail => {
  const { id = '', modified = '', created = '' } = isObject(value) ? value : {};
  const version = [modified, created].find((one) => typeof one === 'string' && readMicros(one) !== null);
  return {
    id: typeof id === 'string' && id !== '' ? id.slice(0, idCharacters) : 'unknown',
    version: typeof version === 'string' ? version : at,
  };
};

interface Batch {
  /** Why there is none; told to who may bring one. */
  readonly fault: Fault | null;
  readonly sound: readonly Collectable[];
  readonly unsound: readonly Detail[];
}

const tell = (problems: readonly Problem[], language: Language): string =>
  problems
    .slice(0, collectionLimits.problemsTold)
    .map(({ path, says }) => `${path.slice(0, idCharacters)} ${says[language]}`)
    .join(' ');

const readBatch = (envelope: readonly Json[] | Fault, language: Language, at: string): Batch => {
  if (envelope instanceof Fault) return { fault: envelope, sound: [], unsound: [] };
  const isOne = (value: Json): boolean => isObject(value) && value.type !== 'bundle';
  const ones = envelope.filter(isOne);
  const { sound, unsound } = readEach(ones);
  const others = envelope.filter((value) => !isOne(value));
  return {
    fault: null,
    sound: collectables(
      sound.map(({ object }) => object),
      0,
    ),
    unsound: [
      ...others.map((value) => ({ ...detailOf(value, at), message: refusalWords.notAnObject[language] })),
      ...unsound.map(({ index, problems }) => ({
        ...detailOf(ones[index] ?? null, at),
        message: tell(problems, language),
      })),
    ],
  };
};

/** The identifiers in an envelope of which nothing else has been read yet. */
const idsIn = (envelope: readonly Json[] | Fault): readonly string[] => {
  if (envelope instanceof Fault) return [];
  const ids = envelope.map((value) => (isObject(value) ? value.id : null));
  return ids.filter((id): id is string => typeof id === 'string' && isIdentifier(id));
};

interface Sorted {
  readonly fresh: readonly Collectable[];
  /** Already there, so that nothing changes: a repetition. */
  readonly known: readonly Collectable[];
  readonly refused: readonly { readonly object: Collectable; readonly message: string }[];
}

/** Sorts a batch by what is there, and by what came before it in the same batch. */
const sortBatch = (
  batch: readonly Collectable[],
  there: readonly { readonly stix_id: string; readonly version_key: string; readonly content: string }[],
  needs: { readonly actor: PersonActor; readonly language: Language },
): Sorted => {
  // An object without versions is held against the last that came under its id.
  const keyOf = (id: string, version: string | null): string =>
    version === null ? id : `${id} ${sortableTime(version)}`;
  const contents = new Map<string, string>();
  for (const { stix_id: id, version_key: key, content } of there) {
    if (!contents.has(id)) contents.set(id, content);
    contents.set(`${id} ${key}`, content);
  }
  const [fresh, known]: [Collectable[], Collectable[]] = [[], []];
  const refused: { object: Collectable; message: string }[] = [];
  const refuse = (object: Collectable, message: string) => void refused.push({ object, message });
  for (const object of batch) {
    const key = keyOf(object.id, object.version);
    const before = contents.get(key);
    if (before === object.content) known.push(object);
    else if (mayBring(needs.actor, object.rank).kind === 'refused')
      refuse(object, refusalWords.aboveClearance[needs.language]);
    else if (before !== undefined && object.version !== null)
      refuse(object, refusalWords.sameVersion[needs.language]);
    else {
      contents.set(key, object.content);
      fresh.push(object);
    }
  }
  return { fresh, known, refused };
};

interface There {
  readonly ids: ReadonlySet<string>;
  /** The latest date_added of the collection. */
  readonly last: number;
}

/** Puts what is new into the collection, which is held. */
const addFresh = async (
  unit: Unit,
  collection: Collection,
  fresh: readonly Collectable[],
  there: There,
  now: number,
): Promise<void> => {
  if (fresh.length === 0) return;
  const first = Math.max(now, there.last + 1);
  const origin = { item: null, grounds: null, author: null, desk: null };
  const ids = fresh.map(({ id }) => id);
  const seen = new Set<string>();
  const twice = ids.filter((id) => there.ids.has(id) || seen.has(id) || !seen.add(id));
  collected.insertCollected(unit, collection, origin, fresh, first);
  collections.setLastAdded(unit, collection.id, first + fresh.length - 1);
  await collected.rankVersions(unit, collection.id, [...new Set(twice)]);
};

const listed = (name: string, details: readonly Detail[]) =>
  details.length === 0 ? {} : { [name]: details };

const statusText = (id: string, at: string, sorted: Sorted, unsound: readonly Detail[]): string => {
  const plain = ({ id: object, version }: Collectable): Detail => ({ id: object, version: version ?? at });
  const successes = [...sorted.fresh, ...sorted.known].map(plain);
  const failures = [
    ...sorted.refused.map(({ object, message }) => ({ ...plain(object), message })),
    ...unsound,
  ];
  return JSON.stringify({
    id,
    status: 'complete',
    request_timestamp: at,
    total_count: successes.length + failures.length,
    success_count: successes.length,
    ...listed('successes', successes),
    failure_count: failures.length,
    ...listed('failures', failures),
    pending_count: 0,
  });
};

/** Makes the verbs. */
export const createWriting = (needs: TaxiiNeeds) => {
  const { verbs, clock, database, self } = needs;
  const house = { kind: 'system', name: 'collections', party: self } as const;

  const sweep = (): Promise<void> =>
    database.transact(house, async (unit) => {
      const now = clock.now();
      await collections.deleteStatuses(unit, later(now, -collectionLimits.statusMs));
      await collected.eraseOwnBefore(unit, microsOf(later(now, -collectionLimits.ownDays * dayMs)));
    });
  needs.scheduler.every('exchange.sweep-collections', collectionLimits.sweepEveryMs, sweep);
  // As the last batch found them: what a small table is planned like must not be kept.
  let areLarge = false;

  return {
    /** Adds what is sound of an envelope; the answer is the status resource that says what became of each. */
    add: (actor: PersonActor, id: string, text: string, language: Language): Promise<string> =>
      verbs.run({ actor, verb: 'exchange.add-to-collection', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const at = clock.now();
        const envelope = readEnvelope(text);
        const found = loadCollection(unit, id);
        return unit.asHouse('collections', async (part) => {
          // Asked together, and the batch is read meanwhile. What is there is looked up once the collection
          // is held; nothing of it is told yet.
          const [collection, held, there, batch] = await Promise.all([
            found,
            collections.lockCollection(part, id),
            collected.knownVersions(part, id, idsIn(envelope), areLarge),
            turnOver().then(() => readBatch(envelope, language, at)),
          ]);
          permit(mayWriteCollection(actor, collection));
          if (batch.fault !== null) throw batch.fault;
          if (held === null) throw new Fault('access/absent');
          areLarge = held.isLarge;
          const sorted = sortBatch(batch.sound, there, { actor, language });
          const known = { ids: new Set(there.map(({ stix_id }) => stix_id)), last: held.last };
          await addFresh(part, collection, sorted.fresh, known, microsOf(at));
          // They have left: what came of the batch is written down while they find their places.
          await turnOver();
          const status = randomUUID();
          const body = statusText(status, at, sorted, batch.unsound);
          collections.insertStatus(part, { id: status, person: actor.person, created_at: at, body });
          note({
            added: sorted.fresh.length,
            repeated: sorted.known.length,
            refused: sorted.refused.length + batch.unsound.length,
          });
          return body;
        });
      }),

    /** Deletes an object, or the versions of it that the query names. */
    remove: (actor: PersonActor, id: string, object: string, query: TaxiiQuery): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.delete-from-collection', subject: id }, async (work) => {
        const collection = await loadCollection(work.unit, id);
        work.permit(mayWriteCollection(actor, collection));
        await work.unit.asHouse('collections', async (part) => {
          await collections.lockCollection(part, id);
          const deleted = await collected.deleteVersions(part, id, object, query);
          if (deleted === 0) throw new Fault('access/absent');
          await collected.rankVersions(part, id, [object]);
          work.note({ object, versions: deleted });
        });
      }),
  };
};
