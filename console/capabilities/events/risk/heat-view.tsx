/** Levels over venues and days, and of routes and other places. */
import { Alert, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMap2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ProtectedObject } from '../../../../server/capabilities/events/place-contract.ts';
import { type HazardName, rankOf, targetKey } from '../../../../server/capabilities/events/risk/contract.ts';
import type { Heat } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink, TextLink } from '../../../kit/links.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useNameOf } from '../names.ts';
import { useObjects, useVenues } from '../queries.ts';
import { HazardChoice } from './hazard-choice.tsx';
import { mapOf } from './heat.ts';
import { HeatDays } from './heat-days.tsx';
import { HeatGrid } from './heat-grid.tsx';
import { Legend, LevelMark } from './level-mark.tsx';
import { useHeat } from './queries.ts';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';

/** 62em is 992 px: below it, days across are too many. */
const narrow = '(max-width: 62em)';

const Objects = ({
  event,
  heat,
  objects,
}: {
  event: string;
  heat: Heat;
  objects: readonly ProtectedObject[];
}) => {
  const say = useWords(riskWords);
  const nameIn = useNameOf();
  const levels = new Map(heat.objects.map((one) => [one.object, one]));
  const rows = objects
    .filter(({ state }) => state === 'in-use')
    .map((object) => ({ object, level: levels.get(object.id)?.level ?? null, at: levels.get(object.id) }))
    .sort((one, other) => rankOf(other.level) - rankOf(one.level));
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('objects')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
        {rows.map(({ object, level, at }) => (
          <div key={object.id} className={styles.row}>
            <span>
              <TextLink
                to="/events/$event/risk/$target"
                params={{ event, target: targetKey({ kind: 'object', object: object.id }) }}
                fw={600}
              >
                <bdi>{nameIn(object.name)}</bdi>
              </TextLink>
              {(at?.overdue ?? 0) > 0 && (
                <Text size="sm" c="dimmed">
                  {say('overdue', { count: at?.overdue ?? 0 })}
                </Text>
              )}
            </span>
            <LevelMark level={level} />
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
};

const LevelMap = ({ event, heat }: { event: string; heat: Heat }) => {
  const say = useWords(riskWords);
  const nameIn = useNameOf();
  const navigate = useNavigate();
  const { locale } = useReading();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const { data } = useVenues(event);
  const map = useMemo(() => {
    const names = Object.fromEntries((data?.items ?? []).map(({ id, name }) => [id, nameIn(name)]));
    return mapOf(heat, (venue) => names[venue] ?? '…', new Intl.Collator(locale).compare);
  }, [heat, data, nameIn, locale]);
  const open = useCallback(
    (venue: string, day: string) => {
      const target = targetKey({ kind: 'venue-day', venue, day });
      void navigate({ to: '/events/$event/risk/$target', params: { event, target } });
    },
    [navigate, event],
  );
  if (map.rows.length === 0)
    return <EmptyState icon={IconMap2} title={say('emptyMap')} teach={say('emptyMapTeach')} />;
  const isBlank = heat.cells.every(({ level }) => level === null);
  return (
    <Stack gap="sm">
      {isBlank && (
        <Alert>
          <Group justify="space-between">
            <Text size="sm">{say('nothingAssessed')}</Text>
            <ButtonLink
              size="compact-sm"
              variant="default"
              to="/events/$event/risk"
              params={{ event }}
              search={{ view: 'proposals' }}
            >
              {say('toProposals')}
            </ButtonLink>
          </Group>
        </Alert>
      )}
      {isNarrow ? <HeatDays map={map} onOpen={open} /> : <HeatGrid map={map} onOpen={open} />}
    </Stack>
  );
};

export const HeatView = ({ event }: { event: string }) => {
  const [hazard, setHazard] = useState<HazardName | undefined>(undefined);
  const query = useHeat(event, hazard);
  const objects = useObjects(event).data?.items ?? [];
  return (
    <Stack gap="md">
      <Group align="flex-end" justify="space-between" gap="sm">
        <HazardChoice value={hazard} onChange={setHazard} />
        <Legend />
      </Group>
      <Loaded query={query}>
        {(heat) => (
          <>
            <LevelMap event={event} heat={heat} />
            <Objects event={event} heat={heat} objects={objects} />
          </>
        )}
      </Loaded>
    </Stack>
  );
};
