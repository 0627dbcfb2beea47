/** Units of the plan that wait to be let come: before anybody is asked for more, these are named already. */
import { List, Stack, Text } from '@mantine/core';
import type { Explanation } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { reasonsWords } from '../assistance/deployment/unit-words.ts';
import { usePartyName } from '../parties/queries.ts';
import type { Board } from './board.ts';
import { useBoard } from './board-context.ts';
import { explainWords } from './explain-words.ts';
import { useFigures } from './figures.ts';

type Remedy = NonNullable<Explanation['open']>['remedies'][number];
type Reason = keyof typeof reasonsWords;

const isReason = (text: string): text is Reason => text in reasonsWords;

/** What is still to be done for a unit: as the register says it, and whether it has a host officer. */
const reasonsOf = ({ notTaskable = '', hostPair }: Board['plan']['units'][number]): readonly Reason[] => [
  ...notTaskable.split(' ').filter(isReason),
  ...(hostPair.kind === 'missing' ? (['no-host-pair'] as const) : []),
];

export const WaitingUnits = ({ remedy }: { remedy: Remedy & { readonly kind: 'prepare' } }) => {
  const say = useWords(explainWords);
  const reason = useWords(reasonsWords);
  const { board } = useBoard();
  const partyName = usePartyName();
  const { exact } = useFigures();
  const units = remedy.units.flatMap((id) => board.units.get(id) ?? []);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {say('namedAlready')}
      </Text>
      <Text size="sm">
        {say('wouldCover', { count: units.length, time: exact(remedy.minutes) })} {say('overAlike')}
      </Text>
      <List size="sm" spacing="xs">
        {units.map((unit) => (
          <List.Item key={unit.id}>
            <TextLink size="sm" to="/assistance/units/$id" params={{ id: unit.id }}>
              <bdi>{unit.name ?? unit.id}</bdi>
            </TextLink>
            <Text size="xs" c="dimmed">
              <bdi>{partyName(unit.party)}</bdi> ·{' '}
              {reasonsOf(unit)
                .map((one) => reason(one))
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
};
