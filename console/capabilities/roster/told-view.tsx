/** Who was told what, who has read it, and the links by which units read it. */
import { Anchor, Badge, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { NewLinks, ToldUnit } from '../../../server/capabilities/roster/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { kitWords } from '../../kit/words.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { mayPlan } from './places.ts';
import { paperOf, useMakeLinks, useRevokeLinks, useTold } from './queries.ts';
import styles from './roster.module.css';
import { toldWords } from './told-words.ts';
import { rosterWords } from './words.ts';

/** Rows shown at once: those who have not read come first. */
const shownUnits = 400;

const MadeLinks = ({
  links,
  nameOf,
  onClose,
}: {
  links: NewLinks;
  nameOf: (unit: string) => string;
  onClose: () => void;
}) => {
  const say = useWords(toldWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('made')}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Stack>
        <Text size="sm">{say('madeTeach')}</Text>
        {links.map(({ unit, address }) => (
          <Group key={unit} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={600}>
                <bdi>{nameOf(unit)}</bdi>
              </Text>
              <Code dir="ltr" className={styles.address}>
                {address}
              </Code>
            </div>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" flex="none" onClick={copy}>
                  {say(copied ? 'copied' : 'copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
};

const byUrgency = (one: ToldUnit, other: ToldUnit): number =>
  Number(other.unread > 0) - Number(one.unread > 0) ||
  (one.next ?? '~').localeCompare(other.next ?? '~') ||
  one.name.localeCompare(other.name);

interface LinkVerbs {
  makeFor(units: readonly string[]): void;
  revoke(units: readonly string[]): void;
}

const Acts = ({
  event,
  unit: { unit, link },
  makeFor,
  revoke,
}: LinkVerbs & { event: string; unit: ToldUnit }) => {
  const say = useWords(toldWords);
  const { role } = useMe();
  return (
    <Group gap="xs">
      <Anchor size="sm" href={paperOf(event, unit, 'pdf')}>
        {say('paper')}
      </Anchor>
      <Anchor size="sm" href={paperOf(event, unit, 'ics')}>
        {say('calendar')}
      </Anchor>
      {mayPlan(role) && (
        <Button size="compact-sm" variant="default" onClick={() => makeFor([unit])}>
          {say(link === null ? 'make' : 'renew')}
        </Button>
      )}
      {mayPlan(role) && link !== null && (
        <Button size="compact-sm" variant="default" onClick={() => revoke([unit])}>
          {say('revoke')}
        </Button>
      )}
    </Group>
  );
};

/** Who read what stood before and not what changed since is told apart from who never said a word. */
const Read = ({ unread, unreadCancelled, acknowledgedAt }: ToldUnit) => {
  const say = useWords(toldWords);
  if (acknowledgedAt === null) return <Badge variant="default">{say('notYet')}</Badge>;
  if (unread === 0) return <Moment at={acknowledgedAt} brief />;
  const changes = unread - unreadCancelled;
  return (
    <Stack gap={2} align="flex-start">
      {changes > 0 && <Badge variant="default">{say('unreadOf', { count: changes })}</Badge>}
      {unreadCancelled > 0 && (
        <Badge variant="default">{say('unreadCancelled', { count: unreadCancelled })}</Badge>
      )}
      <Text size="xs" c="dimmed">
        {say('lastRead')} <Moment at={acknowledgedAt} brief />
      </Text>
    </Stack>
  );
};

/** What a row says, and what can be done for a unit. */
const useColumns = (event: string, { makeFor, revoke }: LinkVerbs): readonly Column<ToldUnit>[] => {
  const say = useWords(toldWords);
  const roster = useWords(rosterWords);
  const partyName = usePartyName();
  return [
    { key: 'unit', header: roster('unit'), main: true, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: 'party',
      header: roster('country'),
      cell: ({ party }) => <bdi>{partyName(party)}</bdi>,
    },
    {
      key: 'duties',
      header: roster('duties'),
      cell: ({ duties, suspended }) => (
        <Group gap="xs">
          {duties}
          {suspended > 0 && (
            <Badge color="red" variant="light">
              {say('suspendedOf', { count: suspended })}
            </Badge>
          )}
        </Group>
      ),
    },
    {
      key: 'read',
      header: say('read'),
      cell: (unit) => <Read {...unit} />,
    },
    {
      key: 'link',
      header: say('link'),
      cell: ({ link }) => say(link === null ? 'noLink' : link.openedAt === null ? 'notOpened' : 'opened'),
    },
    {
      key: 'acts',
      header: roster('more'),
      cell: (unit) => <Acts event={event} unit={unit} makeFor={makeFor} revoke={revoke} />,
    },
  ];
};

const Told = ({ event, units }: { event: string; units: readonly ToldUnit[] }) => {
  const say = useWords(toldWords);
  const roster = useWords(rosterWords);
  const { role } = useMe();
  const make = useMakeLinks(event);
  const revoke = useRevokeLinks(event);
  const [made, setMade] = useState<NewLinks | null>(null);
  const rows = units.toSorted(byUrgency).slice(0, shownUnits);
  const unread = units.filter((unit) => unit.unread > 0).length;
  const without = units.filter(({ link }) => link === null).map(({ unit }) => unit);
  const makeFor = (wanted: readonly string[]): void => make.mutate(wanted, { onSuccess: setMade });
  const columns = useColumns(event, { makeFor, revoke: (wanted) => revoke.mutate(wanted) });
  return (
    <Stack>
      <Group justify="space-between">
        <Text fw={600}>{say('waiting', { count: unread })}</Text>
        {mayPlan(role) && without.length > 0 && (
          <Button variant="light" loading={make.isPending} onClick={() => makeFor(without)}>
            {say('makeAll')}
          </Button>
        )}
      </Group>
      {(make.error ?? revoke.error) && <ErrorNotice error={make.error ?? revoke.error} />}
      <DataTable
        label={roster('told')}
        rows={rows}
        keyOf={({ unit }) => unit}
        isStrong={(unit) => unit.unread > 0}
        columns={columns}
      />
      {made !== null && (
        <MadeLinks
          links={made}
          nameOf={(unit) => units.find((one) => one.unit === unit)?.name ?? unit}
          onClose={() => setMade(null)}
        />
      )}
    </Stack>
  );
};

export const ToldView = ({ event }: { event: string }) => {
  const say = useWords(toldWords);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {say('teach')}
      </Text>
      <Loaded query={useTold(event)}>
        {(units) =>
          units.length === 0 ? (
            <EmptyState icon={IconBell} title={say('none')} teach={say('noneTeach')} />
          ) : (
            <Told event={event} units={units} />
          )
        }
      </Loaded>
    </Stack>
  );
};
