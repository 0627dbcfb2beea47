/** What a verb that shows content asks once the floor's rules have let it, and what follows items for it. */
import type { Actor, Decision } from '../../../kernel/decision.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import type { StoredItem } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import type { Act, TightenedItem } from '../tightened.ts';
import { personalAmong, putKeeping, putSubjectKeys } from './consultation-store.ts';
import { subjectKeysOf } from './personal-data.ts';
import { mayConsult } from './policy.ts';
import { subjectHash } from './subject-hash.ts';

/** Asked after the floor's policy has allowed, so that it can only refuse. */
export type Tighten = (unit: Unit, actor: Actor, act: Act, item: TightenedItem) => Promise<Decision>;

export interface ConsultationNeeds {
  /** What the node's owner forbids beyond the floor. */
  readonly tighten: Tighten;
}

/** Goes on unless the node's owner tightened it, or it is personal data and no reason was stated. */
export const permitConsultation = async (
  needs: ConsultationNeeds,
  work: Pick<Work, 'unit' | 'permit' | 'note'>,
  about: { readonly actor: Actor; readonly act: Act; readonly item: StoredItem },
): Promise<void> => {
  await permitTightened(needs, work, about);
  if (!permitReason(work, about.actor, about.item.personal ?? true)) return;
  work.note({ personal: true });
};

/** Goes on unless it is personal data and no reason was stated; true when it is personal data. */
export const permitReason = (work: Pick<Work, 'permit'>, actor: Actor, personal: boolean): boolean => {
  const decision = mayConsult(actor, personal);
  // Named only when it refuses: the entry of what was done names the floor's own rule.
  if (decision.kind === 'refused') work.permit(decision);
  return personal;
};

/** Items that one entry of the journal names, of those whose personal data a list or a chart showed. */
const itemsNamed = 200;

/** Names in the entry those of the items whose personal data was shown: to who has said why, and so only. */
export const noteShown = async (
  work: Pick<Work, 'unit' | 'note'>,
  actor: Actor,
  items: readonly ItemId[],
): Promise<void> => {
  if (actor.kind !== 'person' || mayConsult(actor, true).kind === 'refused') return;
  const shown = await personalAmong(work.unit, items);
  if (shown.length > 0) work.note({ personal: true, items: shown.slice(0, itemsNamed) });
};

/** Goes on unless the node's owner tightened it. */
export const permitTightened = async (
  needs: ConsultationNeeds,
  work: Pick<Work, 'unit' | 'permit'>,
  about: { readonly actor: Actor; readonly act: Act; readonly item: TightenedItem },
): Promise<void> => {
  const decision = await needs.tighten(work.unit, about.actor, about.act, about.item);
  if (decision.kind === 'refused') work.permit(decision);
};

/** Keeps, with each item, its dates and its subjects' hashes. */
export const createConsultationFollower = (needs: { readonly subjectSecret: string }): ItemFollower => ({
  kept: async (unit, item, objects) => {
    await putKeeping(unit, item);
    if (objects === null) return;
    const keys = subjectKeysOf(objects);
    const hashed = keys.map((key) => ({ kind: key.kind, hash: subjectHash(needs.subjectSecret, key) }));
    await unit.asHouse('consultation', (house) => putSubjectKeys(house, item.id, hashed));
  },
  // The rows go with the item.
  dropped: async (_unit: Unit) => undefined,
});
