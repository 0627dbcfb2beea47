/**
 * Live news for open consoles. A verb announces inside its transaction (PostgreSQL NOTIFY, so it is heard
 * only after commit, by every process of the node); each listener hears a topic and an id, never content:
 * what he may see he then reads through the one door.
 */
import { isObject, readJson } from '../../kernel/canonical.ts';
import type { Database, Unit } from '../database/index.ts';

/** One piece of news: what kind of thing changed, and which. */
export interface LiveEvent {
  /** `capability.thing`, for instance `exchange.item`. */
  readonly topic: string;
  readonly id: string;
}

/** Announces inside transactions, and hears what any process of the node announced. */
export interface Live {
  announce(unit: Unit, event: LiveEvent): Promise<void>;
  /** Hears every event until the returned function is called. */
  subscribe(hear: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

/** Heard when news may have been missed: whoever listens reads anew what he shows. */
export const lookAgain: LiveEvent = { topic: '*', id: '' };

const channel = 'tansiq_live';

/** Opens the node's live news on its database's announcements. Errors: those of `database.listen`. */
export const createLive = async (needs: { database: Database }): Promise<Live> => {
  const hearers = new Set<(event: LiveEvent) => void>();
  const stop = await needs.database.listen(channel, (payload) => {
    if (payload === '') {
      for (const hear of hearers) hear(lookAgain);
      return;
    }
    const read = readJson(payload)?.value;
    if (!isObject(read) || typeof read.topic !== 'string' || typeof read.id !== 'string') return;
    const event: LiveEvent = { topic: read.topic, id: read.id };
    for (const hear of hearers) hear(event);
  });
  return {
    announce: (unit, event) => unit.notify(channel, JSON.stringify({ topic: event.topic, id: event.id })),
    subscribe: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    close: stop,
  };
};
