/** What would become of the table: counts, what is wrong, and the first rows as objects. */
import { Alert, Fieldset, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CsvProblem, CsvReport } from '../../../../server/capabilities/exchange/csv/contract.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { StixCard, useStixTypeName } from '../stix-card.tsx';
import { csvWords } from './csv-words.ts';

/** Where a problem is, by the column's own title. */
const usePlace = (columns: CsvReport['columns']): ((problem: CsvProblem) => string) => {
  const say = useWords(csvWords);
  return ({ row, column }) => {
    const title = column === null ? '' : columns[column - 1]?.title || say('column', { number: column });
    if (row === null) return title || say('wholeFile');
    return title === '' ? say('row', { row }) : say('cell', { row, column: title });
  };
};

export const CsvProblems = ({ report }: { report: CsvReport }) => {
  const say = useWords(csvWords);
  const pick = usePick();
  const placeOf = usePlace(report.columns);
  const more = report.problemCount - report.problems.length;
  if (report.problemCount === 0) return null;
  const isWrong = report.problems.some(({ severity }) => severity === 'error');
  return (
    <Alert
      color={isWrong ? 'red' : 'yellow'}
      icon={<IconAlertTriangle />}
      title={say('problems', { count: report.problemCount })}
    >
      <List size="sm" spacing={4}>
        {report.problems.map((problem) => (
          <List.Item key={`${problem.row}.${problem.column}.${problem.rule}`}>
            <b>
              <bdi>{placeOf(problem)}</bdi>
            </b>
            {' – '}
            {pick(problem.says)}
          </List.Item>
        ))}
      </List>
      {more > 0 && <Text size="sm">{say('moreProblems', { count: more })}</Text>}
    </Alert>
  );
};

export const CsvOutcome = ({ report }: { report: CsvReport }) => {
  const say = useWords(csvWords);
  const typeName = useStixTypeName();
  const types = Object.entries(report.types).map(([type, count]) => `${typeName({ type })}: ${count}`);
  const shown = report.shown.filter(({ objects }) => objects.length > 0);
  return (
    <Fieldset legend={say('becomes')}>
      <Stack gap="sm">
        <div role="status">
          <Text fw={600}>{say('sound', { sound: report.soundCount, rows: report.rowCount })}</Text>
          <Text size="sm">{types.join(' · ')}</Text>
        </div>
        <CsvProblems report={report} />
        {shown.length > 0 && (
          <Title order={3} size="h5">
            {say('firstRows')}
          </Title>
        )}
        {shown.map(({ row, objects }) => (
          <section key={row} aria-label={say('row', { row })}>
            <Text size="sm" c="dimmed" mb={4}>
              {say('row', { row })}
            </Text>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
              {objects.map((object) => (
                <StixCard key={String(object.id)} object={object} />
              ))}
            </SimpleGrid>
          </section>
        ))}
      </Stack>
    </Fieldset>
  );
};
