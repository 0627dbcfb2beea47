import { Fieldset, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { AttachmentsPart } from './attach.tsx';
import { composeWords } from './compose-words.ts';
import { blankDraft, type Draft, draftErrors, draftOf, wrongSubjects } from './draft.ts';
import { useKeptDraft } from './draft-keeping.ts';
import { FramePart, KnownPart, MarkingPart } from './draft-parts.tsx';
import { now, Restored, SaveBar, useDraftSaving } from './draft-saving.tsx';
import { KeptObjects } from './kept-objects.tsx';
import { useItem, useWriteItem } from './queries.ts';
import { useDraftRecipients } from './recipients.tsx';
import { SubjectFields } from './subject-fields.tsx';

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
  const saving = useDraftSaving(item, useWriteItem(), (saved, proposed) => {
    drafting.forgetKept();
    show({ text: say(proposed ? 'proposed' : 'saved') });
    void navigate({ to: '/exchange/items/$id', params: { id: saved.id } });
  });
  const errors = tried ? draftErrors(draft, dayOf(now()), tried === 'propose') : [];
  const submit = (toPropose: boolean): void => {
    setTried(toPropose ? 'propose' : 'save');
    const wrong = draftErrors(draft, dayOf(now()), toPropose).length + wrongSubjects(draft);
    if (wrong === 0) void saving.save(draft, (written) => written, toPropose);
  };
  const wrong = tried ? errors.length + wrongSubjects(draft) : 0;
  const parts = { draft, errors, onChange: change };
  return (
    <Stack maw="64rem">
      {drafting.restored && (
        <Restored text={say('restored')} startAnew={say('startAnew')} onDiscard={drafting.discard} />
      )}
      <KnownPart {...parts} />
      <SubjectsPart draft={draft} checked={tried !== null} onChange={change} />
      <AttachmentsPart draft={draft} onChange={drafting.setDraft} onBusy={setUploading} />
      <FramePart {...parts} />
      <MarkingPart {...parts} />
      <SaveBar
        labels={{ save: say('save'), propose: say('propose') }}
        fix={wrong > 0 ? say('fix', { count: wrong }) : null}
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
