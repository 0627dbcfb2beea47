/** Earlier requests about the same: shown before a request is sent, and when one has come. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { AlikeItem } from '../exchange/index.ts';
import type { ItemNeeds } from './asking-service.ts';
import { type Earlier, requestLimits } from './contract.ts';
import { mayFollow } from './policy.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';

export const createEarlier = (needs: ItemNeeds) => {
  const { verbs, exchange } = needs;
  const { held } = exchange;

  /** Those answers to it that this reader may read. */
  const answersOf = async (unit: Unit, id: ItemId): Promise<Earlier[number]['answers']> => {
    const told = await steps.listSteps(unit, id, requestLimits.stepsShown);
    const answers: Earlier[number]['answers'] = [];
    for (const answer of new Set(told.flatMap((step) => step.answers))) {
      const item = await held.find(unit, answer);
      if (item !== null && item.state !== 'recalled')
        answers.push({ id: answer, title: item.title, originator: item.originator });
    }
    return answers;
  };

  /** The request as this reader may see it; null where he may not, or it is none, or was recalled. */
  const present = async (
    unit: Unit,
    actor: Actor,
    { item: id, in: alike }: AlikeItem,
  ): Promise<Earlier[number] | null> => {
    const item = await held.find(unit, id);
    const request = item === null ? null : await store.findRequest(unit, id);
    if (item === null || request === null || item.state === 'recalled') return null;
    if (mayFollow(actor, item).kind === 'refused') return null;
    const strands = await store.listStrands(unit, id);
    return {
      item: id,
      title: item.title,
      language: item.language,
      requester: item.originator,
      openedAt: item.createdAt,
      in: [...alike],
      strands: strands.map(({ addressee, state }) => ({ addressee, state })),
      answers: await answersOf(unit, id),
    };
  };

  return {
    earlier: (actor: Actor, id: ItemId): Promise<Earlier> =>
      verbs.run({ actor, verb: 'requests.look-for-earlier', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await held.find(unit, id);
        if (item === null) throw new Fault('access/absent');
        permit(mayFollow(actor, item));
        await held.permit(work, { actor, act: 'read', item });
        const alike = await held.alikeTo(unit, id);
        const most = alike.toSorted((one, other) => other.in.length - one.in.length);
        const found: Earlier = [];
        for (const one of most) {
          const earlier = await present(unit, actor, one);
          if (earlier !== null) found.push(earlier);
          if (found.length >= requestLimits.earlier) break;
        }
        note({ found: found.length });
        await held.noteShown(work, actor, [id, ...found.map((one) => one.item)]);
        return found;
      }),
  };
};
