/** The fields of a contribution: on what, which opinion, when and where it was seen, for whom. */
import { Checkbox, Group, NativeSelect, NumberInput, Radio, SimpleGrid, TextInput } from '@mantine/core';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import {
  type AnswerForm,
  opinions,
  threadLimits,
} from '../../../../server/capabilities/exchange/threads/contract.ts';
import { useCountries } from '../../../kit/countries.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { readerWords } from '../reader-words.ts';
import { useStixTypeName } from '../stix-card.tsx';
import { isNameless, stixName } from '../stix-summary.ts';
import type { ContributionDraft } from './contribution.ts';
import { threadWords } from './thread-words.ts';

export interface PartNeeds {
  readonly draft: ContributionDraft;
  readonly onChange: (change: Partial<ContributionDraft>) => void;
}

const nameLength = 60;

export const TargetChoice = ({ item, draft, onChange }: PartNeeds & { item: Item }) => {
  const say = useWords(threadWords);
  const typeName = useStixTypeName();
  const named = item.objects.filter((object) => !isNameless(object) && object.type !== 'marking-definition');
  return (
    <NativeSelect
      label={say('target')}
      value={draft.target}
      onChange={(event) => onChange({ target: event.currentTarget.value })}
    >
      <option value="">{say('whole')}</option>
      {named.map((object) => (
        // Names are in any language.
        <option key={String(object.id)} value={String(object.id)} lang="">
          {`${typeName(object)} · ${[...stixName(object)].slice(0, nameLength).join('')}`}
        </option>
      ))}
    </NativeSelect>
  );
};

export const OpinionChoice = ({ draft, onChange }: PartNeeds) => {
  const say = useWords(threadWords);
  return (
    <Radio.Group
      label={say('opinion')}
      value={draft.opinion}
      onChange={(value) => {
        const opinion = opinions.find((one) => one === value);
        if (opinion) onChange({ opinion });
      }}
    >
      <Group gap="md" mt={6}>
        {opinions.map((value) => (
          <Radio key={value} value={value} label={say(value)} />
        ))}
      </Group>
    </Radio.Group>
  );
};

export const SightingFields = ({ draft, onChange }: PartNeeds) => {
  const say = useWords(threadWords);
  const countries = useCountries();
  const { heading } = useDates();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      <NumberInput
        label={say('times')}
        min={1}
        max={threadLimits.count}
        allowDecimal={false}
        value={draft.count}
        onChange={(value) => onChange({ count: Number(value) })}
      />
      <TextInput
        type="datetime-local"
        required
        label={heading(say('firstSeen'))}
        value={draft.firstSeen}
        onChange={(event) => onChange({ firstSeen: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={heading(say('lastSeen'))}
        value={draft.lastSeen}
        onChange={(event) => onChange({ lastSeen: event.currentTarget.value })}
      />
      <TextInput
        label={say('placeName')}
        dir="auto"
        maxLength={300}
        value={draft.placeName}
        onChange={(event) => onChange({ placeName: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('country')}
        value={draft.country}
        data={[{ value: '', label: say('noCountry') }, ...countries]}
        onChange={(event) => onChange({ country: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const gapKeys = ['not-linked', 'not-in-force', 'recipient', 'field', 'purpose'] as const;

export const Recipients = ({ form, draft, onChange }: PartNeeds & { form: AnswerForm }) => {
  const say = useWords(threadWords);
  const reader = useWords(readerWords);
  const nameOf = usePartyName();
  const reasonOf = (gap: string): string => {
    const known = gapKeys.find((key) => key === gap);
    return known ? reader(`gap-${known}`) : say('gap-no-agreement');
  };
  const reachable = form.recipients.filter(({ gap }) => gap === null).map(({ party }) => party);
  return (
    <Checkbox.Group
      label={say('recipients')}
      description={say('recipientsTeach')}
      value={reachable.filter((party) => !draft.without.includes(party))}
      onChange={(kept) => onChange({ without: reachable.filter((party) => !kept.includes(party)) })}
    >
      <Group gap="md" mt={6}>
        {form.recipients.map(({ party, gap }) => (
          <Checkbox
            key={party}
            value={party}
            disabled={gap !== null}
            label={
              gap === null ? (
                <bdi>{nameOf(party)}</bdi>
              ) : (
                say('cannot', { name: nameOf(party), reason: reasonOf(gap) })
              )
            }
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
};
