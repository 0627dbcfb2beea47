/** Two venues that are one: which stays, what goes to it, and why. */
import { List, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventsLimits } from '../../../server/capabilities/events/contract.ts';
import type { Merge, MergeBody, MergePreview } from '../../../server/capabilities/events/merging/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words.ts';
import { usePlaceUse } from '../roster/queries.ts';
import { FieldChange } from './field-change.tsx';
import { fieldWords } from './field-words.ts';
import { useMerge, useMergePreview, useUndoMerge } from './merge-queries.ts';
import { mergeWords } from './merge-words.ts';
import { VenueName } from './venue-name.tsx';

type Field = MergePreview['fields'][number];

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
const codeOf = (part: unknown): string => String(new Map(entriesOf(part)).get('code') ?? '');

/** What is added to a name in other languages, or to a list of zones or gates. */
const addedTo = ({ field, before, after }: Field): readonly string[] => {
  const had = entriesOf(before);
  if (field === 'name')
    return entriesOf(after).flatMap(([language, name]) =>
      had.some(([known]) => known === language) ? [] : [String(name)],
    );
  const isList = field === 'zones' || field === 'gates';
  return isList
    ? entriesOf(after)
        .slice(had.length)
        .map(([, part]) => codeOf(part))
    : [];
};

const Taken = (change: Field) => {
  const [field, kit] = [useWords(fieldWords), useWords(kitWords)];
  const added = addedTo(change);
  if (added.length === 0) return <FieldChange {...change} />;
  const name = field(change.field === 'name' || change.field === 'zones' ? change.field : 'gates');
  return (
    <Text size="sm" c="dimmed">
      {kit('named', { name, value: '' })}{' '}
      {added.map((one, at) => (
        <span key={one}>
          {at > 0 && ' · '}
          <bdi>{one}</bdi>
        </span>
      ))}
    </Text>
  );
};

const Moves = ({ event, goes, preview }: { event: string; goes: string; preview: MergePreview }) => {
  const say = useWords(mergeWords);
  const { data: roster } = usePlaceUse(event, goes);
  const { sessions, posts, assessments, outdone, codes, fields } = preview;
  const counts = {
    assessments,
    outdone,
    drafts: roster?.drafts ?? 0,
    published: roster?.publishedPosts ?? 0,
  };
  const telling = (['assessments', 'outdone', 'drafts', 'published'] as const).filter(
    (key) => counts[key] > 0,
  );
  return (
    <Stack gap="xs" role="region" aria-label={say('moves')}>
      <Text size="sm" fw={600}>
        {say('moves')}
      </Text>
      <List size="sm" spacing={2}>
        <List.Item>{say('sessions', { count: sessions })}</List.Item>
        <List.Item>{say('posts', { count: posts })}</List.Item>
        {telling.map((key) => (
          <List.Item key={key}>{say(key, { count: counts[key] })}</List.Item>
        ))}
        <List.Item>{say('codes', { codes: codes.join(' · ') })}</List.Item>
      </List>
      {fields.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {say('takes')}
          </Text>
          <div>
            {fields.map((change) => (
              <Taken key={change.field} {...change} />
            ))}
          </div>
        </>
      )}
    </Stack>
  );
};

interface WhichNeeds {
  readonly both: readonly [Venue, Venue];
  readonly stays: string;
  onChange(stays: string): void;
}

const Which = ({ both, stays, onChange }: WhichNeeds) => {
  const say = useWords(mergeWords);
  return (
    <Radio.Group label={say('stays')} description={say('staysTeach')} value={stays} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {both.map((venue) => (
          <Radio
            key={venue.id}
            value={venue.id}
            label={<VenueName venue={venue} />}
            description={venue.town ?? undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};

/** Merges, says so with the way back, and closes. */
const useMerging = (event: string, onClose: () => void) => {
  const say = useWords(mergeWords);
  const show = useToasts();
  const [merge, undo] = [useMerge(event), useUndoMerge(event)];
  return {
    isPending: merge.isPending,
    error: merge.error,
    merge: (seen: Omit<MergeBody, 'reason'>, reason: string): void => {
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      const onSuccess = ({ items: [newest] }: { readonly items: readonly Merge[] }): void => {
        onClose();
        const back = newest === undefined ? {} : { undo: () => undo.mutate(newest.id) };
        show({ text: say('done'), ...back });
      };
      merge.mutate({ ...seen, ...why }, { onSuccess });
    },
  };
};

interface Needs {
  readonly event: string;
  readonly both: readonly [Venue, Venue];
  onClose(): void;
}

export const MergeDialog = ({ event, both, onClose }: Needs) => {
  const say = useWords(mergeWords);
  const merging = useMerging(event, onClose);
  const [stays, setStays] = useState(both[0].id);
  const [reason, setReason] = useState('');
  const goes = both.find(({ id }) => id !== stays)?.id ?? '';
  const preview = useMergePreview(event, { stays, goes });
  const digest = preview.data?.digest;
  return (
    <ConfirmDialog
      opened
      title={say('title')}
      consequence={say('consequence')}
      action={say('confirm')}
      busy={merging.isPending}
      disabled={digest === undefined}
      error={merging.error}
      onConfirm={() => digest !== undefined && merging.merge({ stays, goes, digest }, reason)}
      onClose={onClose}
    >
      <Which both={both} stays={stays} onChange={setStays} />
      <Loaded query={preview}>{(found) => <Moves event={event} goes={goes} preview={found} />}</Loaded>
      <TextInput
        label={say('why')}
        dir="auto"
        maxLength={eventsLimits.reason}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </ConfirmDialog>
  );
};
