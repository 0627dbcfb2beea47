import { Checkbox, Group, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import {
  fields,
  type Grading,
  gradings,
  handlingCodes,
  paps,
  personCategories,
  purposes,
  tlps,
} from '../../../server/kernel/marking.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { gradeMeaning } from '../../kit/marking-banner.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { composeWords } from './compose-words.ts';
import type { DraftError, DraftMarking } from './draft.ts';

interface Needs {
  readonly marking: DraftMarking;
  /** What the chosen agreement covers; all of it before one is chosen. */
  readonly covered: { readonly fields: readonly string[]; readonly purposes: readonly string[] } | null;
  readonly errors: readonly DraftError[];
  readonly onChange: (change: Partial<DraftMarking>) => void;
}

const TlpChoice = ({ marking, onChange }: Needs) => {
  const say = useWords(composeWords);
  const pick = usePick();
  return (
    <Radio.Group
      label={say('tlp')}
      value={marking.tlp}
      onChange={(value) => {
        const tlp = tlps.find((entry) => entry === value);
        if (tlp) onChange({ tlp });
      }}
    >
      <Stack gap="xs" mt={6}>
        {tlps.toReversed().map((tlp) => (
          <Radio key={tlp} value={tlp} label={<TlpLabel tlp={tlp} />} description={pick(terms.tlp[tlp])} />
        ))}
      </Stack>
    </Radio.Group>
  );
};

const PapChoice = ({ marking, onChange }: Needs) => {
  const say = useWords(composeWords);
  const pick = usePick();
  return (
    <Radio.Group
      label={say('pap')}
      value={marking.pap}
      onChange={(value) => {
        const pap = paps.find((entry) => entry === value);
        if (pap) onChange({ pap });
      }}
    >
      <Stack gap="xs" mt={6}>
        {paps.toReversed().map((pap) => (
          <Radio
            key={pap}
            value={pap}
            label={<bdi translate="no">{`PAP:${pap.toUpperCase()}`}</bdi>}
            description={pick(terms.pap[pap])}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};

const HandlingChoice = ({ marking, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  const pick = usePick();
  return (
    <Stack gap="xs">
      <Checkbox.Group
        label={term('handling')}
        error={errors.includes('handling') ? say('error-handling') : null}
        value={[...marking.handling]}
        onChange={(values) => onChange({ handling: handlingCodes.filter((code) => values.includes(code)) })}
      >
        <Stack gap="xs" my={6}>
          {handlingCodes.map((code) => (
            <Checkbox key={code} value={code} label={code} description={pick(terms.handling[code])} />
          ))}
        </Stack>
      </Checkbox.Group>
      {marking.handling.includes('H3') && (
        <TextInput
          label={say('handlingText')}
          required
          dir="auto"
          maxLength={1000}
          error={errors.includes('handlingText') ? say('error-handlingText') : null}
          value={marking.handlingText ?? ''}
          onChange={(event) => onChange({ handlingText: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
};

const schemes = ['admiralty', 'europol-4x4', '3x5x2'] as const;

/** A grade of the scheme at its most cautious: nothing is known until the author says so. */
const cautious = {
  admiralty: { scheme: 'admiralty', source: 'F', information: '6' },
  'europol-4x4': { scheme: 'europol-4x4', source: 'X', information: '4' },
  '3x5x2': { scheme: '3x5x2', source: '2', information: 'D', handling: 'C' },
} as const satisfies Record<Grading['scheme'], Grading>;

interface GradeNeeds {
  readonly grading: Grading;
  readonly onChange: (grading: Grading) => void;
}

const gradeParts = [
  { part: 'source', label: 'gradeSource' },
  { part: 'information', label: 'gradeInformation' },
  { part: 'handling', label: 'gradeHandling' },
] as const;

const GradeParts = ({ grading, onChange }: GradeNeeds) => {
  const say = useWords(composeWords);
  const pick = usePick();
  const scheme: { readonly [Part in (typeof gradeParts)[number]['part']]?: readonly string[] } =
    gradings[grading.scheme];
  return gradeParts.map(({ part, label }) => {
    const values = scheme[part];
    if (!values) return null;
    return (
      <NativeSelect
        key={part}
        label={say(label)}
        value={grading[part] ?? ''}
        data={values.map((value) => {
          const words = gradeMeaning(grading.scheme, part, value);
          return { value, label: words ? `${value} · ${pick(words)}` : value };
        })}
        onChange={(event) => onChange({ ...grading, [part]: event.currentTarget.value })}
      />
    );
  });
};

interface GradeChoiceNeeds {
  readonly marking: Pick<DraftMarking, 'grading'>;
  readonly onChange: (change: Pick<DraftMarking, 'grading'>) => void;
}

/** The scheme, and the letters of the grade in it; none until the author gives one. */
export const GradeChoice = ({ marking, onChange }: GradeChoiceNeeds) => {
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  const pick = usePick();
  const { grading } = marking;
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      <NativeSelect
        label={say('scheme')}
        value={grading?.scheme ?? ''}
        data={[
          { value: '', label: term('noGrade') },
          ...schemes.map((value) => ({ value, label: pick(terms.gradings[value].name) })),
        ]}
        onChange={(event) => {
          const chosen = schemes.find((entry) => entry === event.currentTarget.value);
          onChange({ grading: chosen ? cautious[chosen] : undefined });
        }}
      />
      {grading && <GradeParts grading={grading} onChange={(changed) => onChange({ grading: changed })} />}
    </SimpleGrid>
  );
};

const PurposeAndBasis = ({ marking, covered, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  const pick = usePick();
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      <NativeSelect
        label={term('field')}
        value={marking.field}
        data={fields
          .filter((value) => !covered || covered.fields.includes(value))
          .map((value) => ({ value, label: pick(terms.fields[value]) }))}
        onChange={(event) => {
          const field = fields.find((entry) => entry === event.currentTarget.value);
          if (field) onChange({ field });
        }}
      />
      <NativeSelect
        label={term('purpose')}
        value={marking.purpose}
        data={purposes
          .filter((value) => !covered || covered.purposes.includes(value))
          .map((value) => ({ value, label: pick(terms.purposes[value]) }))}
        onChange={(event) => {
          const purpose = purposes.find((entry) => entry === event.currentTarget.value);
          if (purpose) onChange({ purpose });
        }}
      />
      <TextInput
        label={term('legalBasis')}
        required
        dir="auto"
        maxLength={1000}
        error={errors.includes('legalBasis') ? say('error-legalBasis') : null}
        value={marking.legalBasis}
        onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const KeepingDates = ({ marking, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" maw="32rem">
      {(['reviewOn', 'eraseOn'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          required
          label={term(name)}
          error={errors.includes(name) ? say(`error-${name}`) : null}
          value={marking[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
};

const Categories = ({ marking, onChange }: Needs) => {
  const term = useWords(markingWords);
  const pick = usePick();
  return (
    <Checkbox.Group
      label={term('personCategories')}
      value={[...marking.personCategories]}
      onChange={(values) =>
        onChange({ personCategories: personCategories.filter((entry) => values.includes(entry)) })
      }
    >
      <Group mt={6} gap="md">
        {personCategories.map((entry) => (
          <Checkbox key={entry} value={entry} label={pick(terms.personCategories[entry])} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

/** Every part of a marking, each with what it means in plain words. */
export const MarkingEditor = (needs: Needs) => {
  const say = useWords(composeWords);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {say('markingTeach')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        <TlpChoice {...needs} />
        <PapChoice {...needs} />
        <HandlingChoice {...needs} />
      </SimpleGrid>
      <GradeChoice {...needs} />
      <PurposeAndBasis {...needs} />
      <Categories {...needs} />
      <KeepingDates {...needs} />
    </Stack>
  );
};
