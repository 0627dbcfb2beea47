import { Badge, Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload, IconListSearch, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Access, AccessPage, Tally } from '../../../server/capabilities/oversight/accesses/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { AccessFilterBar } from './access-filter-bar.tsx';
import type { AccessFilters } from './filters.ts';
import { ItemLife } from './item-life.tsx';
import { shortId, useActorName, useRoleName, useVerbName } from './names.ts';
import styles from './oversight.module.css';
import { accessExportPath, useAccesses, useTally } from './queries.ts';
import { oversightWords } from './words.ts';

type Contexts = ReadonlyMap<string, AccessPage['contexts'][number]>;

const Why = ({ access, contexts }: { access: Access; contexts: Contexts }) => {
  const say = useWords(oversightWords);
  if (access.context === null) return access.personal ? say('noReason') : null;
  const context = contexts.get(access.context);
  if (!context)
    return (
      <Text size="sm" c="dimmed" span>
        {say('reasonForgotten')}
      </Text>
    );
  return (
    <span>
      <bdi>{context.reason}</bdi>
      {context.reference && (
        <span className={styles.reference}>
          <bdi>{context.reference}</bdi>
        </span>
      )}
    </span>
  );
};

const Who = ({ access }: { access: Access }) => {
  const actorName = useActorName();
  const roleName = useRoleName();
  return (
    <span className={styles.stacked}>
      <Name>{actorName(access.actor)}</Name>
      <Text size="xs" c="dimmed" span>
        {roleName(access.role)}
      </Text>
    </span>
  );
};

const What = ({ access }: { access: Access }) => {
  const say = useWords(oversightWords);
  const verbName = useVerbName();
  return (
    <Group gap={6} component="span">
      <span>{verbName(access.verb) ?? <Code dir="ltr">{access.verb}</Code>}</span>
      {access.outcome === 'refused' && (
        <Badge color="red" variant="light">
          {say('refused')}
        </Badge>
      )}
      {access.personal && <Badge variant="light">{say('personal')}</Badge>}
    </Group>
  );
};

const ToWhom = ({ access }: { access: Access }) => {
  const partyName = usePartyName();
  if (access.disclosedTo.length === 0) return null;
  return (
    <span className={styles.stacked}>
      {access.disclosedTo.map((party) => (
        <Name key={party}>{partyName(party)}</Name>
      ))}
    </span>
  );
};

/** Of what a list or a search showed, so many are named in its row. */
const itemsNamed = 3;

const ItemCell = ({ access, onItem }: { access: Access; onItem: (id: string) => void }) => {
  const about = access.subject?.startsWith('grouping--') ? [access.subject] : [];
  const items = [...new Set([...about, ...access.items])];
  if (items.length === 0) return null;
  const left = items.length - itemsNamed;
  return (
    <Group gap={4} component="span">
      {items.slice(0, itemsNamed).map((item) => (
        <button key={item} type="button" className={styles.item} onClick={() => onItem(item)}>
          <bdi dir="ltr">{shortId(item)}</bdi>
        </button>
      ))}
      {left > 0 && <bdi dir="ltr">+{left}</bdi>}
    </Group>
  );
};

const useColumns = (contexts: Contexts, onItem: (id: string) => void): readonly Column<Access>[] => {
  const say = useWords(oversightWords);
  const { heading } = useDates();
  return useMemo(
    () => [
      { key: 'when', header: heading(say('when')), cell: (row) => <Moment at={row.at} brief /> },
      { key: 'who', header: say('who'), cell: (row) => <Who access={row} /> },
      { key: 'what', header: say('what'), main: true, cell: (row) => <What access={row} /> },
      { key: 'item', header: say('item'), cell: (row) => <ItemCell access={row} onItem={onItem} /> },
      { key: 'why', header: say('why'), cell: (row) => <Why access={row} contexts={contexts} /> },
      { key: 'toWhom', header: say('toWhom'), cell: (row) => <ToWhom access={row} /> },
    ],
    [say, heading, contexts, onItem],
  );
};

const tallied = [
  'consultations',
  'personal',
  'disclosures',
  'refusals',
  'outOfHours',
  'manyItems',
] as const satisfies readonly (keyof Tally)[];

const TallyCards = () => {
  const say = useWords(oversightWords);
  const { timeZone } = usePreferences();
  const tally = useTally(1, timeZone).data;
  if (!tally) return null;
  return (
    <section aria-labelledby="tally-title" className={styles.tally}>
      <Text fw={600} size="sm" id="tally-title">
        {say('tallyTitle')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {say('tallyTeach')}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
        {tallied.map((name) => (
          <div key={name} className={styles.count}>
            <span className={styles.number}>{tally[name]}</span>
            <span>{say(`tally-${name}`)}</span>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
};

const Head = ({ head }: { head: AccessPage['head'] }) => {
  const say = useWords(oversightWords);
  return (
    <footer className={styles.head}>
      <Text size="xs" c="dimmed">
        {say('head', { size: head.size, hash: `\u2068${head.rootHash}\u2069` })}
      </Text>
      <Code block dir="ltr" className={styles.signature}>{`${head.at}\n${head.signature}`}</Code>
    </footer>
  );
};

const AccessList = ({ filters, onItem }: { filters: AccessFilters; onItem: (id: string) => void }) => {
  const say = useWords(oversightWords);
  const query = useAccesses(filters);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const contexts = useMemo(
    () => new Map(query.data?.pages.flatMap((page) => page.contexts).map((one) => [one.id, one])),
    [query.data],
  );
  const columns = useColumns(contexts, onItem);
  const head = query.data?.pages[0]?.head;
  return (
    <Loaded query={query}>
      {() =>
        rows.length === 0 ? (
          <EmptyState icon={IconListSearch} title={say('emptyAccesses')} teach={say('emptyAccessesTeach')} />
        ) : (
          <Stack>
            <DataTable
              label={say('accesses')}
              columns={columns}
              rows={rows}
              keyOf={(row) => String(row.seq)}
            />
            <More query={query} className={styles.screenOnly} />
            {head && <Head head={head} />}
          </Stack>
        )
      }
    </Loaded>
  );
};

/** Who saw what, when, why, and to whom it was disclosed: for the data protection officer. */
export const AccessesScreen = () => {
  const say = useWords(oversightWords);
  const filters = useSearch({ from: '/oversight/accesses' });
  const navigate = useNavigate();
  const change = (next: AccessFilters): void =>
    void navigate({ to: '/oversight/accesses', search: next, replace: true });
  const { item } = filters;
  return (
    <Page
      title={say('accesses')}
      teach={say('accessesTeach')}
      actions={
        <Group gap="xs" className={styles.screenOnly}>
          <Button
            component="a"
            href={accessExportPath(filters)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {say('csv')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {say('print')}
          </Button>
        </Group>
      }
    >
      {item === undefined && <TallyCards />}
      <AccessFilterBar filters={filters} onChange={change} />
      {item !== undefined && <ItemLife id={item} />}
      <AccessList filters={filters} onItem={(id) => change({ item: id })} />
    </Page>
  );
};
