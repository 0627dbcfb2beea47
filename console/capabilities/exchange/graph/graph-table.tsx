/** The same chart as a table: for who does not see the drawing, and for paper. */
import { Title } from '@mantine/core';
import type { GraphNode } from '../../../../server/capabilities/exchange/graph/contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { usePartyName } from '../../parties/queries.ts';
import type { Chart, ChartEdge } from './graph-model.ts';
import { graphWords } from './graph-words.ts';
import { useNodeName, useNodeType, useRelationName } from './naming.ts';

const NodeName = ({ node }: { node: GraphNode | undefined }) => {
  const nameOf = useNodeName();
  const typeOf = useNodeType();
  if (node === undefined) return null;
  return (
    <span>
      {typeOf(node)} · <Name>{nameOf(node)}</Name>
    </span>
  );
};

const SeenIn = ({ chart, edge }: { chart: Chart; edge: ChartEdge }) => {
  const nameOf = usePartyName();
  const services = new Set(edge.seenIn.flatMap((id) => chart.nodes.get(id)?.item?.originator ?? []));
  return <Name>{[...services].map(nameOf).join(' · ')}</Name>;
};

export const GraphTable = ({ chart }: { chart: Chart }) => {
  const say = useWords(graphWords);
  const relationName = useRelationName();
  const columns: readonly Column<ChartEdge>[] = [
    {
      key: 'from',
      header: say('from'),
      main: true,
      cell: (row) => <NodeName node={chart.nodes.get(row.source)} />,
    },
    {
      key: 'relation',
      header: say('relation'),
      cell: (row) => <span translate="no">{relationName(row.relation)}</span>,
    },
    { key: 'to', header: say('to'), cell: (row) => <NodeName node={chart.nodes.get(row.target)} /> },
    { key: 'seenIn', header: say('seenIn'), cell: (row) => <SeenIn chart={chart} edge={row} /> },
  ];
  return (
    <section aria-labelledby="graph-table">
      <Title order={2} size="h4" mb="xs" id="graph-table">
        {say('table')}
      </Title>
      <DataTable
        label={say('table')}
        columns={columns}
        rows={chart.edges}
        keyOf={(row) => `${row.source} ${row.relation} ${row.target}`}
      />
    </section>
  );
};
