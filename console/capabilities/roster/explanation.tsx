/** Why a post is uncovered and what would help; why those who stand there do. */
import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { Explanation as Explained } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { RuleName } from './override-dialog.tsx';
import { useExplanation } from './queries.ts';

const Unit = ({ id }: { id: string }) => {
  const { board } = useBoard();
  return <bdi>{board.units.get(id)?.name ?? id}</bdi>;
};

const Title = ({ children }: { children: string }) => (
  <Text size="sm" fw={600}>
    {children}
  </Text>
);

const Remedy = ({ remedy }: { remedy: NonNullable<Explained['open']>['remedies'][number] }) => {
  const say = useWords(editWords);
  const partyName = usePartyName();
  if (remedy.kind === 'move')
    return (
      <>
        {say(remedy.minutes < 0 ? 'moveEarlier' : 'moveLater', { minutes: Math.abs(remedy.minutes) })}
        {' · '}
        <Unit id={remedy.unit} />
      </>
    );
  return (
    <>
      {say('askFor', { count: remedy.quantity })}
      {' · '}
      {say('gain', { minutes: Math.round(remedy.minutes) })}
      {remedy.parties.length > 0 && (
        <Text span size="xs" c="dimmed">
          <bdi>{` ${remedy.parties.map(partyName).join(' · ')}`}</bdi>
        </Text>
      )}
    </>
  );
};

const Open = ({ open }: { open: NonNullable<Explained['open']> }) => {
  const say = useWords(editWords);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Title>{say('binding')}</Title>
        <Badge color="red" variant="light">
          <RuleName rule={open.binding} />
        </Badge>
      </Group>
      <List size="sm">
        {open.remaining.map(({ rule, left }) => (
          <List.Item key={rule}>
            <RuleName rule={rule} />
            {' : '}
            {say('remain', { count: left })}
          </List.Item>
        ))}
      </List>
      {open.nearMisses.length > 0 && <Title>{say('nearMiss')}</Title>}
      <List size="sm">
        {open.nearMisses.map(({ unit, rule }) => (
          <List.Item key={unit}>
            <Unit id={unit} />
            {' · '}
            <RuleName rule={rule} />
          </List.Item>
        ))}
        {open.parts.map(({ unit, openMinutes }) => (
          <List.Item key={`part ${unit}`}>
            <Unit id={unit} />
            {' · '}
            {say('partly', { minutes: Math.round(openMinutes) })}
          </List.Item>
        ))}
      </List>
      {open.remedies.length > 0 && <Title>{say('remedies')}</Title>}
      <List size="sm">
        {open.remedies.map((remedy) => (
          <List.Item key={JSON.stringify(remedy)}>
            <Remedy remedy={remedy} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
};

const Why = ({ why }: { why: Explained['why'][number] }) => {
  const say = useWords(editWords);
  return (
    <Stack gap="xs">
      <Text size="sm">{say('ableAndFree', { able: why.able, free: why.free })}</Text>
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
        return open === null ? null : <Open open={open} />;
      }}
    </Loaded>
  );
};
