/** In how many hours requests are answered under an agreement, by their urgency. */
import { Fieldset, NumberInput, SimpleGrid, Text } from '@mantine/core';
import type { AgreementDraft } from '../../../server/capabilities/agreements/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { deadlineWords } from './deadline-words.ts';

/** Where an agreement says nothing. */
const usual = { urgent: 8, urgentIndirect: 72, ordinary: 168, olderRule: 336 } as const;
const names = ['urgent', 'urgentIndirect', 'ordinary', 'olderRule'] as const;
const hoursAtMost = 24 * 365;

interface Needs {
  readonly draft: Pick<AgreementDraft, 'deadlines'>;
  readonly onChange: (change: Pick<AgreementDraft, 'deadlines'>) => void;
}

export const Deadlines = ({ draft, onChange }: Needs) => {
  const say = useWords(deadlineWords);
  const deadlines = draft.deadlines ?? usual;
  return (
    <Fieldset legend={say('title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {say('what')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {names.map((name) => (
          <NumberInput
            key={name}
            label={say(name)}
            min={1}
            max={hoursAtMost}
            hideControls
            value={deadlines[name]}
            onChange={(value) => onChange({ deadlines: { ...deadlines, [name]: Number(value) || 1 } })}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
};

/** As a fact of an agreement. */
export const useDeadlinesText = (): ((agreement: Pick<AgreementDraft, 'deadlines'>) => string) => {
  const say = useWords(deadlineWords);
  return ({ deadlines = usual }) =>
    names.map((name) => `${say(name)}: ${say('hours', { count: deadlines[name] })}`).join(' · ');
};
