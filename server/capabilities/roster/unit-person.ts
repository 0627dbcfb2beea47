/** Who a unit is, and who is beside it. Pure. */
import type { Language } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

/** An officer of the host beside a visiting one, and when. */
export interface HostBeside {
  readonly name: string;
  readonly phone: string | null;
  /** His account on this node. */
  readonly account: string | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** Who a unit of the plan is, beyond what the solver needs to know. */
export interface UnitPerson {
  readonly name: string;
  readonly party: PartyId;
  /** In which of the house's languages it is told. */
  readonly language: Language;
  /** Its account on this node. */
  readonly account: string | null;
  readonly hosts: readonly HostBeside[];
  /** What it is to know, in its language. */
  readonly briefing: string | null;
}
