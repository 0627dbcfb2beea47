/** What an assessment rests on: free words, an item, or what a partner answered; each with its grade. */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Source } from '../../../../server/capabilities/events/risk/contract.ts';
import { riskLimits } from '../../../../server/capabilities/events/risk/contract.ts';
import { readId } from '../../../../server/kernel/ids.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { gradeMeaning } from '../../../kit/marking-banner.tsx';
import { GradeChoice } from '../../exchange/marking-editor.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { assessWords } from './assess-words.ts';
import { useVisitors } from './queries.ts';
import styles from './risk.module.css';

interface FieldsNeeds {
  readonly event: string;
  readonly sources: readonly Source[];
  readonly onChange: (sources: readonly Source[]) => void;
}

type ItemSource = Extract<Source, { kind: 'item' }>;

const ItemFields = ({ source, onChange }: { source: ItemSource; onChange: (source: Source) => void }) => {
  const say = useWords(assessWords);
  return (
    <>
      <TextInput
        label={say('sourceItem')}
        required
        dir="ltr"
        maxLength={50}
        value={source.item}
        onChange={({ currentTarget }) => {
          const item = readId('item', currentTarget.value.trim());
          if (item !== null) onChange({ ...source, item });
        }}
      />
      <TextInput
        label={say('sourceNote')}
        dir="auto"
        maxLength={riskLimits.source}
        value={source.note}
        onChange={({ currentTarget }) => onChange({ ...source, note: currentTarget.value })}
      />
    </>
  );
};

const SourceField = ({
  source,
  onChange,
  onRemove,
}: {
  source: Source;
  onChange: (source: Source) => void;
  onRemove: () => void;
}) => {
  const say = useWords(assessWords);
  return (
    <Stack gap="xs" className={styles.card}>
      {source.kind === 'words' ? (
        <TextInput
          label={say('sourceText')}
          required
          dir="auto"
          maxLength={riskLimits.source}
          value={source.text}
          onChange={({ currentTarget }) => onChange({ ...source, text: currentTarget.value })}
        />
      ) : (
        <ItemFields source={source} onChange={onChange} />
      )}
      <GradeChoice
        marking={source.grading === null ? {} : { grading: source.grading }}
        onChange={({ grading }) => onChange({ ...source, grading: grading ?? null })}
      />
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {say('remove')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Answers of partners to visitor risk analyses, to be taken as a source. */
const AnswerChoice = ({ event, onChoose }: { event: string; onChoose: (source: Source) => void }) => {
  const say = useWords(assessWords);
  const nameOf = usePartyName();
  const asks = useVisitors(event).data?.asks ?? [];
  const answers = asks.flatMap(({ partner, answers: items }) => items.map((item) => ({ partner, item })));
  if (answers.length === 0) return null;
  return (
    <NativeSelect
      label={say('fromPartner')}
      value=""
      data={[
        { value: '', label: say('chooseAnswer') },
        ...answers.map(({ partner, item }) => ({ value: item, label: nameOf(partner) })),
      ]}
      onChange={({ currentTarget }) => {
        const found = answers.find(({ item }) => item === currentTarget.value);
        if (found) onChoose({ kind: 'item', item: found.item, note: nameOf(found.partner), grading: null });
      }}
    />
  );
};

const ItemByHand = ({ onChoose }: { onChoose: (source: Source) => void }) => {
  const say = useWords(assessWords);
  return (
    <TextInput
      label={say('addItem')}
      dir="ltr"
      value=""
      onChange={({ currentTarget }) => {
        const item = readId('item', currentTarget.value.trim());
        if (item !== null) onChoose({ kind: 'item', item, note: '', grading: null });
      }}
    />
  );
};

export const SourceFields = ({ event, sources, onChange }: FieldsNeeds) => {
  const say = useWords(assessWords);
  const add = (source: Source): void => onChange([...sources, source]);
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        {say('sources')}
      </Text>
      {sources.map((source, at) => (
        <SourceField
          // biome-ignore lint/suspicious/noArrayIndexKey: a source has no id, and the list is only added to
          key={at}
          source={source}
          onChange={(changed) => onChange(sources.map((one, place) => (place === at ? changed : one)))}
          onRemove={() => onChange(sources.filter((_one, place) => place !== at))}
        />
      ))}
      {sources.length < riskLimits.sources && (
        <Group align="flex-end" gap="sm">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add({ kind: 'words', text: '', grading: null })}
          >
            {say('addWords')}
          </Button>
          <AnswerChoice event={event} onChoose={add} />
          <ItemByHand onChoose={add} />
        </Group>
      )}
    </Stack>
  );
};

/** The code stands by itself: what it means is in the direction of the screen. */
const Grade = ({ grading }: { grading: NonNullable<Source['grading']> }) => {
  const pick = usePick();
  const meaning = (['source', 'information'] as const).flatMap((part) => {
    const words = gradeMeaning(grading.scheme, part, grading[part]);
    return words === null ? [] : [pick(words)];
  });
  return (
    <Text component="span" size="sm" c="dimmed">
      <bdi>{`${grading.source}${grading.information}${grading.handling ?? ''}`}</bdi> ({meaning.join(' · ')})
    </Text>
  );
};

/** Sources as they are read. */
export const SourceList = ({ sources }: { sources: readonly Source[] }) => {
  const say = useWords(assessWords);
  if (sources.length === 0) return null;
  return (
    <ul className={styles.facts} aria-label={say('sources')}>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source has no id, and the list never changes
        <li key={at}>
          <Text component="span" size="sm">
            <bdi>{source.kind === 'words' ? source.text : source.note}</bdi>{' '}
            {source.kind === 'item' && (
              <TextLink to="/exchange/items/$id" params={{ id: source.item }} size="sm">
                {say('openItem')}
              </TextLink>
            )}{' '}
            {source.grading !== null && <Grade grading={source.grading} />}
          </Text>
        </li>
      ))}
    </ul>
  );
};
