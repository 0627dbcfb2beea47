import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { createContext, useContext, useState } from 'react';
import type { Words } from '../../server/kernel/faults.ts';
import { ApiFault } from './api.ts';
import { usePick, useWords } from './language.tsx';
import { kitWords } from './words.ts';

/** The name of a party from its id: a fault of the node names parties by their ids. */
export const PartyNames = createContext<(party: string) => string>((party) => party);

const partyId = /identity--[0-9a-f-]{36}/g;

const textOf = (error: unknown): Words => (error instanceof ApiFault ? error.text : kitWords.defect);

const detailsOf = (error: unknown): string => {
  if (!(error instanceof ApiFault)) return error instanceof Error ? error.message : String(error);
  const details = Object.entries(error.details).map(([name, value]) => `${name}: ${String(value)}`);
  return [`${error.code} (${error.status})`, ...details].join('\n');
};

/** What went wrong, saying what to do next; codes on demand; a way to try again. */
export const ErrorNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const say = useWords(kitWords);
  const pick = usePick();
  const nameOf = useContext(PartyNames);
  // Isolated, so that a name of the other direction does not reorder the sentence.
  const text = pick(textOf(error)).replaceAll(partyId, (id) => `\u2068${nameOf(id)}\u2069`);
  const [detailed, setDetailed] = useState(false);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle />} title={say('faultTitle')}>
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">
          {text}
        </Text>
        <Group gap="xs">
          {onRetry && (
            <Button size="compact-sm" onClick={onRetry}>
              {say('retry')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={detailed}
            onClick={() => setDetailed(!detailed)}
          >
            {say('faultDetails')}
          </Button>
        </Group>
        {detailed && (
          <Code block dir="ltr">
            {detailsOf(error)}
          </Code>
        )}
      </Stack>
    </Alert>
  );
};
