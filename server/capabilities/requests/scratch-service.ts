/**
 * What an officer is writing, kept as he writes it. Not journalled: nothing was said yet, and nobody but he
 * can read it.
 */
import { type JsonObject, readJson } from '../../kernel/canonical.ts';
import type { Actor, PersonActor } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { dayMs, later } from '../../kernel/time.ts';
import { requestLimits, type Scratch } from './contract.ts';
import { mayScribble } from './policy.ts';
import * as store from './scratch-store.ts';
import type { RequestNeeds } from './telling-service.ts';

/** Days after which what was never saved goes. */
const keptDays = 30;

const personOf = (actor: Actor): PersonActor => {
  assert(actor.kind === 'person', 'only a person scribbles');
  return actor;
};

export const createScratch = (needs: RequestNeeds) => {
  const { verbs, clock, self, database } = needs;
  const about = (actor: Actor, verb: string) => ({ actor, verb: `requests.${verb}`, subject: null });
  return {
    readScratch: (actor: Actor, name: string): Promise<Scratch> =>
      verbs.read(about(actor, 'read-scratch'), async ({ unit, permit }) => {
        permit(mayScribble(actor, self));
        const content = await store.findScratch(unit, personOf(actor).person, name);
        return { content: content === null ? null : (readJson(content)?.value ?? null) };
      }),

    keepScratch: (actor: Actor, name: string, content: JsonObject): Promise<void> =>
      verbs.read(about(actor, 'keep-scratch'), async ({ unit, permit }) => {
        permit(mayScribble(actor, self));
        const text = JSON.stringify(content);
        if (text.length > requestLimits.scratch)
          throw new Fault('input/too-large', { limitBytes: requestLimits.scratch });
        await store.putScratch(unit, personOf(actor).person, { name, content: text, at: clock.now() });
      }),

    dropScratch: (actor: Actor, name: string): Promise<void> =>
      verbs.read(about(actor, 'drop-scratch'), async ({ unit, permit }) => {
        permit(mayScribble(actor, self));
        await store.deleteScratch(unit, personOf(actor).person, name);
      }),

    /** Comes round: what nobody came back to. */
    forgetScratch: (): Promise<void> =>
      database.transact({ kind: 'system', name: 'requests', party: self }, (unit) =>
        store.deleteScratchBefore(unit, later(clock.now(), -keptDays * dayMs)),
      ),
  };
};
