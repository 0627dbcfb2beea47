import { Badge, Button, Group, Text } from '@mantine/core';
import { IconFileDescription, IconFilePlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Due, ProductKind, SitrepRow } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { wallTimeOf } from '../../../../server/kernel/zone.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { useDates, useZoneName } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { More } from '../../../kit/more.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useMe } from '../../parties/session.ts';
import { AssembleForm } from './assemble-form.tsx';
import { Period, StateBadge, useCircleName } from './parts.tsx';
import { useDueToday, useSitreps } from './queries.ts';
import styles from './sitrep.module.css';
import { mayAssembleHere } from './sitrep-roles.ts';
import { sitrepWords } from './sitrep-words.ts';

interface ProductNeeds {
  readonly due: Due[number];
  readonly timeZone: string;
  readonly onAssemble: ((product: ProductKind) => void) | null;
}

const Product = ({ due: { product, dueAt, sitreps }, timeZone, onAssemble }: ProductNeeds) => {
  const say = useWords(sitrepWords);
  const circleName = useCircleName();
  const isLate = sitreps.every(({ state }) => state !== 'sent') && Date.parse(dueAt) < Date.now();
  return (
    <section className={styles.product} aria-label={say(`product-${product}`)}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{say(`product-${product}`)}</Text>
        <Badge variant="light" color={isLate ? 'red' : undefined} tt="none">
          {isLate ? say('late') : say('dueAt', { time: wallTimeOf(timeZone, dueAt).time })}
        </Badge>
      </Group>
      {sitreps.length === 0 ? (
        <Text size="sm" c="dimmed" mt={6}>
          {say('notYet')}
        </Text>
      ) : (
        <ul className={styles.made}>
          {sitreps.map((sitrep) => (
            <li key={sitrep.id}>
              <TextLink to="/watch/sitreps/$id" params={{ id: sitrep.id }}>
                <bdi>{circleName(sitrep.circle)}</bdi>
              </TextLink>
              <StateBadge sitrep={sitrep} />
            </li>
          ))}
        </ul>
      )}
      {onAssemble && (
        <Button mt="sm" size="compact-sm" variant="default" onClick={() => onAssemble(product)}>
          {say('assemble')}
        </Button>
      )}
    </section>
  );
};

const useColumns = (): readonly Column<SitrepRow>[] => {
  const say = useWords(sitrepWords);
  const dates = useDates();
  const circleName = useCircleName();
  return useMemo(
    () => [
      {
        key: 'product',
        header: say('product'),
        main: true,
        cell: ({ product, version }) => (
          <>
            {say(`product-${product}`)}
            {version > 1 && ` · ${say('version', { version: String(version) })}`}
          </>
        ),
      },
      { key: 'circle', header: say('circle'), cell: ({ circle }) => <Name>{circleName(circle)}</Name> },
      {
        key: 'period',
        header: dates.heading(say('period')),
        cell: (sitrep) => <Period sitrep={sitrep} />,
      },
      { key: 'label', header: say('label'), cell: ({ marking }) => <TlpLabel tlp={marking.tlp} /> },
      { key: 'state', header: say('state'), cell: (sitrep) => <StateBadge sitrep={sitrep} /> },
    ],
    [say, dates, circleName],
  );
};

const List = ({ rows }: { rows: readonly SitrepRow[] }) => {
  const say = useWords(sitrepWords);
  const navigate = useNavigate();
  return (
    <DataTable
      label={say('sitreps')}
      columns={useColumns()}
      rows={rows}
      keyOf={({ id }) => id}
      isStrong={({ state }) => state === 'draft'}
      onOpen={({ id }) => void navigate({ to: '/watch/sitreps/$id', params: { id } })}
    />
  );
};

/** The products of the day by the centre's clock, and where each stands. */
const Today = ({ timeZone, onAssemble }: Pick<ProductNeeds, 'timeZone' | 'onAssemble'>) => {
  const say = useWords(sitrepWords);
  const zoneName = useZoneName();
  const due = useDueToday();
  return (
    <>
      <Text size="sm" c="dimmed">
        {`${say('today')} · ${say('zone', { zone: zoneName(timeZone) })}`}
      </Text>
      <div className={styles.due}>
        {due.data?.map((one) => (
          <Product key={one.product} due={one} timeZone={timeZone} onAssemble={onAssemble} />
        ))}
      </div>
    </>
  );
};

const Empty = ({ may }: { may: boolean }) => {
  const say = useWords(sitrepWords);
  const teach = say(may ? 'emptyTeach' : 'emptyRead');
  return <EmptyState icon={IconFileDescription} title={say('empty')} teach={teach} />;
};

/** Situation reports: what is due today and where it stands, and all that were made. */
export const SitrepsScreen = () => {
  const say = useWords(sitrepWords);
  const me = useMe();
  const query = useSitreps();
  const [asked, setAsked] = useState<ProductKind | null>(null);
  const may = mayAssembleHere(me.role) && !me.guest;
  const timeZone = query.data?.pages[0]?.timeZone;
  return (
    <Page
      title={say('sitreps')}
      teach={say('teach')}
      actions={
        may &&
        !asked && (
          <Button leftSection={<IconFilePlus size={18} aria-hidden />} onClick={() => setAsked('daily')}>
            {say('assemble')}
          </Button>
        )
      }
    >
      {asked !== null && <AssembleForm key={asked} first={asked} onDone={() => setAsked(null)} />}
      {timeZone !== undefined && <Today timeZone={timeZone} onAssemble={may ? setAsked : null} />}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length > 0 ? <List rows={rows} /> : <Empty may={may} />;
        }}
      </Loaded>
      <More query={query} />
    </Page>
  );
};
