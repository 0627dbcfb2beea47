/** What is unusual about a marking or a content: pointed out, never in the way. */
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { type LoosenedPart, loosenedAgainst, type MarkingDefaults } from '../../../server/kernel/marking.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { useWords } from '../../kit/language.tsx';
import { cautionsWords } from './cautions-words.ts';
import type { DraftMarking } from './draft.ts';
import { useCautions } from './queries.ts';

const Looser = ({ parts }: { parts: readonly LoosenedPart[] }) => {
  const say = useWords(cautionsWords);
  if (parts.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} role="status">
      <Text size="sm">{say('looser')}</Text>
      <Text size="sm" fw={600}>
        {parts.map((part) => say(part)).join(' · ')}
      </Text>
    </Alert>
  );
};

/** While it is written: against what the chosen agreement takes by default. */
export const LooserMarking = (needs: { marking: DraftMarking; defaults: MarkingDefaults }) => (
  <Looser parts={loosenedAgainst(needs.marking, needs.defaults, dayOf(new Date().toISOString()))} />
);

/** Before it is released: to its author and to the contact point. */
export const Cautions = ({ item }: { item: Item }) => {
  const say = useWords(cautionsWords);
  const cautions = useCautions(item).data;
  if (!cautions) return null;
  return (
    <>
      <Looser parts={cautions.looser} />
      {cautions.foreign.count > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {say('foreign', { count: cautions.foreign.count })}
        </Alert>
      )}
    </>
  );
};
