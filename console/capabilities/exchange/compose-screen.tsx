import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconUserCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { AttachmentsPart } from './attach.tsx';
import { composeObjects } from './compose.ts';
import { composeWords } from './compose-words.ts';
import { blankDraft, type Draft, draftErrors, draftOf, toItemDraft, wrongSubjects } from './draft.ts';
import { attachmentObjects } from './draft-attachments.ts';
import { useKeptDraft } from './draft-keeping.ts';
import { FramePart, KnownPart, MarkingPart } from './draft-parts.tsx';
import { KeptObjects } from './kept-objects.tsx';
import { useItem, useItemVerb, useWriteItem } from './queries.ts';
import { useDraftRecipients } from './recipients.tsx';
import { SubjectFields } from './subject-fields.tsx';

const now = (): string => new Date().toISOString();

/** Saves the draft on the node, and proposes it when asked; `done` gets the item. */
const useSaving = (item: Item | null, done: (saved: Item, proposed: boolean) => void) => {
  const me = useMe();
  const write = useWriteItem();
  const propose = useItemVerb('propose');
  const [saved, setSaved] = useState(item);
  const save = async (draft: Draft, toPropose: boolean): Promise<void> => {
    const made = await composeObjects(draft.subjects, { party: me.party.id, at: now() });
    const body = toItemDraft(draft, {
      objects: [...draft.kept, ...made.objects, ...attachmentObjects(draft.attachments)],
      withheld: [...draft.withheld, ...made.withheld],
    });
    try {
      const written = await write.mutateAsync({ seen: saved, draft: body });
      // A refused proposal leaves a saved draft: the next try writes the same one again.
      setSaved(written);
      done(toPropose ? await propose.mutateAsync(written) : written, toPropose);
    } catch {
      // The mutations keep the fault; it is shown above the buttons.
    }
  };
  return { save, busy: write.isPending || propose.isPending, error: write.error ?? propose.error };
};

interface SaveNeeds {
  readonly wrong: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly error: Error | null;
  readonly onSave: (toPropose: boolean) => void;
}

const SaveBar = ({ wrong, busy, disabled, error, onSave }: SaveNeeds) => {
  const say = useWords(composeWords);
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
  const say = useWords(composeWords);
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

interface SubjectsNeeds {
  readonly draft: Draft;
  readonly checked: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}

const SubjectsPart = ({ draft, checked, onChange }: SubjectsNeeds) => {
  const say = useWords(composeWords);
  const recipients = useDraftRecipients(draft);
  return (
    <Fieldset legend={say('subjects')}>
      <Text size="sm" c="dimmed" mb="sm">
        {say('subjectsTeach')}
      </Text>
      <KeptObjects draft={draft} onChange={onChange} />
      <SubjectFields
        subjects={draft.subjects}
        recipients={recipients}
        checked={checked}
        onChange={(subjects) => onChange({ subjects })}
      />
    </Fieldset>
  );
};

/** The draft in hand, kept in this browser until the node has it. */
const useDrafting = (item: Item | null) => {
  const me = useMe();
  const { language } = useReading();
  const kept = useKeptDraft({
    person: me.person,
    item: item ? `${item.id}.${item.version}` : 'new',
    initial: () => (item ? draftOf(item) : blankDraft(now(), language)),
  });
  const change = (part: Partial<Draft>): void => kept.setDraft((before) => ({ ...before, ...part }));
  return { ...kept, change };
};

const Form = ({ item }: { item: Item | null }) => {
  const say = useWords(composeWords);
  const show = useToasts();
  const navigate = useNavigate();
  const drafting = useDrafting(item);
  const [tried, setTried] = useState<'save' | 'propose' | null>(null);
  const [uploading, setUploading] = useState(false);
  const { draft, change } = drafting;
  const saving = useSaving(item, (saved, proposed) => {
    drafting.forgetKept();
    show({ text: say(proposed ? 'proposed' : 'saved') });
    void navigate({ to: '/exchange/items/$id', params: { id: saved.id } });
  });
  const errors = tried ? draftErrors(draft, dayOf(now()), tried === 'propose') : [];
  const submit = (toPropose: boolean): void => {
    setTried(toPropose ? 'propose' : 'save');
    const wrong = draftErrors(draft, dayOf(now()), toPropose).length + wrongSubjects(draft);
    if (wrong === 0) void saving.save(draft, toPropose);
  };
  const parts = { draft, errors, onChange: change };
  return (
    <Stack maw="64rem">
      {drafting.restored && <Restored onDiscard={drafting.discard} />}
      <KnownPart {...parts} />
      <SubjectsPart draft={draft} checked={tried !== null} onChange={change} />
      <AttachmentsPart draft={draft} onChange={drafting.setDraft} onBusy={setUploading} />
      <FramePart {...parts} />
      <MarkingPart {...parts} />
      <SaveBar
        wrong={tried ? errors.length + wrongSubjects(draft) : 0}
        busy={saving.busy}
        disabled={draft.keptCut === true || uploading}
        error={saving.error}
        onSave={submit}
      />
    </Stack>
  );
};

const Edit = ({ id }: { id: string }) => (
  <Loaded query={useItem(id)}>{(item) => <Form key={item.id} item={item} />}</Loaded>
);

/** The form for someone who never heard of STIX; also edits a saved or returned draft (`?item=`). */
export const ComposeScreen = () => {
  const say = useWords(composeWords);
  const { item } = useSearch({ from: '/exchange/compose' });
  return (
    <Page title={say(item ? 'editTitle' : 'title')} teach={say('teach')}>
      {item ? <Edit id={item} /> : <Form item={null} />}
    </Page>
  );
};
