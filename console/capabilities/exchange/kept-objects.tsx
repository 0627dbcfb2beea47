/** What a saved draft already holds: shown as it is, kept untouched, withheld in part, or taken out. */
import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { composeWords } from './compose-words.ts';
import type { Draft } from './draft.ts';
import { useDraftRecipients } from './recipients.tsx';
import { StixCard, StixNames } from './stix-card.tsx';
import { stixFacts } from './stix-summary.ts';
import { stixWords } from './stix-words.ts';
import { type Part, WithholdingEditor } from './withholding.tsx';
import { withholdingWords } from './withholding-words.ts';

interface Needs {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

type StixObject = Draft['kept'][number];

const useParts = (object: StixObject): readonly Part[] => {
  const say = useWords(withholdingWords);
  const fact = useWords(stixWords);
  const parts = new Map<string, Part>();
  for (const { selector, name } of stixFacts(object))
    if (selector) parts.set(selector, { selector, label: fact(name) });
  return [{ selector: null, label: say('whole') }, ...parts.values()];
};

const KeptObject = ({ object, draft, onChange }: Needs & { object: StixObject }) => {
  const say = useWords(composeWords);
  const id = String(object.id);
  const parts = useParts(object);
  const recipients = useDraftRecipients(draft);
  const others = draft.withheld.filter((entry) => entry.object !== id);
  return (
    <div>
      <StixCard object={object} />
      <Group gap="xs" mt={4}>
        <WithholdingEditor
          parts={parts}
          recipients={recipients}
          value={draft.withheld.filter((entry) => entry.object === id)}
          onChange={(value) =>
            onChange({
              withheld: [
                ...others,
                ...value.map(({ selector, except }) => ({ object: id, selector, except: [...except] })),
              ],
            })
          }
        />
        <Button
          size="compact-xs"
          variant="subtle"
          color="red.9"
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => onChange({ kept: draft.kept.filter((entry) => entry !== object), withheld: others })}
        >
          {say('drop')}
        </Button>
      </Group>
    </div>
  );
};

export const KeptObjects = ({ draft, onChange }: Needs) => {
  const say = useWords(composeWords);
  if (draft.keptCut) return <Alert color="yellow">{say('tooManyObjects')}</Alert>;
  if (draft.kept.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      <Text fw={600} size="sm">
        {say('kept')}
      </Text>
      <StixNames objects={draft.kept}>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {draft.kept.map((object) => (
            <KeptObject key={String(object.id)} object={object} draft={draft} onChange={onChange} />
          ))}
        </SimpleGrid>
      </StixNames>
    </Stack>
  );
};
