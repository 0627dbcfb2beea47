/** A venue by its name and code: two may have the same name. */
import { Text } from '@mantine/core';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { Name } from '../../kit/name.tsx';
import { useNameOf } from './names.ts';

export const VenueName = ({ venue }: { venue: Pick<Venue, 'name' | 'code'> }) => {
  const nameOf = useNameOf();
  return (
    <>
      <Name>{nameOf(venue.name)}</Name>{' '}
      <Text span size="sm" c="dimmed">
        <bdi>{venue.code}</bdi>
      </Text>
    </>
  );
};
