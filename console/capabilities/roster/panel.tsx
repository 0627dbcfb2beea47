/** One post: its seats, who stands on them, and what can be done. */
import { ActionIcon, Badge, Button, Drawer, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Unit } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { explainWords } from './explain-words.ts';
import { Explanation } from './explanation.tsx';
import { useFigures } from './figures.ts';
import styles from './panel.module.css';
import { focusBar, panelMark } from './panel-focus.ts';
import { PostFacts } from './post-facts.tsx';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** Units shown at once to choose from. */
const shownUnits = 60;

/** A unit to stand there: those that could by their specialty, as they are found by name. */
const ChooseUnit = ({ bar, onDone }: { bar: Bar; onDone: () => void }) => {
  const { board, edit } = useBoard();
  const say = useWords(editWords);
  const roster = useWords(rosterWords);
  const partyName = usePartyName();
  const [text, setText] = useState('');
  const { specialty } = bar.post.requirement;
  const found = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const isFound = ({ name, id, party }: Unit): boolean =>
      `${name ?? id} ${partyName(party)}`.toLocaleLowerCase().includes(wanted);
    return board.plan.units
      .filter((unit) => unit.specialties.includes(specialty) && isFound(unit))
      .slice(0, shownUnits);
  }, [board, text, specialty, partyName]);
  return (
    <Stack gap="xs">
      <TextInput
        label={say('choose')}
        placeholder={roster('find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.unitList}>
        {found.map((unit) => (
          <button
            key={unit.id}
            type="button"
            onClick={() => {
              edit({ kind: 'place', post: bar.post.id, seat: bar.seat, unit: unit.id, reason: '' });
              onDone();
            }}
          >
            <bdi>{unit.name ?? unit.id}</bdi>
            <Text span size="xs" c="dimmed">
              <bdi>{partyName(unit.party)}</bdi>
            </Text>
          </button>
        ))}
        {found.length === 0 && (
          <Text size="sm" p="sm" c="dimmed">
            {roster('nothingFound')}
          </Text>
        )}
      </div>
    </Stack>
  );
};

const StandingItems = ({ bar, unit }: { bar: Bar; unit: Unit }) => {
  const { edit, beginSwap, choose } = useBoard();
  const say = useWords(editWords);
  const { post, seat, isPinned } = bar;
  const on = { unit: unit.id, post: post.id };
  return (
    <>
      <Menu.Item
        onClick={() => {
          beginSwap(bar);
          choose(null);
        }}
      >
        {say('swap')}
      </Menu.Item>
      <Menu.Item
        onClick={() => edit(isPinned ? { kind: 'unpin', ...on } : { kind: 'pin', ...on, reason: '' })}
      >
        {say(isPinned ? 'unpin' : 'pin')}
      </Menu.Item>
      <Menu.Item onClick={() => edit({ kind: 'unassign', post: post.id, seat })}>{say('unassign')}</Menu.Item>
      <Menu.Item onClick={() => edit({ kind: 'forbid', ...on, reason: '' })}>{say('forbid')}</Menu.Item>
    </>
  );
};

/** Of a unit that stands; an empty seat has its buttons below. */
const SeatMenu = ({ bar, unit, onChoose }: { bar: Bar; unit: Unit; onChoose: () => void }) => {
  const say = useWords(editWords);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={say('seat', { seat: bar.seat + 1 })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChoose}>{say('replace')}</Menu.Item>
        <StandingItems bar={bar} unit={unit} />
      </Menu.Dropdown>
    </Menu>
  );
};

const SwapHere = ({ bar }: { bar: Bar }) => {
  const { mayEdit, swapping, edit, beginSwap } = useBoard();
  const say = useWords(editWords);
  if (!mayEdit || swapping === null || swapping.key === bar.key) return null;
  const swap = (): void => {
    const one = { post: swapping.post.id, seat: swapping.seat };
    edit({ kind: 'swap', one, other: { post: bar.post.id, seat: bar.seat }, reason: '' });
    beginSwap(null);
  };
  return (
    <Button size="compact-sm" onClick={swap}>
      {say('swapHere')}
    </Button>
  );
};

const Occupant = ({ bar }: { bar: Bar }) => {
  const say = useWords(editWords);
  const roster = useWords(rosterWords);
  const partyName = usePartyName();
  const { unit } = bar;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {say('seat', { seat: bar.seat + 1 })}
      </Text>
      <Text fw={600}>{unit === null ? roster('empty') : <bdi>{unit.name ?? unit.id}</bdi>}</Text>
      {unit !== null && (
        <Text size="sm" c="dimmed">
          <bdi>{partyName(unit.party)}</bdi>
        </Text>
      )}
    </div>
  );
};

/** What of the post a unit leaves open that is there for a part of it. */
const Gap = ({ bar: { post, unit, from, to } }: { bar: Bar }) => {
  const say = useWords(explainWords);
  const times = useTimes();
  const { exact } = useFigures();
  const [begins, ends] = [Date.parse(post.from), Date.parse(post.to)];
  const gaps = [
    [begins, from],
    [to, ends],
  ] as const;
  if (unit === null) return null;
  return gaps
    .filter(([start, end]) => start < end)
    .map(([start, end]) => (
      <Text key={start} size="sm" c="red">
        {say('gap', { open: times.clocks(start, end), time: exact((end - start) / 60_000) })}
      </Text>
    ));
};

const Seat = ({ bar }: { bar: Bar }) => {
  const { mayEdit } = useBoard();
  const say = useWords(editWords);
  const [isChoosing, setChoosing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { unit } = bar;
  return (
    <Stack gap="xs" className={styles.seat}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Occupant bar={bar} />
        {mayEdit && unit !== null && <SeatMenu bar={bar} unit={unit} onChoose={() => setChoosing(true)} />}
      </Group>
      <Gap bar={bar} />
      {(bar.isPinned || bar.isOverridden) && (
        <Group gap="xs">
          {bar.isPinned && <Badge variant="light">{say('pinned')}</Badge>}
          {bar.isOverridden && <Badge variant="default">{say('overridden')}</Badge>}
        </Group>
      )}
      {isChoosing && <ChooseUnit bar={bar} onDone={() => setChoosing(false)} />}
      <Group gap="xs">
        <SwapHere bar={bar} />
        {mayEdit && unit === null && !isChoosing && (
          <Button size="compact-sm" variant="default" onClick={() => setChoosing(true)}>
            {say('place')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isAsking}
          onClick={() => setAsking(!isAsking)}
        >
          {say(unit === null ? 'whyUncovered' : 'whyUnit')}
        </Button>
      </Group>
      {isAsking && <Explanation bar={bar} />}
    </Stack>
  );
};

/** The chosen post, beside the board. */
export const PostPanel = () => {
  const { board, chosen, choose } = useBoard();
  const say = useWords(editWords);
  if (chosen === null) return null;
  const { post } = chosen;
  const isChosen = (bar: Bar): boolean => bar.key === chosen.key;
  // What was clicked first, then what is still to be filled.
  const seats = board.bars
    .filter((bar) => bar.post.id === post.id)
    .toSorted(
      (one, other) =>
        Number(isChosen(other)) - Number(isChosen(one)) ||
        Number(other.unit === null) - Number(one.unit === null),
    );
  return (
    <Drawer
      opened
      onClose={() => {
        choose(null);
        focusBar(chosen.key);
      }}
      position="right"
      title={<bdi>{board.placeName(post.place)}</bdi>}
      closeButtonProps={{ 'aria-label': say('close') }}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      returnFocus={false}
      size="25rem"
      transitionProps={{ duration: 0 }}
    >
      <Stack {...panelMark}>
        <PostFacts post={post} />
        {seats.map((bar) => (
          <Seat key={bar.key} bar={bar} />
        ))}
      </Stack>
    </Drawer>
  );
};
