/** What a target is called: the place, the day, and the title of a session. */
import { Stack, Text } from '@mantine/core';
import type { TargetNames } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { useNameOf } from '../names.ts';

export const TargetName = ({
  event,
  target,
  names,
}: {
  event: string;
  target: string;
  names: TargetNames;
}) => {
  const nameIn = useNameOf();
  const dates = useDates();
  const named = names[target];
  const name = named === undefined ? '' : nameIn(named.name);
  const title = named?.title ?? null;
  return (
    <Stack gap={0}>
      <TextLink to="/events/$event/risk/$target" params={{ event, target }} fw={600}>
        <bdi>{title ?? (name === '' ? target.slice(0, 16) : name)}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed">
        {title !== null && name !== '' && <bdi>{name}</bdi>}
        {title !== null && name !== '' && named?.day != null && ' · '}
        {named?.day != null && <bdi>{dates.day(named.day)}</bdi>}
      </Text>
    </Stack>
  );
};
