/** What the parties tell each other of their readers. */
import { Radio, Stack } from '@mantine/core';
import { type AgreementDraft, readersTerms } from '../../../server/capabilities/agreements/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { agreementsWords } from './words.ts';

interface Needs {
  readonly draft: Pick<AgreementDraft, 'readers'>;
  readonly onChange: (change: Pick<AgreementDraft, 'readers'>) => void;
}

export const Readers = ({ draft, onChange }: Needs) => {
  const say = useWords(agreementsWords);
  return (
    <Radio.Group
      label={say('readers')}
      description={say('readersWhat')}
      value={draft.readers ?? 'first-reading'}
      onChange={(chosen) => onChange({ readers: readersTerms.find((term) => term === chosen) })}
    >
      <Stack gap="xs" mt="xs">
        {readersTerms.map((term) => (
          <Radio key={term} value={term} label={say(`readers-${term}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
};
