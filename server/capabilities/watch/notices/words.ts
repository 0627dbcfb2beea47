/** What a notice says: that an alert waits, and where. Never what the alert says, or whose it is. */
import type { Words } from '../../../kernel/faults.ts';

export const noticeSubject: Words = {
  ar: 'تنسيق: إنذار في الانتظار',
  fr: 'Tansiq : une alerte attend',
  en: 'Tansiq: an alert waits',
};
export const noticeText: Words = {
  ar: 'ينتظر إنذار إقراراً بتلقيه. افتحه في تنسيق:',
  fr: 'Une alerte attend son accusé de réception. Ouvrez-la dans Tansiq :',
  en: 'An alert waits to be acknowledged. Open it in Tansiq:',
};
