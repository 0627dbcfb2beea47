/** One post: who is wanted where, from when to when, and why. */
import { Checkbox, NativeSelect, NumberInput, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { eventsLimits, type MajorEvent } from '../../../server/capabilities/events/contract.ts';
import {
  type Post,
  type PostDraft,
  type PostPlace,
  requirementLimits,
} from '../../../server/capabilities/events/post-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { FormDialog, MomentField, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { useNameOf } from './names.ts';
import { postWords } from './post-words.ts';
import { useSavePost } from './queries.ts';
import { LanguagesAndPowers, SkillsField, SpecialtyField, withoutGaps } from './requirement-fields.tsx';
import type { Places, TabNeeds } from './tab-needs.ts';
import { eventsWords } from './words.ts';

interface FieldNeeds {
  readonly draft: PostDraft;
  readonly onChange: (change: Partial<PostDraft>) => void;
}

/** A place as the value of a choice. */
const writePlace = (place: PostPlace): string => {
  if (place.kind === 'object') return `object ${place.object}`;
  return place.kind === 'zone' ? `zone ${place.venue} ${place.zone}` : `venue ${place.venue}`;
};
const readPlace = (text: string): PostPlace | null => {
  const [kind, first = '', second = ''] = text.split(' ');
  if (kind === 'object') return { kind, object: first };
  if (kind === 'zone') return { kind, venue: first, zone: second };
  return kind === 'venue' ? { kind, venue: first } : null;
};

const Where = ({ draft, places, onChange }: FieldNeeds & { places: Places }) => {
  const [say, words] = [useWords(postWords), useWords(eventsWords)];
  const nameOf = useNameOf();
  const venues = places.venues.flatMap(({ id, name, zones }) => [
    { value: `venue ${id}`, label: nameOf(name) },
    ...zones.map((zone) => ({
      value: `zone ${id} ${zone.id}`,
      label: say('inZone', { venue: nameOf(name), zone: zone.code }),
    })),
  ]);
  const objects = places.objects.map(({ id, name }) => ({ value: `object ${id}`, label: nameOf(name) }));
  return (
    <NativeSelect
      label={say('place')}
      required
      value={writePlace(draft.place)}
      data={[
        { group: words('venues'), items: venues },
        { group: words('objects'), items: objects },
      ].filter(({ items }) => items.length > 0)}
      onChange={({ currentTarget }) => onChange({ place: readPlace(currentTarget.value) ?? draft.place })}
    />
  );
};

const Who = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(postWords);
  const { requirement } = draft;
  const put = (next: PostDraft['requirement']): void => onChange({ requirement: next });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <SpecialtyField requirement={requirement} onChange={put} />
        <NumberInput
          label={say('quantity')}
          min={1}
          max={requirementLimits.quantity}
          allowDecimal={false}
          value={draft.quantity}
          onChange={(value) => onChange({ quantity: typeof value === 'number' ? value : 1 })}
        />
        <LanguagesAndPowers requirement={requirement} onChange={put} />
      </SimpleGrid>
      <SkillsField requirement={requirement} onChange={put} />
      <Checkbox
        label={say('needsHostPair')}
        checked={draft.needsHostPair}
        onChange={({ currentTarget: { checked } }) => onChange({ needsHostPair: checked })}
      />
    </>
  );
};

const When = ({ draft, timeZone, onChange }: FieldNeeds & { timeZone: string }) => {
  const [say, words] = [useWords(postWords), useWords(eventsWords)];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <MomentField
        label={words('from')}
        at={draft.from}
        timeZone={timeZone}
        required
        onChange={(from) => from !== null && onChange({ from })}
      />
      <MomentField
        label={words('to')}
        at={draft.to}
        timeZone={timeZone}
        required
        onChange={(to) => to !== null && onChange({ to })}
      />
      <NumberInput
        label={say('priority')}
        description={say('priorityTeach')}
        min={1}
        max={5}
        allowDecimal={false}
        value={draft.priority}
        onChange={(value) => onChange({ priority: typeof value === 'number' ? value : 3 })}
      />
    </SimpleGrid>
  );
};

const draftOf = ({ id: _, event: __, version: ___, origin: ____, at: _____, ...draft }: Post): PostDraft =>
  draft;
const emptyOf = ({ firstDay }: MajorEvent, { venues, objects }: Places): PostDraft => ({
  place: venues[0]
    ? { kind: 'venue', venue: venues[0].id }
    : { kind: 'object', object: objects[0]?.id ?? '' },
  session: null,
  requirement: { specialty: 'patrol', skills: [], languages: [], powers: [] },
  ...{ quantity: 1, priority: 3, needsHostPair: false, reason: '' },
  ...{ from: `${firstDay}T08:00:00.000Z`, to: `${firstDay}T16:00:00.000Z` },
});

interface Needs extends TabNeeds {
  readonly places: Places;
  /** Null for a new one. */
  readonly post: Post | null;
  readonly onClose: () => void;
}

export const PostDialog = ({ event, places, post, timeZone, mayPlan, onClose }: Needs) => {
  const [say, words] = [useWords(postWords), useWords(eventsWords)];
  const show = useToasts();
  const save = useSavePost(event.id);
  const [draft, setDraft] = useState<PostDraft>(() =>
    post === null ? emptyOf(event, places) : draftOf(post),
  );
  const [because, setBecause] = useState('');
  const onChange = (more: Partial<PostDraft>): void => setDraft((before) => ({ ...before, ...more }));
  const clean = { ...draft, requirement: withoutGaps(draft.requirement) };
  const why = because === '' ? {} : { because };
  const change = post && { id: post.id, body: { ...clean, version: post.version, ...why } };
  const onSuccess = (): void => {
    show({ text: words('kept') });
    onClose();
  };
  return (
    <FormDialog
      title={say(post === null ? 'add' : 'edit')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={!mayPlan || draft.reason.trim() === '' || draft.to <= draft.from}
      onSave={() => save.mutate({ draft: clean, change }, { onSuccess })}
      onClose={onClose}
    >
      <Where draft={draft} places={places} onChange={onChange} />
      <Who draft={draft} onChange={onChange} />
      <When draft={draft} timeZone={timeZone} onChange={onChange} />
      <Textarea
        label={say('reason')}
        required
        dir="auto"
        rows={2}
        maxLength={eventsLimits.reason}
        value={draft.reason}
        onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
      />
      {post !== null && <ReasonField reason={because} onChange={setBecause} />}
      <HistoryPart event={event.id} subject={post?.id ?? null} />
    </FormDialog>
  );
};
