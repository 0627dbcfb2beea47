/** Adds a note, an opinion, a sighting for partners, or a note for colleagues alone. */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconDeviceFloppy, IconLock, IconUserCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import {
  type AnswerForm,
  opinions,
  threadLimits,
} from '../../../../server/capabilities/exchange/threads/contract.ts';
import { useCountries } from '../../../kit/countries.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { useShortcuts } from '../../../kit/shortcuts.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { GradeChoice } from '../marking-editor.tsx';
import { readerWords } from '../reader-words.ts';
import { useStixTypeName } from '../stix-card.tsx';
import { isNameless, stixName } from '../stix-summary.ts';
import {
  blankContribution,
  type ContributionDraft,
  formKinds,
  isComplete,
  toContribution,
} from './contribution.ts';
import { useAnswerForm, useContribute, useNoteForOwn } from './queries.ts';
import { threadWords } from './thread-words.ts';

interface PartNeeds {
  readonly draft: ContributionDraft;
  readonly onChange: (change: Partial<ContributionDraft>) => void;
}

const TargetChoice = ({ item, draft, onChange }: PartNeeds & { item: Item }) => {
  const say = useWords(threadWords);
  const typeName = useStixTypeName();
  const named = item.objects.filter((object) => !isNameless(object) && object.type !== 'marking-definition');
  return (
    <NativeSelect
      label={say('target')}
      value={draft.target}
      data={[
        { value: '', label: say('whole') },
        ...named.map((object) => ({
          value: String(object.id),
          label: `${typeName(object)} · ${[...stixName(object)].slice(0, 60).join('')}`,
        })),
      ]}
      onChange={(event) => onChange({ target: event.currentTarget.value })}
    />
  );
};

const OpinionChoice = ({ draft, onChange }: PartNeeds) => {
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

const SightingFields = ({ draft, onChange }: PartNeeds) => {
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

const Recipients = ({ form, draft, onChange }: PartNeeds & { form: AnswerForm }) => {
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

/** Isolates belong on the screen, not into a title that travels. */
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');
const titleLength = 300;

const useSending = (item: Item, form: AnswerForm | undefined, done: () => void) => {
  const say = useWords(threadWords);
  const show = useToasts();
  const { language } = useReading();
  const { timeZone } = usePreferences();
  const contribute = useContribute(item.id);
  const note = useNoteForOwn(item.id);
  const send = (draft: ContributionDraft, propose: boolean): void => {
    const kind = draft.kind === 'own-note' ? 'note' : draft.kind;
    const title = plain(say(`titleOf-${kind}`, { title: item.title }));
    const reachable = form?.recipients.filter(({ gap }) => gap === null).map(({ party }) => party) ?? [];
    const said = toContribution(draft, {
      title: [...title].slice(0, titleLength).join(''),
      language,
      timeZone,
      recipients: reachable.filter((party) => !draft.without.includes(party)),
    });
    const end = (text: string) => ({
      onSuccess: () => {
        show({ text });
        done();
      },
    });
    if (said === null) note.mutate({ text: draft.text.trim(), language }, end(say('keptOwn')));
    else contribute.mutate({ said, propose }, end(say(propose ? 'proposed' : 'kept')));
  };
  return { send, busy: contribute.isPending || note.isPending, error: contribute.error ?? note.error };
};

interface ButtonsNeeds {
  readonly draft: ContributionDraft;
  readonly busy: boolean;
  readonly onSend: (propose: boolean) => void;
}

const Buttons = ({ draft, busy, onSend }: ButtonsNeeds) => {
  const say = useWords(threadWords);
  const disabled = !isComplete(draft);
  if (draft.kind === 'own-note')
    return (
      <Button
        disabled={disabled}
        loading={busy}
        color="gray.8"
        leftSection={<IconLock size={18} aria-hidden />}
        onClick={() => onSend(false)}
      >
        {say('keepOwn')}
      </Button>
    );
  return (
    <>
      <Button
        variant="default"
        disabled={disabled}
        loading={busy}
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        onClick={() => onSend(false)}
      >
        {say('keepDraft')}
      </Button>
      <Button
        disabled={disabled}
        loading={busy}
        leftSection={<IconUserCheck size={18} aria-hidden />}
        onClick={() => onSend(true)}
      >
        {say('propose')}
      </Button>
    </>
  );
};

/** What leaves: on what, graded how, to whom, under which marking. */
const TravellingPart = ({ item, draft, onChange }: PartNeeds & { item: Item }) => {
  const say = useWords(threadWords);
  const form = useAnswerForm(item.id).data;
  return (
    <>
      <Fieldset legend={say('grade')} variant="unstyled">
        <GradeChoice marking={{ grading: draft.grading }} onChange={onChange} />
      </Fieldset>
      {form && <Recipients form={form} draft={draft} onChange={onChange} />}
      {form && (
        <Text size="sm" c="dimmed">
          {say('marking', { tlp: `TLP:${form.marking.tlp.toUpperCase()}` })}
        </Text>
      )}
    </>
  );
};

/** Sent items may be answered; on a draft of one's own, colleagues alone can be told something. */
const kindsFor = (item: Item) =>
  item.state === 'released' || item.state === 'received'
    ? formKinds
    : formKinds.filter((kind) => kind === 'own-note');

export const ContributionForm = ({ item }: { item: Item }) => {
  const say = useWords(threadWords);
  const kinds = kindsFor(item);
  const travels = kinds.length > 1;
  const form = useAnswerForm(item.id, travels).data;
  const [draft, setDraft] = useState(() => blankContribution(kinds[0] ?? 'own-note'));
  const change = (changed: Partial<ContributionDraft>): void =>
    setDraft((before) => ({ ...before, ...changed }));
  const text = useRef<HTMLTextAreaElement>(null);
  const { send, busy, error } = useSending(item, form, () => setDraft(blankContribution(draft.kind)));
  const shortcuts = useMemo(
    () => [{ keys: 'n', label: say('add'), run: () => text.current?.focus() }],
    [say],
  );
  useShortcuts(shortcuts);
  return (
    <Fieldset legend={say('add')}>
      <Stack gap="sm">
        {travels && (
          <SegmentedControl
            aria-label={say('kind')}
            value={draft.kind}
            data={kinds.map((kind) => ({ value: kind, label: say(`kind-${kind}`) }))}
            onChange={(value) => {
              const kind = kinds.find((one) => one === value);
              if (kind) change({ kind });
            }}
          />
        )}
        <Text size="sm" c="dimmed">
          {say(`why-${draft.kind}`)}
        </Text>
        {draft.kind !== 'own-note' && <TargetChoice item={item} draft={draft} onChange={change} />}
        {draft.kind === 'opinion' && <OpinionChoice draft={draft} onChange={change} />}
        {draft.kind === 'sighting' && <SightingFields draft={draft} onChange={change} />}
        <Textarea
          ref={text}
          label={say(draft.kind === 'opinion' ? 'explanation' : 'text')}
          required={draft.kind !== 'sighting'}
          autosize
          minRows={3}
          dir="auto"
          maxLength={100_000}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        {draft.kind !== 'own-note' && <TravellingPart item={item} draft={draft} onChange={change} />}
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Buttons draft={draft} busy={busy} onSend={(propose) => send(draft, propose)} />
        </Group>
      </Stack>
    </Fieldset>
  );
};
