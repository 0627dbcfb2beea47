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
/** A part of an envelope is so many objects at least, and an envelope has so many parts at most. */
const partLeast = 50;
const partsMost = 4;

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
  readonly sound: readonly Collectable[];
  readonly unsound: readonly Detail[];
}

const tell = (problems: readonly Problem[], language: Language): string =>
  problems
    .slice(0, collectionLimits.problemsTold)
    .map(({ path, says }) => `${path.slice(0, idCharacters)} ${says[language]}`)
    .join(' ');

const readBatch = (values: readonly Json[], language: Language, at: string): Batch => {
  const isOne = (value: Json): boolean => isObject(value) && value.type !== 'bundle';
  const ones = values.filter(isOne);
  const { sound, unsound } = readEach(ones);
  const others = values.filter((value) => !isOne(value));
  return {
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

/**
 * An envelope in parts: PostgreSQL puts one away while the next is read. What defines markings is read with
 * what may bear them.
 */
const partsOf = (envelope: readonly Json[] | Fault): readonly (readonly Json[])[] => {
  if (envelope instanceof Fault) return [[]];
  if (envelope.some((value) => isObject(value) && value.type === 'marking-definition')) return [envelope];
  const size = Math.max(partLeast, Math.ceil(envelope.length / partsMost));
  return Array.from({ length: Math.ceil(envelope.length / size) }, (_, at) =>
    envelope.slice(at * size, (at + 1) * size),
  );
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

/** What came of an envelope as a whole. */
interface Outcome extends Sorted {
  readonly unsound: readonly Detail[];
}

type There = readonly { readonly stix_id: string; readonly version_key: string; readonly content: string }[];

/** Sorts what comes by what is there, and by what came before it in the same batch. */
const createSorting = (there: There, needs: { readonly actor: PersonActor; readonly language: Language }) => {
  // An object without versions is held against the last that came under its id.
  const keyOf = (id: string, version: string | null): string =>
    version === null ? id : `${id} ${sortableTime(version)}`;
  const contents = new Map<string, string>();
  for (const { stix_id: id, version_key: key, content } of there) {
    if (!contents.has(id)) contents.set(id, content);
    contents.set(`${id} ${key}`, content);
  }
  return (batch: readonly Collectable[]): Sorted => {
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
};

/** Puts what is new into the collection, which is held; `first` is the first free moment. */
const createAdding = (unit: Unit, collection: Collection, there: There, first: number) => {
  const origin = { item: null, grounds: null, author: null, desk: null };
  const seen = new Set(there.map(({ stix_id: id }) => id));
  const twice = new Set<string>();
  let next = first;
  return {
    add: (fresh: readonly Collectable[]): void => {
      for (const { id } of fresh) {
        if (seen.has(id)) twice.add(id);
        seen.add(id);
      }
      collected.insertCollected(unit, collection, origin, fresh, next);
      next += fresh.length;
    },
    finish: async (): Promise<void> => {
      if (next > first) collections.setLastAdded(unit, collection.id, next - 1);
      await collected.rankVersions(unit, collection.id, [...twice]);
    },
  };
};

const joinOutcomes = (outcomes: readonly Outcome[]): Outcome => ({
  fresh: outcomes.flatMap(({ fresh }) => fresh),
  known: outcomes.flatMap(({ known }) => known),
  refused: outcomes.flatMap(({ refused }) => refused),
  unsound: outcomes.flatMap(({ unsound }) => unsound),
});

const listed = (name: string, details: readonly Detail[]) =>
  details.length === 0 ? {} : { [name]: details };

const statusText = (id: string, at: string, outcome: Outcome): string => {
  const plain = ({ id: object, version }: Collectable): Detail => ({ id: object, version: version ?? at });
  const successes = [...outcome.fresh, ...outcome.known].map(plain);
  const failures = [
    ...outcome.refused.map(({ object, message }) => ({ ...plain(object), message })),
    ...outcome.unsound,
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
        const [first = [], ...others] = partsOf(envelope);
        const found = loadCollection(unit, id);
        return unit.asHouse('collections', async (part) => {
          const read = (values: readonly Json[]) => turnOver().then(() => readBatch(values, language, at));
          // Asked together, and the first part is read meanwhile. What is there is looked up once the
          // collection is held; nothing of it is told yet.
          const [collection, held, there, batch] = await Promise.all([
            found,
            collections.lockCollection(part, id),
            collected.knownVersions(part, id, idsIn(envelope), areLarge),
            read(first),
          ]);
          permit(mayWriteCollection(actor, collection));
          if (envelope instanceof Fault) throw envelope;
          if (held === null) throw new Fault('access/absent');
          areLarge = held.isLarge;
          const sort = createSorting(there, { actor, language });
          const adding = createAdding(part, collection, there, Math.max(microsOf(at), held.last + 1));
          const outcomes: Outcome[] = [];
          const take = ({ sound, unsound }: Batch): void => {
            const sorted = sort(sound);
            adding.add(sorted.fresh);
            outcomes.push({ ...sorted, unsound });
          };
          take(batch);
          for (const values of others) take(await read(values));
          await adding.finish();
          // They have left: what came of the batch is written down while they find their places.
          await turnOver();
          const outcome = joinOutcomes(outcomes);
          const status = randomUUID();
          const body = statusText(status, at, outcome);
          collections.insertStatus(part, { id: status, person: actor.person, created_at: at, body });
          note({
            added: outcome.fresh.length,
            repeated: outcome.known.length,
            refused: outcome.refused.length + outcome.unsound.length,
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
