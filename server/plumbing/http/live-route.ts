/** The live stream of a signed-in console: server-sent events, topic and id only (WHATWG HTML §9.2). */

import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type Live, type LiveEvent, lookAgain } from '../live/index.ts';
import { actorOf, type HttpApp, httpLimits } from './http.ts';

/** The bytes of each event, made once for all who hear it. */
const bytes = new WeakMap<LiveEvent, Buffer>();
const written = (event: LiveEvent): Buffer => {
  const known = bytes.get(event);
  if (known !== undefined) return known;
  const made = Buffer.from(`data: ${JSON.stringify({ topic: event.topic, id: event.id })}\n\n`);
  bytes.set(event, made);
  return made;
};

/**
 * `isStillSignedIn` is asked at every beat: a revoked session loses its stream within `liveBeatMs`, and at
 * once when `live` announces topic `parties.session` with the session's person as id. `mayHear` asks the
 * one door to read, so that the stream never hints at what its listener may not see.
 */
export const registerLive = (
  app: HttpApp,
  needs: {
    live: Live;
    isStillSignedIn(request: FastifyRequest): Promise<boolean>;
    mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
  },
): void => {
  let open = 0;
  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const actor = actorOf(request);
    if (open >= httpLimits.liveStreams) throw new Fault('access/too-many', { waitSeconds: 30 });
    open += 1;
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write('retry: 1000\n\n');
    const check = async (): Promise<void> => {
      if (!(await needs.isStillSignedIn(request).catch(() => false))) stream.end();
    };
    const tell = async (event: LiveEvent): Promise<void> => {
      if (event.topic === lookAgain.topic || (await needs.mayHear(actor, event).catch(() => false)))
        stream.write(written(event));
    };
    const leave = needs.live.subscribe((event) => {
      if (event.topic === 'parties.session') {
        if (event.id === actor.person) void check();
        return;
      }
      void tell(event);
    });
    const beat = setInterval(() => {
      stream.write(': beat\n\n');
      void check();
    }, httpLimits.liveBeatMs);
    stream.on('close', () => {
      open -= 1;
      clearInterval(beat);
      leave();
    });
  });
};
