/** Why a post is uncovered and what would help; why those who stand there do. */
import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { Explanation as Explained } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { askedFor } from './asked-for.ts';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { useFigures } from './figures.ts';
import { RuleName } from './override-dialog.tsx';
import { mayPlan } from './places.ts';
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

type OneRemedy = NonNullable<Explained['open']>['remedies'][number];

/** Asking partners for more: what it would cover, who has such units, and the way to an ask of it. */
const AskRemedy = ({ remedy, bar }: { remedy: OneRemedy & { kind: 'ask' }; bar: Bar }) => {
  const say = useWords(editWords);
  const partyName = usePartyName();
  const { role } = useMe();
  const { time } = useFigures();
  const { board, draft } = useBoard();
  const gain = say('gain', { time: time(remedy.minutes) });
  const wanted = `${say('askFor', { count: remedy.quantity })} · ${gain}`;
  return (
    <>
      {wanted}
      {remedy.parties.length > 0 && (
        <Text span size="xs" c="dimmed">
          <bdi>{` ${remedy.parties.map(partyName).join(' · ')}`}</bdi>
        </Text>
      )}
      {mayPlan(role) && (
        <div>
          <TextLink
            size="sm"
            to="/assistance/compose"
            search={askedFor(board, draft.event, bar.post, remedy)}
          >
            {say('draftAsk')}
          </TextLink>
        </div>
      )}
    </>
  );
};

const Remedy = ({ remedy, bar }: { remedy: OneRemedy; bar: Bar }) => {
  const say = useWords(editWords);
  if (remedy.kind === 'ask') return <AskRemedy remedy={remedy} bar={bar} />;
  return (
    <>
      {say(remedy.minutes < 0 ? 'moveEarlier' : 'moveLater', { minutes: Math.abs(remedy.minutes) })}
      {' · '}
      <Unit id={remedy.unit} />
    </>
  );
};

/** Rules that leave fewer than the one before, to the first that leaves nobody. */
const narrowing = (remaining: NonNullable<Explained['open']>['remaining']) =>
  remaining.filter(({ left }, at) => at === 0 || left < (remaining[at - 1]?.left ?? 0));

const Open = ({ open, bar }: { open: NonNullable<Explained['open']>; bar: Bar }) => {
  const say = useWords(editWords);
  const { time } = useFigures();
  // Whoever is of another trade is not near.
  const near = open.nearMisses.filter(({ rule }) => rule !== 'specialty');
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Title>{say('binding')}</Title>
        <Badge color="red" variant="light">
          <RuleName rule={open.binding} />
        </Badge>
      </Group>
      <List size="sm">
        {narrowing(open.remaining).map(({ rule, left }) => (
          <List.Item key={`${rule} ${left}`}>
            <RuleName rule={rule} />
            {' : '}
            {say('remain', { count: left })}
          </List.Item>
        ))}
      </List>
      {near.length + open.parts.length > 0 && <Title>{say('nearMiss')}</Title>}
      <List size="sm">
        {near.map(({ unit, rule }) => (
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
            {say('partly', { time: time(openMinutes) })}
          </List.Item>
        ))}
      </List>
      {open.remedies.length > 0 && <Title>{say('remedies')}</Title>}
      <List size="sm">
        {open.remedies.map((remedy) => (
          <List.Item key={JSON.stringify(remedy)}>
            <Remedy remedy={remedy} bar={bar} />
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
