import { Badge, Button, Card, Code, CopyButton, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconPencilPlus, IconPlugConnected } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Collections } from '../../../server/capabilities/exchange/taxii/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { kitWords } from '../../kit/words.ts';
import { usePartyName } from '../parties/queries.ts';
import { mayWrite } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { useCollections } from './collections-queries.ts';
import { collectionsWords } from './collections-words.ts';

type System = Collections['systems'][number];

const DrawLink = ({ system }: { system: System }) => {
  const say = useWords(collectionsWords);
  if (system.collection === null || system.fresh === 0) return null;
  return (
    <ButtonLink
      to="/exchange/collections/$id"
      params={{ id: system.collection }}
      size="xs"
      leftSection={<IconPencilPlus size={16} aria-hidden />}
    >
      {say('draw')}
    </ButtonLink>
  );
};

const useColumns = (): readonly Column<System>[] => {
  const say = useWords(collectionsWords);
  const nameOf = usePartyName();
  const { language } = useReading();
  return useMemo(
    () => [
      {
        key: 'system',
        header: say('system'),
        main: true,
        cell: ({ name, nameArabic }) => <Name>{language === 'ar' ? nameArabic : name}</Name>,
      },
      { key: 'service', header: say('service'), cell: ({ party }) => <Name>{nameOf(party)}</Name> },
      {
        key: 'fresh',
        header: say('fresh'),
        cell: ({ fresh }) => (
          <Badge variant={fresh > 0 ? 'filled' : 'light'} tt="none" miw="max-content">
            {say('objects', { count: fresh })}
          </Badge>
        ),
      },
      {
        key: 'total',
        header: say('total'),
        cell: ({ total }) => (
          <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
            {say('objects', { count: total })}
          </Text>
        ),
      },
      {
        key: 'lastAt',
        header: say('lastAt'),
        cell: ({ lastAt }) => (lastAt === null ? say('never') : <Moment at={lastAt} />),
      },
      { key: 'action', header: say('action'), cell: (system) => <DrawLink system={system} /> },
    ],
    [say, nameOf, language],
  );
};

const Systems = ({ systems }: { systems: readonly System[] }) => {
  const say = useWords(collectionsWords);
  const columns = useColumns();
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {say('systems')}
      </Title>
      {systems.length === 0 ? (
        <EmptyState icon={IconPlugConnected} title={say('noSystems')} teach={say('noSystemsTeach')} />
      ) : (
        <DataTable
          label={say('systems')}
          columns={columns}
          rows={systems}
          keyOf={({ name, collection }) => `${name} ${collection}`}
          isStrong={({ fresh }) => fresh > 0}
        />
      )}
    </Stack>
  );
};

/** An address to be taken elsewhere: read from left to right, and copied whole. */
const Address = ({ name, address }: { name: string; address: string }) => {
  const say = useWords(collectionsWords);
  const kit = useWords(kitWords);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Group gap="xs" wrap="nowrap" align="center">
        <Code dir="ltr" style={{ overflowWrap: 'anywhere', flex: 1, fontSize: '0.85rem' }} py={6} px="sm">
          {address}
        </Code>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              aria-label={say('copyAddress', { name })}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {kit(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
};

const Addresses = ({ discovery, apiRoot, collections }: Collections) => {
  const say = useWords(collectionsWords);
  return (
    <Card withBorder>
      <Stack>
        <Title order={2} size="h4">
          {say('addresses')}
        </Title>
        <Address name={say('discovery')} address={discovery} />
        <Address name={say('apiRoot')} address={apiRoot} />
        {collections.map(({ id, kind, address }) => (
          <Address key={id} name={say(`kind-${kind}`)} address={address} />
        ))}
      </Stack>
    </Card>
  );
};

const exampleFor = (address: string): string =>
  [
    'from taxii2client.v21 import Collection',
    `box = Collection("${address}", user="…", password="…")`,
    'print(box.get_objects(limit=100))',
  ].join('\n');

const HowTo = ({ collections, apiRoot }: Collections) => {
  const say = useWords(collectionsWords);
  const address = collections[0]?.address ?? `${apiRoot}collections/…/`;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {say('howTo')}
        </Title>
        <List size="sm" spacing="xs">
          {(['howToAccount', 'howToMisp', 'howToOpencti', 'howToClient'] as const).map((step) => (
            <List.Item key={step}>{say(step)}</List.Item>
          ))}
        </List>
        <Code block dir="ltr" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {exampleFor(address)}
        </Code>
      </Stack>
    </Card>
  );
};

/** What connected systems brought, and where a system of one's own is to be connected. */
export const CollectionsScreen = () => {
  const say = useWords(collectionsWords);
  const { role } = useMe();
  return (
    <Page title={say('title')} teach={say('teach')}>
      <Loaded query={useCollections()}>
        {(found) => (
          <Stack gap="xl" maw="64rem">
            {mayWrite(role) && <Systems systems={found.systems} />}
            <Addresses {...found} />
            <HowTo {...found} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
