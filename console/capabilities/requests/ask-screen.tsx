/** The form of a request; also changes one that was saved or returned (`?item=`). */
import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SetStateAction, useState } from 'react';
import type { Ask, Item } from '../../../server/capabilities/requests/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { AttachmentsPart } from '../exchange/attach.tsx';
import { composeObjects } from '../exchange/compose.ts';
import { type Draft, draftErrors, toItemDraft, wrongSubjects } from '../exchange/draft.ts';
import { attachmentObjects } from '../exchange/draft-attachments.ts';
import { FramePart, MarkingPart } from '../exchange/draft-parts.tsx';
import { KeptObjects } from '../exchange/kept-objects.tsx';
import { useItemVerb } from '../exchange/queries.ts';
import { useDraftRecipients } from '../exchange/recipients.tsx';
import { SubjectFields } from '../exchange/subject-fields.tsx';
import { useMe } from '../parties/session.ts';
import { type AskForm, askErrors, blankAsk, formOf } from './ask.ts';
import { KnownPart, LanguagesPart, type PartNeeds, UrgencyPart, WhatPart } from './ask-parts.tsx';
import { askWords } from './ask-words.ts';
import { useRequest, useWriteRequest } from './queries.ts';
import { readScratch, useScratch } from './scratch.ts';

const now = (): string => new Date().toISOString();

const useSaving = (item: Item | null, done: (saved: Item, proposed: boolean) => void) => {
  const me = useMe();
  const write = useWriteRequest();
  const propose = useItemVerb('propose');
  const [saved, setSaved] = useState(item);
  const save = async ({ draft, ask }: AskForm, toPropose: boolean): Promise<void> => {
    const made = await composeObjects(draft.subjects, { party: me.party.id, at: now() });
    const body = toItemDraft(draft, {
      objects: [...draft.kept, ...made.objects, ...attachmentObjects(draft.attachments)],
      withheld: [...draft.withheld, ...made.withheld],
    });
    try {
      const written = await write.mutateAsync({ seen: saved, draft: { item: body, ask } });
      // A refused proposal leaves a saved draft: the next try writes the same one again.
      setSaved(written);
      done(toPropose ? await propose.mutateAsync(written) : written, toPropose);
    } catch {
      // The mutations keep the fault; it is shown above the buttons.
    }
  };
  return { save, busy: write.isPending || propose.isPending, error: write.error ?? propose.error };
};

const SubjectsPart = ({ form: { draft }, checked, onDraft }: PartNeeds & { checked: boolean }) => {
  const say = useWords(askWords);
  const recipients = useDraftRecipients(draft);
  return (
    <Fieldset legend={say('subjects')}>
      <KeptObjects draft={draft} onChange={onDraft} />
      <SubjectFields
        subjects={draft.subjects}
        recipients={recipients}
        checked={checked}
        onChange={(subjects) => onDraft({ subjects })}
      />
    </Fieldset>
  );
};

interface SaveNeeds {
  readonly wrong: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly error: Error | null;
  readonly onSave: (toPropose: boolean) => void;
}

const SaveBar = ({ wrong, busy, disabled, error, onSave }: SaveNeeds) => {
  const say = useWords(askWords);
  return (
    <Stack gap="sm">
      {error && <ErrorNotice error={error} />}
      {wrong > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {say('fix', { count: wrong })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={busy}
          disabled={disabled}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={() => onSave(false)}
        >
          {say('save')}
        </Button>
        <Button
          loading={busy}
          disabled={disabled}
          leftSection={<IconUserCheck size={18} aria-hidden />}
          onClick={() => onSave(true)}
        >
          {say('propose')}
        </Button>
      </Group>
    </Stack>
  );
};

const Restored = ({ onDiscard }: { onDiscard: () => void }) => {
  const say = useWords(askWords);
  return (
    <Alert color="petrol">
      <Group justify="space-between">
        <Text size="sm">{say('restored')}</Text>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {say('startAnew')}
        </Button>
      </Group>
    </Alert>
  );
};

interface FormNeeds {
  readonly item: Item | null;
  /** What was kept of an earlier writing. */
  readonly kept: AskForm | null;
  readonly initial: AskForm;
}

const isResolved = (change: SetStateAction<Draft>): change is Draft => typeof change !== 'function';

/** The form in hand, and how its parts are changed. */
const useAskForm = (first: AskForm) => {
  const [form, setForm] = useState(first);
  const setDraft = (change: SetStateAction<Draft>): void =>
    setForm((before) => ({ ...before, draft: isResolved(change) ? change : change(before.draft) }));
  return {
    form,
    setForm,
    setDraft,
    onDraft: (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change })),
    onAsk: (change: Partial<Ask>): void =>
      setForm((before) => ({ ...before, ask: { ...before.ask, ...change } })),
  };
};

const Form = ({ item, kept, initial }: FormNeeds) => {
  const say = useWords(askWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { form, setForm, setDraft, onDraft, onAsk } = useAskForm(kept ?? initial);
  const [restored, setRestored] = useState(kept !== null);
  const [tried, setTried] = useState<'save' | 'propose' | null>(null);
  const [uploading, setUploading] = useState(false);
  const scratch = useScratch(item?.id ?? 'ask', form);
  const saving = useSaving(item, (saved, proposed) => {
    show({ text: say(proposed ? 'proposed' : 'saved') });
    void scratch.forget().then(() => navigate({ to: '/requests/$id', params: { id: saved.id } }));
  });
  const wrongOf = (toPropose: boolean) => [
    ...draftErrors(form.draft, dayOf(now()), toPropose),
    ...askErrors(form),
  ];
  const errors = tried ? wrongOf(tried === 'propose') : [];
  const submit = (toPropose: boolean): void => {
    setTried(toPropose ? 'propose' : 'save');
    if (wrongOf(toPropose).length + wrongSubjects(form.draft) === 0) void saving.save(form, toPropose);
  };
  const discard = (): void => {
    setRestored(false);
    setForm(initial);
  };
  const parts = { form, errors, onDraft, onAsk };
  const itemErrors = draftErrors(form.draft, dayOf(now()), tried === 'propose');
  const itemParts = { draft: form.draft, errors: tried ? itemErrors : [], onChange: onDraft };
  return (
    <Stack maw="64rem">
      {restored && <Restored onDiscard={discard} />}
      <WhatPart {...parts} />
      <SubjectsPart {...parts} checked={tried !== null} />
      <KnownPart {...parts} />
      <FramePart {...itemParts} />
      <UrgencyPart {...parts} />
      <LanguagesPart {...parts} />
      <AttachmentsPart draft={form.draft} onChange={setDraft} onBusy={setUploading} />
      <MarkingPart {...itemParts} />
      <SaveBar
        wrong={tried ? errors.length + wrongSubjects(form.draft) : 0}
        busy={saving.busy}
        disabled={form.draft.keptCut === true || uploading}
        error={saving.error}
        onSave={submit}
      />
    </Stack>
  );
};

/** What this form itself wrote, as far as its shape says so. */
const isForm = (value: unknown): value is AskForm =>
  typeof value === 'object' && value !== null && 'draft' in value && 'ask' in value;

const useKept = (name: string) =>
  useQuery({
    queryKey: ['scratch', name],
    queryFn: async () => {
      const content: unknown = await readScratch(name);
      return { form: isForm(content) ? content : null };
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

const Blank = () => {
  const { language } = useReading();
  const [initial] = useState(() => blankAsk(now(), language));
  return (
    <Loaded query={useKept('ask')}>{({ form }) => <Form item={null} kept={form} initial={initial} />}</Loaded>
  );
};

const Edit = ({ id }: { id: string }) => {
  const kept = useKept(id);
  return (
    <Loaded query={useRequest(id)}>
      {({ item, ask }) => (
        <Loaded query={kept}>
          {({ form }) =>
            ask !== null && <Form key={item.id} item={item} kept={form} initial={formOf(item, ask)} />
          }
        </Loaded>
      )}
    </Loaded>
  );
};

export const AskScreen = () => {
  const say = useWords(askWords);
  const { item } = useSearch({ from: '/requests/ask' });
  return (
    <Page title={say(item ? 'editTitle' : 'title')} teach={say('teach')}>
      {item ? <Edit id={item} /> : <Blank />}
    </Page>
  );
};
