/** Adds a note, an opinion, a sighting for partners, or a note for colleagues alone. */
import { Button, Fieldset, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import type { AnswerForm } from '../../../../server/capabilities/exchange/threads/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { useShortcuts } from '../../../kit/shortcuts.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { SaveButtons } from '../draft-saving.tsx';
import { GradeChoice } from '../marking-editor.tsx';
import {
  blankContribution,
  type ContributionDraft,
  type FormKind,
  formKinds,
  isComplete,
  toContribution,
} from './contribution.ts';
import {
  OpinionChoice,
  type PartNeeds,
  Recipients,
  SightingFields,
  TargetChoice,
} from './contribution-fields.tsx';
import { useAnswerForm, useContribute, useNoteForOwn } from './queries.ts';
import { threadWords } from './thread-words.ts';

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
  const labels = { save: say('keepDraft'), propose: say('propose') };
  return <SaveButtons labels={labels} disabled={disabled} busy={busy} onSave={onSend} />;
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

const KindChoice = ({ kinds, draft, onChange }: PartNeeds & { kinds: readonly FormKind[] }) => {
  const say = useWords(threadWords);
  return (
    <SegmentedControl
      aria-label={say('kind')}
      value={draft.kind}
      data={kinds.map((kind) => ({ value: kind, label: say(`kind-${kind}`) }))}
      onChange={(value) => {
        const kind = kinds.find((one) => one === value);
        if (kind) onChange({ kind });
      }}
    />
  );
};

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
        {travels && <KindChoice kinds={kinds} draft={draft} onChange={change} />}
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
          rows={4}
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
