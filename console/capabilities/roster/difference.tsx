/** What differs at one post: who leaves, who comes, what is at another time. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Comparison } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import type { TakenPlan } from './board.ts';
import { replanWords } from './replan-words.ts';
import { useTimes } from './times.ts';

export type PostDifference = Comparison['posts'][number];

/** Names of units and posts of two plans: something may be in one of them alone. */
export interface Naming {
  unit(id: string): string;
  post(id: string): string;
}

export const useNaming = (plans: readonly TakenPlan[], placeName: (place: string) => string): Naming => {
  const times = useTimes();
  const units = new Map(
    plans.flatMap(({ units: those }) => those.map((unit) => [unit.id, unit.name ?? unit.id])),
  );
  const posts = new Map(plans.flatMap(({ posts: those }) => those.map((post) => [post.id, post])));
  return {
    unit: (id) => units.get(id) ?? id,
    post: (id) => {
      const post = posts.get(id);
      if (post === undefined) return id;
      return [placeName(post.place), times.specialty(post), post.name ?? ''].filter(Boolean).join(' · ');
    },
  };
};

const People = ({
  label,
  units,
  naming,
  color,
  mark,
}: {
  label: string;
  units: readonly string[];
  naming: Naming;
  color: string;
  mark?: (unit: string) => string | null;
}) =>
  units.length === 0 ? null : (
    <Group gap={6} align="baseline">
      <Badge variant="light" color={color}>
        {label}
      </Badge>
      {units.map((unit, at) => (
        <Text key={unit} span size="sm">
          <bdi>{naming.unit(unit)}</bdi>
          {mark?.(unit) !== null && mark?.(unit) !== undefined && (
            <Text span size="xs" c="dimmed">{` (${mark(unit)})`}</Text>
          )}
          {at < units.length - 1 && ' ·'}
        </Text>
      ))}
    </Group>
  );

export const DifferenceCard = ({
  difference,
  naming,
  forced = [],
}: {
  difference: PostDifference;
  naming: Naming;
  forced?: readonly string[];
}) => {
  const say = useWords(replanWords);
  const times = useTimes();
  const { before, after, leaves, joins, moved } = difference;
  const span = (side: typeof before): string =>
    side === null ? '' : times.span(Date.parse(side.from), Date.parse(side.to));
  const isMoved = before !== null && after !== null && span(before) !== span(after);
  return (
    <Stack gap={4}>
      <Text fw={600}>
        <bdi>{naming.post(difference.post)}</bdi>
      </Text>
      <Group gap="xs">
        {isMoved && (
          <Text size="sm" td="line-through" c="dimmed">
            <bdi>{span(before)}</bdi>
          </Text>
        )}
        <Text size="sm">
          <bdi>{span(after ?? before)}</bdi>
        </Text>
        {after === null && <Badge color="red">{say('gone')}</Badge>}
        {before === null && <Badge>{say('isNew')}</Badge>}
      </Group>
      <People
        label={say('leaves')}
        units={leaves}
        naming={naming}
        color="red"
        mark={(unit) => (forced.includes(unit) ? say('forced') : null)}
      />
      <People label={say('joins')} units={joins} naming={naming} color="green" />
      <People label={say('moved')} units={moved} naming={naming} color="yellow" />
    </Stack>
  );
};
