import { Badge } from '@mantine/core';
import type { BoardRow, Urgency } from '../../../server/capabilities/requests/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { urgencyWords } from '../exchange/urgency-words.ts';
import { strandWords } from './words.ts';

/** What is over, or stands still, is said quietly. */
const quiet: readonly BoardRow['state'][] = ['clarification', 'refused', 'no-record', 'closed', 'withdrawn'];
/** A badge is never cut: its word is all it has. */
const whole = { flexShrink: 0, minWidth: 'max-content' } as const;

/** How far it has come. */
export const StateBadge = ({ state }: { state: BoardRow['state'] }) => {
  const say = useWords(strandWords);
  return (
    <Badge variant={quiet.includes(state) ? 'default' : 'light'} style={whole}>
      {say(state)}
    </Badge>
  );
};

/** Said only where it matters: what is ordinary needs no badge. */
export const UrgencyBadge = ({ urgency }: { urgency: Urgency }) => {
  const say = useWords(urgencyWords);
  if (!urgency.startsWith('urgent')) return null;
  return (
    <Badge size="sm" color="red.9" style={whole}>
      {say(urgency)}
    </Badge>
  );
};
