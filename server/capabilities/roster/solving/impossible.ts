/** What a plan asks for that no unit could ever do: said once for each rule, with the posts. Pure. */
import type { Rule } from '../plan.ts';
import type { Note } from '../roster.ts';
import type { Candidates } from './candidates.ts';
import { staticBlock } from './feasibility.ts';
import type { Instance } from './instance.ts';

/** The rule that keeps the last units from the post, in the order in which rules are asked. */
export const lastRule = (instance: Instance, post: number): Rule | null => {
  const order = new Map<Rule, number>();
  for (let unit = 0; unit < instance.units; unit += 1) {
    const rule = staticBlock(instance, unit, post);
    if (rule !== null) order.set(rule, (order.get(rule) ?? 0) + 1);
  }
  // Rules are asked one after another: who is kept off by the last asked passed all others.
  return [...order.keys()].sort((a, b) => askedAt(b) - askedAt(a))[0] ?? null;
};

const asked: readonly Rule[] = [
  ...(['not-taskable', 'specialty', 'skill', 'language', 'power', 'size', 'host-pair'] as const),
  ...(['availability', 'engaged', 'home', 'forbidden'] as const),
  ...(['duty-span', 'hours-per-day', 'hours-per-7-days'] as const),
];
/** How late a rule is asked. */
export const askedAt = (rule: Rule): number => asked.indexOf(rule);

/** Notes on what cannot be filled whatever the roster. */
export const impossibleOf = (instance: Instance, candidates: Candidates): readonly Note[] => {
  if (instance.units === 0) return [{ kind: 'no-unit', text: 'The plan has no unit.' }];
  if (instance.posts === 0) return [{ kind: 'no-post', text: 'The plan has no post.' }];
  const byRule = new Map<Rule, string[]>();
  for (const [post, able] of candidates.entries()) {
    if (able.length > 0) continue;
    const rule = lastRule(instance, post);
    if (rule === null) continue;
    const posts = byRule.get(rule) ?? [];
    posts.push(instance.plan.posts[post]?.id ?? '');
    byRule.set(rule, posts);
  }
  return [...byRule].map(([rule, posts]) => ({
    ...({ kind: 'no-unit-can', rule, posts } as const),
    text: `No unit can have ${posts.length === 1 ? posts[0] : `${posts.length} posts`}: rule ${rule}.`,
  }));
};
