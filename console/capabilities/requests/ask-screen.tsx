/** The form of a request; also changes one that was saved or returned (`?item=`). */
import { Fieldset, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SetStateAction, useState } from 'react';
import type { Ask, Item } from '../../../server/capabilities/requests/contract.ts';
import type { Template } from '../../../server/capabilities/requests/templates/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { AttachmentsPart } from '../exchange/attach.tsx';
import { type Draft, draftErrors, wrongSubjects } from '../exchange/draft.ts';
import { FramePart, MarkingPart } from '../exchange/draft-parts.tsx';
import { now, Restored, SaveBar, useDraftSaving } from '../exchange/draft-saving.tsx';
import { KeptObjects } from '../exchange/kept-objects.tsx';
import { useDraftRecipients } from '../exchange/recipients.tsx';
import { SubjectFields } from '../exchange/subject-fields.tsx';
import { type AskForm, askErrors, blankAsk, formOf } from './ask.ts';
import { KnownPart, LanguagesPart, type PartNeeds, UrgencyPart, WhatPart } from './ask-parts.tsx';
import { askWords } from './ask-words.ts';
import { useRequest, useWriteRequest } from './queries.ts';
import { useKept, useScratch } from './scratch.ts';
import { fillFrom } from './templates/apply.ts';
import { TemplateChoice } from './templates/template-choice.tsx';

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

const wrongIn = (form: AskForm, toPropose: boolean) => [
  ...draftErrors(form.draft, dayOf(now()), toPropose),
  ...askErrors(form),
];

const TemplatePart = ({ form, onFill }: { form: AskForm; onFill: (form: AskForm) => void }) => {
  const say = useWords(askWords);
  const show = useToasts();
  const { language } = useReading();
  /** What stood there is had back by one click. */
  const choose = (template: Template): void => {
    onFill(fillFrom(form, template, language, () => crypto.randomUUID()));
    show({ text: say('filled'), undo: () => onFill(form) });
  };
  return <TemplateChoice onChoose={choose} />;
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
  const saving = useDraftSaving(item, useWriteRequest(), (saved, proposed) => {
    show({ text: say(proposed ? 'proposed' : 'saved') });
    void scratch.forget().then(() => navigate({ to: '/requests/$id', params: { id: saved.id } }));
  });
  const errors = tried ? wrongIn(form, tried === 'propose') : [];
  const submit = (toPropose: boolean): void => {
    setTried(toPropose ? 'propose' : 'save');
    if (wrongIn(form, toPropose).length + wrongSubjects(form.draft) === 0)
      void saving.save(form.draft, (written) => ({ item: written, ask: form.ask }), toPropose);
  };
  const discard = (): void => {
    setRestored(false);
    setForm(initial);
  };
  const wrong = tried ? errors.length + wrongSubjects(form.draft) : 0;
  const parts = { form, errors, onDraft, onAsk };
  const itemErrors = tried ? draftErrors(form.draft, dayOf(now()), tried === 'propose') : [];
  const itemParts = { draft: form.draft, errors: itemErrors, onChange: onDraft };
  return (
    <Stack maw="64rem">
      {restored && <Restored text={say('restored')} startAnew={say('startAnew')} onDiscard={discard} />}
      {item === null && <TemplatePart form={form} onFill={setForm} />}
      <WhatPart {...parts} />
      <SubjectsPart {...parts} checked={tried !== null} />
      <KnownPart {...parts} />
      <FramePart {...itemParts} />
      <UrgencyPart {...parts} />
      <LanguagesPart {...parts} />
      <AttachmentsPart draft={form.draft} onChange={setDraft} onBusy={setUploading} />
      <MarkingPart {...itemParts} />
      <SaveBar
        labels={{ save: say('save'), propose: say('propose') }}
        fix={wrong > 0 ? say('fix', { count: wrong }) : null}
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

const Blank = () => {
  const { language } = useReading();
  const [initial] = useState(() => blankAsk(now(), language));
  return (
    <Loaded query={useKept('ask', isForm)}>
      {({ content }) => <Form item={null} kept={content} initial={initial} />}
    </Loaded>
  );
};

const Edit = ({ id }: { id: string }) => {
  const kept = useKept(id, isForm);
  return (
    <Loaded query={useRequest(id)}>
      {({ item, ask }) => (
        <Loaded query={kept}>
          {({ content }) =>
            ask !== null && <Form key={item.id} item={item} kept={content} initial={formOf(item, ask)} />
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
