/** Writing of posts in the caller's transaction, many or one; and the verbs of those written by hand. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import {
  type EventsNeeds,
  type Kept,
  requireEvent,
  requireSound,
  requireVersion,
  tellChanges,
  versioned,
} from './keeping-service.ts';
import { listObjects, listVenues } from './place-store.ts';
import { requireReadable } from './places-service.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';
import { type PostPlaces, postErrors } from './post.ts';
import type {
  Post,
  PostChange,
  PostDraft,
  PostFilter,
  PostOrigin,
  PostPage,
  PostPlace,
} from './post-contract.ts';
import * as store from './post-store.ts';
import { readCursor, writeCursor } from './rows-store.ts';

/** A post on its way to be written. */
export type NewPost = PostDraft & { readonly origin: PostOrigin };

/** Makes what writes posts; the caller has permitted it, and its own transaction keeps all or none. */
export const createPostWriting = (needs: EventsNeeds) => {
  const { clock, self, live } = needs;

  const placesOf = async (unit: Unit, event: string, drafts: readonly PostDraft[]): Promise<PostPlaces> => {
    const sessions = [...new Set(drafts.flatMap(({ session }) => session ?? []))];
    const [venues, objects, there] = await Promise.all([
      listVenues(unit, event),
      listObjects(unit, event),
      store.sessionsThere(unit, event, sessions),
    ]);
    return {
      venues: new Map(venues.map((venue) => [venue.id, venue])),
      objects: new Map(objects.map((object) => [object.id, object])),
      sessions: there,
    };
  };
  const keep = async (
    unit: Unit,
    told: { readonly actor: Actor; readonly event: string; readonly reason: string | null },
    given: readonly Kept<store.StoredPost>[],
  ): Promise<readonly store.StoredPost[]> => {
    const kept = given.map(versioned);
    const posts = kept.map(({ after }) => after);
    await store.putPosts(unit, self, posts);
    const because = { reason: told.reason, import: null };
    await tellChanges(needs, unit, { ...told, kind: 'post', because, kept });
    await live.announce(unit, { topic: 'events.post', id: told.event });
    return posts;
  };
  const load = async (
    unit: Unit,
    event: string,
    ids: readonly string[],
  ): Promise<readonly store.StoredPost[]> => {
    const posts = await store.lockPosts(unit, event, ids);
    if (posts.length !== new Set(ids).size) throw new Fault('access/absent');
    return posts;
  };
  const check = async (unit: Unit, event: string, drafts: readonly PostDraft[]): Promise<void> => {
    if (drafts.length > eventsLimits.postsAtOnce)
      throw new Fault('events/too-many', { limit: eventsLimits.postsAtOnce });
    const places = await placesOf(unit, event, drafts);
    requireSound(drafts.flatMap((draft) => postErrors(draft, places)));
  };

  return {
    load,

    /** Writes new posts, all or none. Faults: `events/unsound`, `events/too-many`, `access/absent`. */
    write: async (
      unit: Unit,
      actor: Actor,
      event: string,
      drafts: readonly NewPost[],
      reason: string | null = null,
    ): Promise<readonly string[]> => {
      await requireEvent(unit, event);
      await check(unit, event, drafts);
      const { total } = await store.countPosts(unit, event, {});
      if (total + drafts.length > eventsLimits.posts)
        throw new Fault('events/too-many', { limit: eventsLimits.posts });
      const made = drafts.map((draft) => ({
        before: null,
        after: { ...draft, id: randomUUID(), event, removedAt: null, version: 0 },
      }));
      return (await keep(unit, { actor, event, reason }, made)).map(({ id }) => id);
    },

    /** Changes posts that stand, all or none: what is not said stays. */
    change: async (
      unit: Unit,
      actor: Actor,
      event: string,
      changes: ReadonlyMap<string, Partial<NewPost>>,
      reason: string | null = null,
    ): Promise<void> => {
      await requireEvent(unit, event);
      const posts = await load(unit, event, [...changes.keys()]);
      const changed = posts.map((before) => ({ before, after: { ...before, ...changes.get(before.id) } }));
      if (posts.some(({ removedAt }) => removedAt !== null)) throw new Fault('events/post-state');
      await check(
        unit,
        event,
        changed.map(({ after }) => after),
      );
      await keep(unit, { actor, event, reason }, changed);
    },

    /** Takes posts away; they can be put back. */
    remove: async (
      unit: Unit,
      actor: Actor,
      event: string,
      ids: readonly string[],
      reason: string | null,
    ): Promise<void> => {
      await requireEvent(unit, event);
      const posts = await load(unit, event, ids);
      if (posts.some(({ removedAt }) => removedAt !== null)) throw new Fault('events/post-state');
      const removedAt = clock.now();
      const removed = posts.map((before) => ({
        ...{ before, after: { ...before, removedAt } },
        act: 'removed' as const,
      }));
      await keep(unit, { actor, event, reason }, removed);
    },

    /** Moves posts to other places of their event, those too that were taken away; any number of them. */
    carry: async (
      unit: Unit,
      actor: Actor,
      event: string,
      places: ReadonlyMap<string, PostPlace>,
      reason: string | null,
    ): Promise<void> => {
      if (places.size === 0) return;
      const posts = await load(unit, event, [...places.keys()]);
      const moved = posts.map((before) => ({
        ...{ before, after: { ...before, place: places.get(before.id) ?? before.place } },
      }));
      await keep(unit, { actor, event, reason }, moved);
    },

    /** Puts posts back that were taken away. */
    restore: async (unit: Unit, actor: Actor, event: string, ids: readonly string[]): Promise<void> => {
      await requireEvent(unit, event);
      const posts = await load(unit, event, ids);
      if (posts.some(({ removedAt }) => removedAt === null)) throw new Fault('events/post-state');
      const restored = posts.map((before) => ({
        ...{ before, after: { ...before, removedAt: null } },
        act: 'restored' as const,
      }));
      await keep(unit, { actor, event, reason: null }, restored);
    },
  };
};
/** What writes posts in the caller's transaction. */
export type PostWriting = ReturnType<typeof createPostWriting>;

const shownAtOnce = 200;

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createPostVerbs = ({ verbs, self }: EventsNeeds, writing: PostWriting) => {
  const find = async (unit: Unit, event: string, id: string): Promise<Post> => {
    const post = await store.findPost(unit, event, id);
    if (post === null) throw new Fault('access/absent');
    return post;
  };
  return {
    list: (actor: Actor, event: string, filter: PostFilter): Promise<PostPage> =>
      verbs.read({ actor, verb: 'events.list-posts', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        const limit = filter.limit ?? shownAtOnce;
        const [posts, counts] = await Promise.all([
          store.listPosts(unit, event, filter, { after: readCursor(filter.cursor), limit }),
          store.countPosts(unit, event, filter),
        ]);
        const last = posts.length === limit ? posts.at(-1) : undefined;
        const next = last === undefined ? null : writeCursor({ at: last.from, id: last.id });
        return { items: [...posts], next, ...counts };
      }),

    read: (actor: Actor, event: string, id: string): Promise<Post> =>
      verbs.read({ actor, verb: 'events.read-post', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        return find(unit, event, id);
      }),

    add: (actor: Actor, event: string, draft: PostDraft): Promise<Post> =>
      verbs.run({ actor, verb: 'events.add-post', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        const post = { ...draft, origin: { kind: 'by-hand' } as const };
        const [id = ''] = await writing.write(unit, actor, event, [post]);
        note({ post: id });
        return find(unit, event, id);
      }),

    change: (actor: Actor, event: string, id: string, change: PostChange): Promise<Post> =>
      verbs.run({ actor, verb: 'events.change-post', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        const { version, because = null, ...draft } = change;
        for (const post of await writing.load(unit, event, [id])) requireVersion(version, post);
        note({ post: id });
        await writing.change(unit, actor, event, new Map([[id, draft]]), because);
        return find(unit, event, id);
      }),

    remove: (
      actor: Actor,
      event: string,
      id: string,
      { version, because }: { readonly version: number; readonly because: string },
    ): Promise<{ id: string; version: number }> =>
      verbs.run({ actor, verb: 'events.remove-post', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        for (const post of await writing.load(unit, event, [id])) requireVersion(version, post);
        note({ post: id });
        await writing.remove(unit, actor, event, [id], because);
        return { id, version: version + 1 };
      }),

    restore: (actor: Actor, event: string, id: string): Promise<Post> =>
      verbs.run({ actor, verb: 'events.restore-post', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        note({ post: id });
        await writing.restore(unit, actor, event, [id]);
        return find(unit, event, id);
      }),
  };
};
export type PostVerbs = ReturnType<typeof createPostVerbs>;
