/** Of which entry of the log something was made; nothing where the reader may see none. */
import { Text } from '@mantine/core';
import { useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { logWords } from './log-words.ts';
import { useOrigin } from './queries.ts';

export const FromEntry = ({ target }: { target: string }) => {
  const say = useWords(logWords);
  const entry = useOrigin(target).data?.entry;
  if (!entry) return null;
  return (
    <Text size="sm">
      <TextLink to="/watch/log/$id" params={{ id: entry.id }}>
        {say('fromEntry', { number: String(entry.number) })}
      </TextLink>
    </Text>
  );
};
