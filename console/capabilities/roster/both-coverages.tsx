/** Coverage on two sides, and where more seats are vacant on the one than on the other. */
import { Group, Paper, Stack, Text } from '@mantine/core';
import type { Comparison, Replan } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useFigures } from './figures.ts';
import { replanWords } from './replan-words.ts';
import { rosterWords } from './words.ts';

/** What the two sides are called. */
export type Sides = Readonly<Record<'before' | 'after', string>>;

const first = 1;

/** A line for each priority that has more or fewer vacant seats than before. */
const Vacancies = ({ before, after }: Comparison['vacant']) => {
  const say = useWords(replanWords);
  const changed = after
    .map((count, at) => ({ priority: at + 1, more: count - (before[at] ?? 0) }))
    .filter(({ more }) => more !== 0);
  if (changed.length === 0) return <Text size="sm">{say('sameVacant')}</Text>;
  return (
    <Stack gap={4}>
      {changed.map(({ priority, more }) => (
        <Text key={priority} size="sm" fw={priority === first ? 600 : 400}>
          {more > 0
            ? say('moreVacant', { priority, count: more })
            : say('fewerVacant', { priority, count: -more })}
        </Text>
      ))}
    </Stack>
  );
};

/** Each side under its name; `bound` is of the second. */
export const BothCoverages = ({
  before,
  after,
  vacant,
  bound = null,
  named,
}: Pick<Comparison, 'before' | 'after' | 'vacant'> & {
  bound?: Replan['bound'];
  named?: Sides | undefined;
}) => {
  const { percent, count } = useFigures();
  const say = useWords(replanWords);
  const roster = useWords(rosterWords);
  return (
    <Stack gap="sm">
      <Group gap="lg" align="stretch">
        {[['before', before] as const, ['after', after] as const].map(([name, side]) => (
          <Paper key={name} withBorder p="sm">
            <Text size="sm" c="dimmed">
              {named === undefined ? say(name) : <bdi>{named[name]}</bdi>}
            </Text>
            <Text fw={600} size="lg">
              <bdi>{percent(side.covered, side.wanted)}</bdi>
            </Text>
            <Text size="sm">
              {roster('seats', { covered: count(side.coveredSeats), wanted: count(side.wantedSeats) })}
            </Text>
            <Text size="sm">{say('vacantFirst', { priority: first, count: vacant[name][0] ?? 0 })}</Text>
            {name === 'after' && bound !== null && (
              <Text size="sm" c="dimmed">
                {roster('bound', { bound: percent(bound.covered, side.wanted) })}
              </Text>
            )}
          </Paper>
        ))}
      </Group>
      <Vacancies before={vacant.before} after={vacant.after} />
    </Stack>
  );
};
