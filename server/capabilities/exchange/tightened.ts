/** What a node's owner may forbid beyond the floor's rules, and how exchange asks. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';

/** What can be tightened. Who may not read may do none of the others. */
export const acts = ['read', 'export', 'compose', 'release', 'read-attachments'] as const;
/** One of what can be tightened. */
export type Act = (typeof acts)[number];

/** What a tightening looks at. */
export interface TightenedItem {
  readonly originator: PartyId;
  readonly marking: Pick<Marking, 'tlp' | 'field' | 'purpose' | 'personCategories' | 'releasableTo'>;
}
