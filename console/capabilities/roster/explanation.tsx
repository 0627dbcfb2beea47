/** Why a post is uncovered and what would help; why those who stand there do. */
import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Explanation as Explained } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { explainWords } from './explain-words.ts';
import { useFigures } from './figures.ts';
import { RuleName } from './override-dialog.tsx';
import styles from './panel.module.css';
import { useEventName, useExplanation } from './queries.ts';
import { Remedies } from './remedies.tsx';
import { useTimes } from './times.ts';

const minuteMs = 60_000;

const Unit = ({ id }: { id: string }) => {
  const { board } = useBoard();
  return <bdi>{board.units.get(id)?.name ?? id}</bdi>;
};

const Title = ({ children }: { children: string }) => (
  <Text size="sm" fw={600}>
    {children}
  </Text>
);

type OpenPost = NonNullable<Explained['open']>;

/** Rules that leave fewer than the one before, with how many each takes. */
const narrowing = (all: number, remaining: OpenPost['remaining']) =>
  remaining
    .map(({ rule, left }, at) => ({ rule, left, gone: (remaining[at - 1]?.left ?? all) - left }))
    .filter(({ gone }) => gone > 0);

const Remaining = ({ open, post }: { open: OpenPost; post: Bar['post'] }) => {
  const { board } = useBoard();
  const say = useWords(explainWords);
  const { count } = useFigures();
  const standing = board.bars.filter((bar) => bar.post.id === post.id && bar.unit !== null).length;
  const all = board.plan.units.length - standing;
  return (
    <>
      <Title>{say('remaining')}</Title>
      <dl className={styles.remaining}>
        <dt>{say('allUnits')}</dt>
        <dd>{count(board.plan.units.length)}</dd>
        {standing > 0 && (
          <>
            <dt>
              {say('alreadyHere')}
              <Text span size="xs" c="dimmed">
                {' '}
                <bdi>{`−${count(standing)}`}</bdi>
              </Text>
            </dt>
            <dd>{count(all)}</dd>
          </>
        )}
        {narrowing(all, open.remaining).map(({ rule, left, gone }) => (
          <Fragment key={`${rule} ${left}`}>
            <dt>
              <RuleName rule={rule} />
              <Text span size="xs" c="dimmed">
                {' '}
                <bdi>{`−${count(gone)}`}</bdi>
              </Text>
            </dt>
            <dd>{left === 0 ? say('noneLeft') : count(left)}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
};

/** Which duty in another event keeps the unit from the post. */
const useEngagement = (post: Bar['post']) => {
  const { board } = useBoard();
  const say = useWords(explainWords);
  const times = useTimes();
  const nameOf = useEventName();
  return (unit: string): string => {
    const found = board.units.get(unit)?.engaged?.find(({ from, to }) => from < post.to && post.from < to);
    if (found === undefined) return '';
    const { event, from, to } = found;
    const name = (event === undefined ? null : nameOf(event)) ?? say('otherEvent');
    return say('engagedIn', { event: name, when: times.span(Date.parse(from), Date.parse(to)) });
  };
};

/** Who could hold a part of it, and exactly what would stay open. */
const usePart = (post: Bar['post']) => {
  const say = useWords(explainWords);
  const times = useTimes();
  const { exact } = useFigures();
  const [from, to] = [Date.parse(post.from), Date.parse(post.to)];
  return ({ late, early }: OpenPost['parts'][number]): string => {
    const [begins, ends] = [from + late * minuteMs, to - early * minuteMs];
    const open = late > 0 ? times.clocks(from, begins) : times.clocks(ends, to);
    return say('partHeld', { held: times.clocks(begins, ends), open, time: exact(late + early) });
  };
};

const Near = ({ open, post }: { open: OpenPost; post: Bar['post'] }) => {
  const { board } = useBoard();
  const say = useWords(explainWords);
  const edit = useWords(editWords);
  const times = useTimes();
  const engagementOf = useEngagement(post);
  const partOf = usePart(post);
  const besideOf = (id: string): string => {
    const other = board.posts.get(id);
    if (other === undefined) return '';
    const when = times.span(Date.parse(other.from), Date.parse(other.to));
    return say('beside', { post: `${board.placeName(other.place)} · ${when}` });
  };
  // Whoever is of another trade is not near.
  const near = open.nearMisses.filter(({ rule }) => rule !== 'specialty');
  const units = [...new Set([...near, ...open.parts].map(({ unit }) => unit))];
  if (units.length === 0) return null;
  const whyOf = ({ unit, rule, beside }: (typeof near)[number]): string =>
    rule === 'engaged' ? engagementOf(unit) : beside === null ? '' : besideOf(beside);
  return (
    <>
      <Title>{edit('nearMiss')}</Title>
      <List size="sm">
        {units.map((unit) => {
          const miss = near.find((one) => one.unit === unit);
          const part = open.parts.find((one) => one.unit === unit);
          return (
            <List.Item key={unit}>
              <Unit id={unit} />
              {miss !== undefined && (
                <>
                  {' · '}
                  <RuleName rule={miss.rule} />
                  <Text size="xs" c="dimmed">
                    {whyOf(miss)}
                  </Text>
                </>
              )}
              {part !== undefined && <Text size="xs">{partOf(part)}</Text>}
            </List.Item>
          );
        })}
      </List>
    </>
  );
};

/** Whom a search or a hand would only have to put there. */
const FreeNow = ({ units }: { units: readonly string[] }) => {
  const { board } = useBoard();
  const say = useWords(explainWords);
  const names = units.map((unit) => board.units.get(unit)?.name ?? unit);
  return units.length === 0 ? null : <Text size="sm">{say('freeNow', { units: names.join(' · ') })}</Text>;
};

const Open = ({ open, bar }: { open: OpenPost; bar: Bar }) => {
  const say = useWords(editWords);
  const { post } = bar;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Title>{say('binding')}</Title>
        <Badge color="red" variant="light">
          <RuleName rule={open.binding} />
        </Badge>
      </Group>
      <Remaining open={open} post={post} />
      <Near open={open} post={post} />
      <Title>{say('remedies')}</Title>
      <FreeNow units={open.free} />
      <Remedies remedies={open.remedies} bar={bar} />
    </Stack>
  );
};

const Why = ({ why }: { why: Explained['why'][number] }) => {
  const say = useWords(editWords);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {say('able', { count: why.able })} · {say('free', { count: why.free })}
      </Text>
      <Text size="sm">{say('rank', { rank: why.rank })}</Text>
      {why.settled !== null && (
        <Text size="sm">
          <bdi>{why.settled}</bdi>
        </Text>
      )}
      <List size="sm">
        {why.others.map(({ unit, rule }) => (
          <List.Item key={unit}>
            <Unit id={unit} />
            {rule !== null && (
              <>
                {' · '}
                <RuleName rule={rule} />
              </>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
};

export const Explanation = ({ bar }: { bar: Bar }) => {
  const { draft } = useBoard();
  const query = useExplanation(draft.id, draft.version, bar.post.id);
  return (
    <Loaded query={query}>
      {({ open, why }) => {
        const own = why.find(({ unit }) => unit === bar.unit?.id);
        if (own !== undefined) return <Why why={own} />;
        return open === null ? null : <Open open={open} bar={bar} />;
      }}
    </Loaded>
  );
};
