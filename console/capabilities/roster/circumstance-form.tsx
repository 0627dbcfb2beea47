/** What became otherwise, said one thing at a time. */
import {
  Button,
  CloseButton,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { Circumstance } from '../../../server/capabilities/roster/contract.ts';
import { momentOf, wallTimeOf } from '../../../server/kernel/zone.ts';
import { useWords } from '../../kit/language.tsx';
import type { TakenPlan } from './board.ts';
import type { Naming } from './difference.tsx';
import { replanWords } from './replan-words.ts';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

const kinds = ['as-it-stands', 'unit-withdrawn', 'unit-late', 'posts-moved', 'place-closed'] as const;
type Kind = (typeof kinds)[number];
/** Choices shown at once: the rest is found by typing. */
const shownChoices = 50;

/** What is said of one, for the list. */
export const useSaid = (naming: Naming, placeName: (place: string) => string) => {
  const say = useWords(replanWords);
  const times = useTimes();
  return (one: Circumstance): string => {
    const kind = say(one.kind);
    switch (one.kind) {
      case 'as-it-stands':
        return kind;
      case 'unit-withdrawn':
        return `${kind}: ${naming.unit(one.unit)} · ${times.moment(Date.parse(one.from))}`;
      case 'unit-late':
        return `${kind}: ${naming.unit(one.unit)} · ${times.moment(Date.parse(one.until))}`;
      case 'posts-moved':
        return `${kind}: ${one.posts.length} · ${one.minutes}`;
      case 'place-closed':
        return `${kind}: ${placeName(one.place)} · ${times.span(Date.parse(one.from), Date.parse(one.to))}`;
    }
  };
};

interface FormNeeds {
  readonly plan: TakenPlan;
  readonly naming: Naming;
  readonly placeName: (place: string) => string;
  onAdd(one: Circumstance): void;
}

const useWhen = (plan: TakenPlan) => {
  const say = useWords(replanWords);
  const [start, end] = [wallTimeOf(plan.zone, plan.from).day, wallTimeOf(plan.zone, plan.to).day];
  const [from, setFrom] = useState(`${start}T00:00`);
  const [until, setUntil] = useState(`${end}T23:59`);
  const instant = (text: string): string | null => {
    const [day = '', time = ''] = text.split('T');
    return momentOf(plan.zone, { day, time });
  };
  const field = (label: 'from' | 'until', value: string, set: (text: string) => void) => (
    <TextInput
      type="datetime-local"
      label={say(label)}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return {
    from: instant(from),
    until: instant(until),
    fromField: field('from', from, setFrom),
    untilField: field('until', until, setUntil),
  };
};

interface Chosen {
  readonly kind: Kind;
  readonly unit: string | null;
  readonly place: string | null;
  readonly minutes: number;
  readonly from: string | null;
  readonly until: string | null;
}

/** What the fields say; null where something is still wanting. */
const circumstanceOf = (plan: TakenPlan, chosen: Chosen): Circumstance | null => {
  const { kind, unit, place, minutes, from, until } = chosen;
  if (kind === 'as-it-stands') return { kind };
  if (kind === 'unit-withdrawn') return unit === null || from === null ? null : { kind, unit, from };
  if (kind === 'unit-late') return unit === null || until === null ? null : { kind, unit, until };
  if (place === null || from === null || until === null || from >= until) return null;
  if (kind === 'place-closed') return { kind, place, from, to: until };
  const posts = plan.posts
    .filter((post) => post.place === place && post.from < until && from < post.to)
    .map(({ id }) => id);
  return posts.length === 0 ? null : { kind, posts, minutes };
};

/** One of many, found by typing. */
const Choice = ({
  label,
  value,
  data,
  onChange,
}: {
  label: string;
  value: string | null;
  data: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
}) => (
  <Select label={label} searchable limit={shownChoices} value={value} data={[...data]} onChange={onChange} />
);

/** Says one thing. */
export const CircumstanceForm = ({ plan, naming, placeName, onAdd }: FormNeeds) => {
  const say = useWords(replanWords);
  const roster = useWords(rosterWords);
  const [kind, setKind] = useState<Kind>('as-it-stands');
  const [unit, setUnit] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [minutes, setMinutes] = useState(60);
  const { from, until, fromField, untilField } = useWhen(plan);
  const one = circumstanceOf(plan, { kind, unit, place, minutes, from, until });
  const ofUnit = kind === 'unit-withdrawn' || kind === 'unit-late';
  const ofPlace = kind === 'place-closed' || kind === 'posts-moved';
  const units = plan.units.map(({ id }) => ({ value: id, label: naming.unit(id) }));
  const places = plan.places
    .filter(({ id }) => plan.posts.some((post) => post.place === id))
    .map(({ id }) => ({ value: id, label: placeName(id) }));
  return (
    <Paper withBorder p="md">
      <Group align="flex-end" gap="sm">
        <Select
          label={say('what')}
          value={kind}
          allowDeselect={false}
          w="26rem"
          maw="100%"
          data={kinds.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => setKind(kinds.find((other) => other === value) ?? kind)}
        />
        {ofUnit && <Choice label={roster('unit')} value={unit} data={units} onChange={setUnit} />}
        {ofPlace && <Choice label={roster('venue')} value={place} data={places} onChange={setPlace} />}
        {(kind === 'unit-withdrawn' || ofPlace) && fromField}
        {(kind === 'unit-late' || ofPlace) && untilField}
        {kind === 'posts-moved' && (
          <NumberInput
            label={say('minutes')}
            value={minutes}
            onChange={(value) => setMinutes(Number(value))}
          />
        )}
        <Button variant="light" disabled={one === null} onClick={() => one !== null && onAdd(one)}>
          {say('add')}
        </Button>
      </Group>
    </Paper>
  );
};

/** What was said so far. */
export const Circumstances = ({
  list,
  said,
  onRemove,
}: {
  list: readonly Circumstance[];
  said: (one: Circumstance) => string;
  onRemove: (index: number) => void;
}) => {
  const say = useWords(replanWords);
  return (
    <Stack gap={4}>
      {list.map((one, index) => (
        <Group key={said(one)} gap="xs">
          <Text size="sm">{said(one)}</Text>
          <CloseButton size="sm" aria-label={say('remove')} onClick={() => onRemove(index)} />
        </Group>
      ))}
    </Stack>
  );
};
