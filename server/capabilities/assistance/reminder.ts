/** When an ask that nobody has answered is called to mind. Pure. */
import { between, type Instant } from '../../kernel/time.ts';

/** So long before its end the time to answer is near; half of it where it is shorter than twice that. */
const nearMs = 48 * 3_600_000;

/** 1: the time to answer comes near; 2: it is over; 0: neither. */
export const reminderDue = (
  { issuedAt, answerBy }: { readonly issuedAt: Instant; readonly answerBy: Instant },
  now: Instant,
): 0 | 1 | 2 => {
  if (now >= answerBy) return 2;
  const near = Math.min(nearMs, between(issuedAt, answerBy) / 2);
  return between(now, answerBy) <= near ? 1 : 0;
};
