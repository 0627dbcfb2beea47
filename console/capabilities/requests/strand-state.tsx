import { Badge } from '@mantine/core';
import type { BoardRow, Urgency } from '../../../server/capabilities/requests/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { strandWords, urgencyWords } from './words.ts';

const colours: Partial<Record<BoardRow['state'], string>> = {
  received: 'petrol',
  clarification: 'yellow',
  refused: 'gray',
  answered: 'green',
  partly: 'green',
  'no-record': 'gray',
  closed: 'gray',
  withdrawn: 'gray',
};

/** How far it has come. */
export const StateBadge = ({ state }: { state: BoardRow['state'] }) => {
  const say = useWords(strandWords);
  return (
    <Badge variant="light" color={colours[state] ?? 'petrol'} autoContrast>
      {say(state)}
    </Badge>
  );
};

/** Said only where it matters: what is ordinary needs no badge. */
export const UrgencyBadge = ({ urgency }: { urgency: Urgency }) => {
  const say = useWords(urgencyWords);
  if (!urgency.startsWith('urgent')) return null;
  return (
    <Badge size="sm" color="red.9">
      {say(urgency)}
    </Badge>
  );
};
