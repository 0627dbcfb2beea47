/**
 * Who stands where in a draft, without reading thousands of rows for each edit: a process keeps what it read
 * or wrote last of a draft, by its version. Whoever asks has been shown that version by the draft's own row.
 */
import type { Unit } from '../../plumbing/database/index.ts';
import type { DraftFacts } from './contract.ts';
import type { DraftState } from './draft.ts';
import { readState } from './draft-store.ts';
import { rosterLimits } from './limits.ts';

interface Kept {
  readonly version: number;
  readonly state: DraftState;
}

export const createStates = () => {
  const kept = new Map<string, Kept>();
  const put = (id: string, one: Kept): void => {
    kept.delete(id);
    kept.set(id, one);
    const [oldest] = kept.keys();
    if (kept.size > rosterLimits.plansKept && oldest !== undefined) kept.delete(oldest);
  };
  return {
    /** Of the version that the caller was shown. */
    read: async (unit: Unit, draft: Pick<DraftFacts, 'id' | 'plan' | 'version'>): Promise<DraftState> => {
      const known = kept.get(draft.id);
      if (known?.version === draft.version) return known.state;
      const state = await readState(unit, draft);
      put(draft.id, { version: draft.version, state });
      return state;
    },
    /** What a draft will be with this version, once the transaction is committed. */
    keep: (unit: Unit, id: string, version: number, state: DraftState): void =>
      unit.afterCommit(() => put(id, { version, state })),
  };
};
/** Drafts as a process keeps them. */
export type States = ReturnType<typeof createStates>;
