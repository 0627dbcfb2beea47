/** Items as metadata, for whoever oversees them. */
import type { ItemId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { findBySubject } from '../consultation/consultation-store.ts';
import { askedKeys, type SubjectKind } from '../consultation/personal-data.ts';
import { subjectHash } from '../consultation/subject-hash.ts';
import type { ItemMetadata } from './contract.ts';
import { listDue, readMetadata } from './retention-store.ts';

/** Items as metadata, for whoever oversees: each takes a unit of the house and has asked its own policy. */
export interface ItemsOverseen {
  due(
    unit: Unit,
    wanted: { until: Day; cursor?: string | undefined; limit?: number | undefined },
  ): Promise<{ readonly items: readonly ItemMetadata[]; readonly next: string | null }>;
  byIds(unit: Unit, ids: readonly ItemId[]): Promise<readonly ItemMetadata[]>;
  /** Items that name who or what is asked for, exactly or folded, and as what. */
  bySubject(
    unit: Unit,
    asked: string,
    limit: number,
  ): Promise<readonly { readonly item: ItemId; readonly kinds: readonly SubjectKind[] }[]>;
}

/** Makes the view; `subjectSecret` keys the hashes of subjects. */
export const createOverseen = (needs: { readonly subjectSecret: string }): ItemsOverseen => ({
  due: async (unit, wanted) => {
    const { items, next } = await listDue(unit, wanted);
    return { items: items.map(({ metadata }) => metadata), next };
  },
  byIds: readMetadata,
  bySubject: (unit, asked, limit) => {
    const hashes = askedKeys(asked).map((key) => subjectHash(needs.subjectSecret, key));
    return findBySubject(unit, hashes, limit);
  },
});
