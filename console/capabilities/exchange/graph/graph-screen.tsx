/** What is related to an item or to anything in it: read, expand, filter, print. */
import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAffiliate, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GraphNode } from '../../../../server/capabilities/exchange/graph/contract.ts';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { directionOf, useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { usePartyName, useServices } from '../../parties/queries.ts';
import { ReasonNote } from '../../parties/reason-note.tsx';
import { useMe } from '../../parties/session.ts';
import { stixTypeWords } from '../stix-words.ts';
import styles from './graph.module.css';
import { GraphDrawing } from './graph-drawing.tsx';
import { layoutOf } from './graph-layout.ts';
import { type Asked, type Chart, chartLimits, chartOf, nextAsked } from './graph-model.ts';
import { GraphTable } from './graph-table.tsx';
import { graphWords, relationWords } from './graph-words.ts';
import { useNodeName, useNodeType } from './naming.ts';
import { type GraphFilters, useSteps } from './queries.ts';

interface FilterNeeds {
  readonly filters: GraphFilters;
  readonly onChange: (filters: GraphFilters) => void;
}

/** What can be chosen in each filter, in the reader's words. */
const useOptions = () => {
  const say = useWords(graphWords);
  const typeName = useWords(stixTypeWords);
  const relationName = useWords(relationWords);
  const nameOf = usePartyName();
  const me = useMe();
  const services = useServices().data ?? [];
  const types = keysIn(stixTypeWords).filter((key) => key !== 'relationship');
  const parties = [...new Set([me.party.id, ...services.map(({ id }) => id)])];
  return {
    types: types.map((value) => ({ value, label: value === 'grouping' ? say('item') : typeName(value) })),
    relations: keysIn(relationWords).map((value) => ({ value, label: relationName(value) })),
    services: parties.map((value) => ({ value, label: nameOf(value) })),
  };
};

const keysIn = <Entries extends object>(entries: Entries): (keyof Entries & string)[] =>
  Object.keys(entries).filter((key): key is keyof Entries & string => key in entries);

const Filters = ({ filters, onChange }: FilterNeeds) => {
  const say = useWords(graphWords);
  const options = useOptions();
  const select = (
    name: 'type' | 'relation' | 'service',
    data: readonly { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={say(name)}
      value={filters[name] ?? ''}
      data={[{ value: '', label: say('any') }, ...data]}
      onChange={(event) => onChange({ ...filters, [name]: event.currentTarget.value || undefined })}
    />
  );
  const day = (name: 'from' | 'to', label: 'since' | 'until') => (
    <TextInput
      type="date"
      label={say(label)}
      value={filters[name] ?? ''}
      onChange={(event) => onChange({ ...filters, [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} spacing="xs" className={styles.screenOnly}>
      {select('type', options.types)}
      {select('relation', options.relations)}
      {select('service', options.services)}
      {day('from', 'since')}
      {day('to', 'until')}
    </SimpleGrid>
  );
};

interface DetailNeeds {
  readonly chart: Chart;
  readonly node: string;
  readonly busy: boolean;
  readonly onExpand: (node: string) => void;
}

const Heading = ({ node }: { node: GraphNode }) => {
  const typeOf = useNodeType();
  const nodeName = useNodeName();
  const nameOf = usePartyName();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {typeOf(node)}
        {node.item && (
          <>
            {' · '}
            <Name>{nameOf(node.item.originator)}</Name>
          </>
        )}
      </Text>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        <Name>{nodeName(node)}</Name>
      </Text>
    </div>
  );
};

const Details = ({ chart, node: id, busy, onExpand }: DetailNeeds) => {
  const say = useWords(graphWords);
  const node = chart.nodes.get(id);
  if (node === undefined) return null;
  const left = chart.left.get(id);
  const next = nextAsked(chart, id);
  const label =
    left === undefined || left.more === 0
      ? say('expand')
      : say(left.moreAtLeast ? 'moreThan' : 'more', { count: left.more, least: left.more });
  return (
    <Group className={styles.details} justify="space-between">
      <Heading node={node} />
      <Group gap="xs">
        {next === null ? (
          <Text size="sm" c="dimmed">
            {say('expanded')}
          </Text>
        ) : (
          <Button loading={busy} disabled={chart.isFull} onClick={() => onExpand(id)}>
            {label}
          </Button>
        )}
        <ButtonLink variant="default" to="/exchange/graph" search={{ node: id }}>
          {say('startHere')}
        </ButtonLink>
        {node.item && (
          <ButtonLink variant="default" to="/exchange/items/$id" params={{ id }}>
            {say('openItem')}
          </ButtonLink>
        )}
      </Group>
    </Group>
  );
};

const narrow = '(max-width: 48em)';
const scales = { least: 0.5, most: 2, step: 0.25 } as const;

const Tools = ({ scale, onScale }: { scale: number; onScale: (scale: number) => void }) => {
  const say = useWords(graphWords);
  return (
    <Group gap="xs" className={styles.screenOnly}>
      <Button
        variant="default"
        leftSection={<IconZoomOut size={18} aria-hidden />}
        disabled={scale <= scales.least}
        onClick={() => onScale(scale - scales.step)}
      >
        {say('smaller')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconZoomIn size={18} aria-hidden />}
        disabled={scale >= scales.most}
        onClick={() => onScale(scale + scales.step)}
      >
        {say('larger')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {say('print')}
      </Button>
    </Group>
  );
};

interface ChartNeeds {
  readonly root: string;
  readonly chart: Chart;
  readonly busy: boolean;
  readonly onExpand: (node: string) => void;
}

const ChartView = ({ root, chart, busy, onExpand }: ChartNeeds) => {
  const say = useWords(graphWords);
  const { language } = useReading();
  const [scale, setScale] = useState(1);
  const [chosen, setChosen] = useState(root);
  const isMirrored = directionOf(language) === 'rtl';
  const isUpright = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const layout = useMemo(
    () => layoutOf(chart, root, { isMirrored, isUpright }),
    [chart, root, isMirrored, isUpright],
  );
  const expand = (node: string): void => {
    setChosen(node);
    onExpand(node);
  };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {say('size', { nodes: chart.nodes.size, edges: chart.edges.length })}
          </Text>
          <Text size="sm">{say('carries')}</Text>
          <TlpLabel tlp={chart.tlp} />
        </Group>
        <Tools scale={scale} onScale={setScale} />
      </Group>
      <ReasonNote about="chart" />
      {chart.isFull && <Alert color="yellow">{say('full')}</Alert>}
      <Details chart={chart} node={chosen} busy={busy} onExpand={expand} />
      <GraphDrawing
        chart={chart}
        layout={layout}
        scale={scale}
        chosen={chosen}
        onChoose={setChosen}
        onExpand={expand}
      />
      {chart.edges.length === 0 ? <Text c="dimmed">{say('alone')}</Text> : <GraphTable chart={chart} />}
    </Stack>
  );
};

const Explorer = ({ root }: { root: string }) => {
  const [asked, setAsked] = useState<readonly Asked[]>([{ node: root, cursor: '' }]);
  const [filters, setFilters] = useState<GraphFilters>({});
  const steps = useSteps(asked, filters);
  const answers = steps.flatMap(({ data }) => data ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same times, the same answers
  const chart = useMemo(() => chartOf(answers), [steps.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ')]);
  const [first] = steps;
  const failed = steps.find(({ isError }) => isError);
  const expand = (node: string): void => {
    const next = nextAsked(chart, node);
    if (next === null || chart.isFull || asked.length >= chartLimits.steps) return;
    setAsked((before) =>
      before.some((one) => one.node === next.node && one.cursor === next.cursor) ? before : [...before, next],
    );
  };
  // Another filter is another question: where the pages ended before means nothing under it.
  const filter = (changed: GraphFilters): void => {
    setFilters(changed);
    setAsked((before) => before.filter(({ cursor }) => cursor === ''));
  };
  return (
    <>
      <Filters filters={filters} onChange={filter} />
      {failed && asked.length > 1 && (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {first && (
        <Loaded query={first}>
          {() => (
            <ChartView
              root={root}
              chart={chart}
              busy={steps.some(({ isFetching }) => isFetching)}
              onExpand={expand}
            />
          )}
        </Loaded>
      )}
    </>
  );
};

/** The screen of the chart; what it begins from is in the address. */
export const GraphScreen = () => {
  const say = useWords(graphWords);
  const { node } = useSearch({ from: '/exchange/graph' });
  return (
    <Page title={say('title')} teach={say('teach')}>
      {node ? (
        <Explorer key={node} root={node} />
      ) : (
        <EmptyState icon={IconAffiliate} title={say('noNode')} teach={say('noNodeTeach')} />
      )}
    </Page>
  );
};
