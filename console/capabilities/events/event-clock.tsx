import type { ReactNode } from 'react';
import { ClockZone } from '../../kit/date-time.tsx';
import { useCalendar } from './queries.ts';

/** Shows what is in it by the clock of the node’s zone, as the event itself is shown. */
export const EventClock = ({ event, children }: { event: string; children: ReactNode }) => (
  <ClockZone value={useCalendar(event).data?.timeZone ?? null}>{children}</ClockZone>
);
