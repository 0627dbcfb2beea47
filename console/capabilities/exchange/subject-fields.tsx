import {
  Button,
  CloseButton,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import {
  IconBuilding,
  IconCar,
  IconFile,
  IconId,
  IconMail,
  IconMapPin,
  IconPhone,
  IconShip,
  IconUser,
  IconWorld,
} from '@tabler/icons-react';
import { useId } from 'react';
import type { ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import { personCategories } from '../../../server/kernel/marking.ts';
import { useCountries } from '../../kit/countries.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { type SubjectError, subjectErrors } from './compose.ts';
import { composeWords } from './compose-words.ts';
import {
  documentKinds,
  neededField,
  type Subject,
  type SubjectField,
  type SubjectKind,
  subjectKinds,
  subjectSelector,
} from './subject-kinds.ts';
import { subjectWords } from './subject-words.ts';
import { type Part, WithholdingEditor } from './withholding.tsx';
import { withholdingWords } from './withholding-words.ts';

const icons = {
  person: IconUser,
  document: IconId,
  phone: IconPhone,
  vehicle: IconCar,
  vessel: IconShip,
  email: IconMail,
  place: IconMapPin,
  organisation: IconBuilding,
  internet: IconWorld,
  file: IconFile,
} as const;

const kinds = [
  'person',
  'document',
  'phone',
  'vehicle',
  'vessel',
  'email',
  'place',
  'organisation',
  'internet',
  'file',
] as const satisfies readonly SubjectKind[];

/** Codes and numbers are written from left to right in every language. */
const leftToRight: ReadonlySet<SubjectField> = new Set(['number', 'plate', 'address', 'hash', 'imo', 'mmsi']);

const isWord = (key: string): key is keyof typeof subjectWords => Object.hasOwn(subjectWords, key);

interface FieldNeeds {
  readonly subject: Subject;
  readonly field: SubjectField;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

const useOptions = (field: SubjectField) => {
  const say = useWords(subjectWords);
  const pick = usePick();
  const countries = useCountries();
  const unsaid = { value: '', label: say('unsaid') };
  switch (field) {
    case 'country':
    case 'flag':
      return [unsaid, ...countries];
    case 'category':
      return [
        unsaid,
        ...personCategories.map((value) => ({ value, label: pick(terms.personCategories[value]) })),
      ];
    case 'documentKind':
      return documentKinds.map((value) => ({ value, label: say(value) }));
    default:
      return null;
  }
};

const SubjectBlank = ({ subject, field, error, onChange }: FieldNeeds) => {
  const say = useWords(subjectWords);
  const key = `${subject.kind}-${field}`;
  const options = useOptions(field);
  const shared = {
    label: isWord(key) ? say(key) : field,
    value: subject.values[field] ?? '',
    required: subject.kind !== 'vessel' && neededField[subject.kind] === field,
    error,
  };
  if (options)
    return (
      <NativeSelect {...shared} data={options} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  return (
    <TextInput
      {...shared}
      type={field === 'birthDate' ? 'date' : 'text'}
      dir={leftToRight.has(field) ? 'ltr' : 'auto'}
      maxLength={1000}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** The blanks that were filled in and can be withheld by themselves. */
const useParts = (subject: Subject): readonly Part[] => {
  const say = useWords(withholdingWords);
  const blank = useWords(subjectWords);
  const filled = subjectKinds[subject.kind].flatMap((field): readonly Part[] => {
    const selector = subjectSelector(subject.kind, field);
    const key = `${subject.kind}-${field}`;
    const isFilled = (subject.values[field] ?? '').trim() !== '';
    return selector && isFilled && isWord(key) ? [{ selector, label: blank(key) }] : [];
  });
  return [{ selector: null, label: say('whole') }, ...filled];
};

/** The blank beside which a mistake is said. */
const placeOf = (problem: SubjectError, kind: SubjectKind): SubjectField =>
  problem === 'imo' || problem === 'mmsi' ? problem : neededField[kind];

interface RowNeeds {
  readonly subject: Subject;
  readonly recipients: ItemDraft['recipients'];
  readonly checked: boolean;
  readonly onChange: (subject: Subject) => void;
  readonly onRemove: () => void;
}

const SubjectRow = ({ subject, recipients, checked, onChange, onRemove }: RowNeeds) => {
  const say = useWords(subjectWords);
  const Icon = icons[subject.kind];
  // A legend counts as one only as the first child; here the name shares its line with the close button.
  const title = useId();
  const parts = useParts(subject);
  const problems = checked ? subjectErrors(subject) : [];
  const errorOf = (field: SubjectField): string | null => {
    const problem = problems.find((one) => placeOf(one, subject.kind) === field);
    return problem === undefined ? null : say(`error-${problem}`);
  };
  return (
    <Paper withBorder p="sm" component="fieldset" m={0} aria-labelledby={title}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Icon size={18} aria-hidden />
          <Text component="span" id={title} fw={600} size="sm">
            {say(subject.kind)}
          </Text>
        </Group>
        <CloseButton aria-label={say('remove', { name: say(subject.kind) })} onClick={onRemove} />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {subjectKinds[subject.kind].map((field) => (
          <SubjectBlank
            key={field}
            subject={subject}
            field={field}
            error={errorOf(field)}
            onChange={(value) => onChange({ ...subject, values: { ...subject.values, [field]: value } })}
          />
        ))}
      </SimpleGrid>
      <WithholdingEditor
        parts={parts}
        recipients={recipients}
        value={subject.withheld ?? []}
        onChange={(withheld) => onChange({ ...subject, withheld })}
      />
    </Paper>
  );
};

interface Needs {
  readonly subjects: readonly Subject[];
  /** To whom the item goes, as far as it is said. */
  readonly recipients: ItemDraft['recipients'];
  /** True once the author tried to save: from then on mistakes are shown. */
  readonly checked: boolean;
  readonly onChange: (subjects: readonly Subject[]) => void;
}

/** Rows for whom and what the item is about; each becomes one STIX object. */
export const SubjectFields = ({ subjects, recipients, checked, onChange }: Needs) => {
  const say = useWords(subjectWords);
  const compose = useWords(composeWords);
  const add = (kind: SubjectKind): void =>
    onChange([
      ...subjects,
      {
        key: crypto.randomUUID(),
        kind,
        values: kind === 'document' ? { documentKind: documentKinds[0] } : {},
      },
    ]);
  return (
    <Stack gap="sm">
      {subjects.map((subject) => (
        <SubjectRow
          key={subject.key}
          subject={subject}
          recipients={recipients}
          checked={checked}
          onChange={(changed) =>
            onChange(subjects.map((entry) => (entry.key === subject.key ? changed : entry)))
          }
          onRemove={() => onChange(subjects.filter((entry) => entry.key !== subject.key))}
        />
      ))}
      <Group gap="xs">
        {kinds.map((kind) => {
          const Icon = icons[kind];
          return (
            <Button
              key={kind}
              size="xs"
              variant="default"
              leftSection={<Icon size={16} aria-hidden />}
              aria-label={compose('add', { name: say(kind) })}
              onClick={() => add(kind)}
            >
              {say(kind)}
            </Button>
          );
        })}
      </Group>
    </Stack>
  );
};
