/**
 * The verbs of posts from risk: what would be made is shown, and made as it was shown, in one
 * transaction.
 */
import { canonical, contentHash } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { requireEvent } from '../keeping-service.ts';
import type { Post, PostDraft } from '../post-contract.ts';
import { allPosts } from '../post-store.ts';
import { reasonsOf } from './assessment-store.ts';
import { type Facts, namesOf } from './facts.ts';
import { loadFacts } from './facts-service.ts';
import { type Assessed, postsFor, type WantedPost } from './generation.ts';
import { forgetMade, keepMade, madeOf } from './generation-store.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayReadRisk, mayTurnIntoPosts } from './policy.ts';
import { generatedBecause } from './reason-words.ts';
import { compare, isByHand, type Outcome, type Step, stepsOf } from './regeneration.ts';
import type { Generated, Generation, Planned, Preview, PreviewQuery } from './template-contract.ts';
import { templatesOf } from './templates-service.ts';

/** What a post keeps of the reason of its assessment. */
const reasonLength = 240;

const draftOf = (post: Post): PostDraft => {
  const { id: _id, event: _event, origin: _origin, at: _at, version: _version, ...draft } = post;
  return draft;
};
const placeIdOf = ({ place }: PostDraft): string => (place.kind === 'object' ? place.object : place.venue);

const digestOf = (outcomes: readonly Outcome[]): string =>
  contentHash(
    outcomes.map(({ key, fate, wanted, present }) => {
      const { reason: _reason, ...draft } = wanted?.draft ?? { reason: '' };
      return [key, fate, canonical(draft), wanted?.level ?? '', present?.version ?? 0];
    }),
  );

const plannedOf = ({ key, fate, wanted, made, present }: Outcome): Planned[] => {
  const of = wanted ?? made;
  if (of === null) return [];
  const { target, hazard, level, template } = of;
  const drafts = { wanted: wanted?.draft ?? null, present: present?.draft ?? null };
  return [{ key, fate, target, hazard, level, template, ...drafts }];
};

/** What will stand once it is done, where nothing that was done by hand is overruled. */
const standingOf = ({ fate, wanted, present }: Outcome): PostDraft | null => {
  if (fate === 'withdrawn' || fate === 'removed') return null;
  return fate === 'made' || fate === 'changed' ? (wanted?.draft ?? null) : (present?.draft ?? null);
};

const specialtiesOf = (outcomes: readonly Outcome[]): Preview['specialties'] => {
  const all: Record<string, { posts: number; wanted: number }> = {};
  for (const draft of outcomes.map(standingOf)) {
    if (draft === null) continue;
    const { specialty } = draft.requirement;
    const before = all[specialty] ?? { posts: 0, wanted: 0 };
    all[specialty] = { posts: before.posts + 1, wanted: before.wanted + draft.quantity };
  }
  return all;
};

const countFates = (outcomes: readonly Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { fate } of outcomes) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
};

const isNews = ({ fate }: Outcome): boolean => fate !== 'same' && fate !== 'edited';

export const createGenerating = (needs: RiskNeeds) => {
  const { verbs, self, timeZone, posts } = needs;

  const outcomesOf = async (
    unit: Unit,
    event: string,
    asked: { readonly language: Language; readonly place?: string },
    facts: readonly Facts[],
  ): Promise<readonly Outcome[]> => {
    const [templates, assessed, made, standing] = await Promise.all([
      templatesOf(unit),
      reasonsOf(unit, event, reasonLength),
      madeOf(unit, event),
      allPosts(unit, event, {}),
    ]);
    const levels = new Map<string, Assessed>(
      assessed.map(({ target, hazard, ...rest }) => [`${target} ${hazard}`, rest]),
    );
    const isWithin = (placeId: string | null) => asked.place === undefined || placeId === asked.place;
    return compare({
      wanted: postsFor({
        facts: facts.filter(({ placeId }) => isWithin(placeId)),
        templates,
        levelAt: (target, hazard) => levels.get(`${target} ${hazard}`) ?? null,
        zone: timeZone,
        language: asked.language,
      }),
      made: made.filter(({ draft }) => isWithin(placeIdOf(draft))),
      present: new Map(
        standing.map((post) => [post.id, { id: post.id, version: post.version, draft: draftOf(post) }]),
      ),
    });
  };

  const withOrigin = (wanted: WantedPost) => ({
    ...wanted.draft,
    origin: { kind: 'template' as const, template: wanted.template, riskLevel: wanted.level },
  });

  const write = async (
    unit: Unit,
    told: { readonly actor: Actor; readonly event: string; readonly because: string },
    steps: readonly Step[],
  ): Promise<void> => {
    const { actor, event, because } = told;
    const fresh = steps.flatMap((step) => (step.act === 'make' ? step.wanted : []));
    const back = steps.flatMap((step) => (step.act === 'restore' ? step.present.id : []));
    const again = steps.flatMap((step) =>
      step.act === 'change' || step.act === 'restore' ? { post: step.present.id, wanted: step.wanted } : [],
    );
    const gone = steps.flatMap((step) => (step.act === 'withdraw' ? step.present.id : []));
    const ids = await posts.write(unit, actor, event, fresh.map(withOrigin), because);
    if (back.length > 0) await posts.restore(unit, actor, event, back);
    const changes = new Map(again.map(({ post, wanted }) => [post, withOrigin(wanted)]));
    if (changes.size > 0) await posts.change(unit, actor, event, changes, because);
    if (gone.length > 0) await posts.remove(unit, actor, event, gone, because);
    await forgetMade(unit, gone);
    const made = fresh.flatMap((wanted, at) => {
      const post = ids[at];
      return post === undefined ? [] : { post, wanted };
    });
    await keepMade(unit, { holder: self, event }, [...made, ...again]);
  };

  return {
    preview: (actor: Actor, event: string, query: PreviewQuery): Promise<Preview> =>
      verbs.read({ actor, verb: 'events.preview-posts', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        const facts = await loadFacts(unit, event, timeZone);
        const all = await outcomesOf(unit, event, query, facts);
        const listed = all.filter((one) =>
          query.fate === undefined ? isNews(one) : one.fate === query.fate,
        );
        const first = listed.toSorted(
          (one, other) => Number(isByHand(other.fate)) - Number(isByHand(one.fate)),
        );
        const items = first.slice(0, riskLimits.shown).flatMap(plannedOf);
        return {
          fates: countFates(all),
          specialties: specialtiesOf(all),
          items,
          names: namesOf(
            facts,
            items.map(({ target }) => target),
          ),
          cut: listed.length > riskLimits.shown,
          digest: digestOf(all),
        };
      }),

    /** Faults: `events/changed-meanwhile` where it would no longer do what was shown; those of posts. */
    generate: (actor: Actor, event: string, generation: Generation): Promise<Generated> =>
      verbs.run({ actor, verb: 'events.generate-posts', subject: event }, async ({ unit, permit, note }) => {
        permit(mayTurnIntoPosts(actor, self));
        await requireEvent(unit, event);
        const facts = await loadFacts(unit, event, timeZone);
        const all = await outcomesOf(unit, event, generation, facts);
        if (digestOf(all) !== generation.digest) throw new Fault('events/changed-meanwhile');
        const overrule = new Set(generation.overrule);
        const steps = stepsOf(all, overrule);
        const because = generatedBecause[generation.language];
        await write(unit, { actor, event, because }, steps);
        const overruled = all.filter(({ key, fate }) => isByHand(fate) && overrule.has(key)).length;
        const count = (act: Step['act']) => steps.filter((step) => step.act === act).length;
        const done = {
          made: count('make'),
          changed: count('change') + count('restore'),
          withdrawn: count('withdraw'),
          overruled,
          left: all.filter(({ fate }) => isByHand(fate) || fate === 'edited').length - overruled,
        };
        note(done);
        return done;
      }),
  };
};
/** The verbs of posts from risk. */
export type Generating = ReturnType<typeof createGenerating>;
