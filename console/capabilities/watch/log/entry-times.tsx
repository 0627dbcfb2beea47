/** When an entry's matter happened, and when it was written where that is apart. */
import type { Entry } from '../../../../server/capabilities/watch/log/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { logWords } from './log-words.ts';

/** What is told to have happened at another time than it was written says so, beyond this. */
const apartMs = 5 * 60_000;

/** The list is headed by the day of writing: what was of another day names its own. */
export const Happened = ({ entry }: { entry: Entry }) => {
  const dates = useDates();
  const isOfDay = dates.dayOf(entry.happenedAt) === dates.dayOf(entry.recordedAt);
  return <bdi>{isOfDay ? dates.clock(entry.happenedAt) : dates.moment(entry.happenedAt)}</bdi>;
};

export const Recorded = ({ entry }: { entry: Entry }) => {
  const say = useWords(logWords);
  const dates = useDates();
  const ahead = Date.parse(entry.happenedAt) - Date.parse(entry.recordedAt);
  if (Math.abs(ahead) < apartMs) return null;
  return <span>{say(ahead > 0 ? 'toldAhead' : 'recorded', { time: dates.moment(entry.recordedAt) })}</span>;
};
