/** One connection that hears announcements (LISTEN), and renews itself when it breaks. */
import pg from 'pg';
import { runContained } from './callback.ts';
import { startListening, stopListening } from './store.ts';

const firstDelayMs = 50;
const longestDelayMs = 5_000;
const connectWithinMs = 10_000;

type Hearer = (payload: string) => void;

export interface Listener {
  listen(channel: string, on: Hearer): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * Makes a listener; it connects when something is first listened to. `Database.listen` says what it
 * promises.
 */
export const openListener = (needs: { url: string }): Listener => {
  const hearers = new Map<string, Set<Hearer>>();
  let current: Promise<pg.Client> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  const hear = (channel: string, payload: string): void => {
    for (const on of [...(hearers.get(channel) ?? [])]) runContained(() => on(payload));
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: needs.url,
      application_name: 'tansiq listener',
      connectionTimeoutMillis: connectWithinMs,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''));
    client.on('error', () => undefined);
    await client.connect();
    client.on('end', () => renewLater(firstDelayMs));
    for (const channel of hearers.keys()) await startListening(client, channel);
    return client;
  };

  const renewLater = (delayMs: number): void => {
    current = null;
    if (closed || retry || hearers.size === 0) return;
    retry = setTimeout(() => {
      retry = null;
      void renew(delayMs);
    }, delayMs);
  };

  const renew = async (delayMs: number): Promise<void> => {
    if (closed || current) return;
    try {
      current = connect();
      await current;
    } catch {
      renewLater(Math.min(delayMs * 2, longestDelayMs));
      return;
    }
    // What was announced while nobody heard is lost: say "look again" on every channel.
    for (const channel of hearers.keys()) hear(channel, '');
  };

  const connected = (): Promise<pg.Client> => {
    current ??= connect().catch((failure: unknown) => {
      current = null;
      throw failure;
    });
    return current;
  };

  const leave = async (channel: string, on: Hearer): Promise<void> => {
    const others = hearers.get(channel);
    if (!others?.delete(on) || others.size > 0) return;
    hearers.delete(channel);
    const client = await current?.catch(() => null);
    // Somebody may have begun to listen to it meanwhile.
    if (client && !closed && !hearers.has(channel))
      await stopListening(client, channel).catch(() => undefined);
  };

  return {
    async listen(channel, on) {
      const others = hearers.get(channel) ?? new Set();
      hearers.set(channel, others.add(on));
      try {
        await startListening(await connected(), channel);
      } catch (failure) {
        others.delete(on);
        if (others.size === 0) hearers.delete(channel);
        throw failure;
      }
      return () => leave(channel, on);
    },
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const client = await current?.catch(() => null);
      await client?.end();
    },
  };
};
