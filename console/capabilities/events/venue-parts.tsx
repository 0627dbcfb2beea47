/** Zones or gates of a venue: what they are called on the ground, and their names in up to three languages. */
import { ActionIcon, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { eventsLimits, type Name } from '../../../server/capabilities/events/contract.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import { NameFields } from './fields.tsx';
import { eventsWords } from './words.ts';

interface Part {
  readonly id: string;
  readonly code: string;
  readonly name: Name;
}

interface RowNeeds {
  readonly part: Part;
  readonly onName: (name: Name) => void;
  readonly onTakeOut: () => void;
}

const Row = ({ part: { code, name }, onName, onTakeOut }: RowNeeds) => {
  const say = useWords(eventsWords);
  return (
    <li className={styles.entry}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={500}>
          <bdi>{code}</bdi>
        </Text>
        <ActionIcon variant="subtle" aria-label={say('takeOut', { name: code })} onClick={onTakeOut}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <NameFields name={name} onChange={onName} />
    </li>
  );
};

interface Needs<One extends Part> {
  readonly kind: 'zones' | 'gates';
  readonly parts: readonly One[];
  readonly make: (part: Part) => One;
  readonly onChange: (parts: readonly One[]) => void;
}

/** What is added begins with its code as its name, in the reader’s language. */
export const Parts = <One extends Part>({ kind, parts, make, onChange }: Needs<One>) => {
  const say = useWords(eventsWords);
  const { language } = useReading();
  const [text, setText] = useState('');
  const add = (): void => {
    const code = text.trim();
    if (code === '' || parts.some((one) => one.code === code) || parts.length >= eventsLimits[kind]) return;
    onChange([...parts, make({ id: crypto.randomUUID(), code, name: { [language]: code } })]);
    setText('');
  };
  return (
    <Fieldset legend={say(kind)}>
      <Stack gap="xs">
        <ul className={styles.parts}>
          {parts.map((part) => (
            <Row
              key={part.id}
              part={part}
              onName={(name) => onChange(parts.map((one) => (one.id === part.id ? { ...one, name } : one)))}
              onTakeOut={() => onChange(parts.filter(({ id }) => id !== part.id))}
            />
          ))}
        </ul>
        <TextInput
          size="sm"
          dir="auto"
          aria-label={say(kind === 'zones' ? 'addZone' : 'addGate')}
          placeholder={say(kind === 'zones' ? 'addZone' : 'addGate')}
          maxLength={eventsLimits.code}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          rightSection={
            <ActionIcon variant="subtle" aria-label={say('add')} onClick={add}>
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          }
        />
      </Stack>
    </Fieldset>
  );
};
