/** What is asked about: a list, one identifier, or a person by name and birth date. */
import {
  Alert,
  Fieldset,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../kit/language.tsx';
import { checkWords } from './check-words.ts';
import { kindWords } from './kind-words.ts';
import { kinds, type List, linesAs, listLimits, personLine, readKind } from './list.ts';
import { TablePart } from './table-part.tsx';

const ways = ['list', 'one', 'person'] as const;
type Way = (typeof ways)[number];

interface Needs {
  readonly list: List;
  readonly error: string | null;
  /** Of which item the list was taken. */
  readonly from: { readonly title: string; readonly found: number } | null;
  readonly onChange: (list: List) => void;
}

const told = ['document', 'phone', 'plate', 'name-birth'] as const;

const KindChoice = ({ list, onChange }: Pick<Needs, 'list' | 'onChange'>) => {
  const say = useWords(checkWords);
  const kind = useWords(kindWords);
  const how = told.find((one) => one === list.kind);
  return (
    <NativeSelect
      label={say('kind')}
      {...(how ? { description: kind(`how-${how}`) } : {})}
      value={list.kind ?? ''}
      data={[{ value: '', label: say('kindAuto') }, ...kinds.map((value) => ({ value, label: kind(value) }))]}
      onChange={(event) => onChange({ ...list, kind: readKind(event.currentTarget.value), kinds: {} })}
    />
  );
};

const ListPart = ({ list, error, onChange }: Needs) => {
  const say = useWords(checkWords);
  return (
    <Stack>
      <Textarea
        label={say('lines')}
        description={say('linesTeach')}
        required
        dir="auto"
        translate="no"
        rows={7}
        resize="vertical"
        spellCheck={false}
        autoComplete="off"
        error={error}
        value={list.text}
        onChange={(event) => onChange({ ...list, text: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <KindChoice list={list} onChange={onChange} />
        <TablePart onLines={(text, kind) => onChange(linesAs(text, kind))} />
      </SimpleGrid>
    </Stack>
  );
};

const OnePart = ({ list, error, onChange }: Needs) => {
  const say = useWords(checkWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={say('identifier')}
        required
        dir="auto"
        translate="no"
        maxLength={listLimits.characters}
        spellCheck={false}
        autoComplete="off"
        error={error}
        value={list.text}
        onChange={(event) => onChange({ ...list, text: event.currentTarget.value })}
      />
      <KindChoice list={list} onChange={onChange} />
    </SimpleGrid>
  );
};

const PersonPart = ({ error, onChange }: Needs) => {
  const say = useWords(checkWords);
  const [person, setPerson] = useState({ name: '', born: '' });
  const change = (part: Partial<typeof person>): void => {
    const next = { ...person, ...part };
    setPerson(next);
    onChange({ text: personLine(next.name, next.born), kind: 'name-birth', kinds: {} });
  };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say('name')}
          description={say('nameTeach')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          dir="auto"
          maxLength={200}
          autoComplete="off"
          error={error}
          value={person.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say('born')}
          required
          value={person.born}
          onChange={(event) => change({ born: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Alert color="gray" icon={<IconInfoCircle />}>
        {say('personCaution')}
      </Alert>
    </Stack>
  );
};

const parts = { list: ListPart, one: OnePart, person: PersonPart } as const;

export const IdentifiersPart = (needs: Needs) => {
  const say = useWords(checkWords);
  const [way, setWay] = useState<Way>('list');
  const Part = parts[way];
  const choose = (value: string): void => {
    const chosen = ways.find((one) => one === value);
    if (chosen === undefined || chosen === way) return;
    setWay(chosen);
    needs.onChange({ text: '', kind: chosen === 'person' ? 'name-birth' : null, kinds: {} });
  };
  return (
    <Fieldset legend={say('what')}>
      <Stack>
        {needs.from && (
          <Text size="sm">
            {needs.from.found > 0 ? say('fromItem', { title: needs.from.title }) : say('fromItemNone')}
          </Text>
        )}
        <SegmentedControl
          aria-label={say('way')}
          style={{ alignSelf: 'flex-start' }}
          value={way}
          data={ways.map((value) => ({ value, label: say(`way-${value}`) }))}
          onChange={choose}
        />
        <Part {...needs} />
      </Stack>
    </Fieldset>
  );
};
