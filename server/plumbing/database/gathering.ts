/**
 * A socket that sends in one packet what is written to it in one turn. Statements that leave together
 * (`transaction.ts`) would cost a system call each here, and a waking of PostgreSQL's process each there.
 */
import { Socket } from 'node:net';

export class GatheringSocket extends Socket {
  /** The driver corks and uncorks around each statement: what one held back goes when the turn is over. */
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}
