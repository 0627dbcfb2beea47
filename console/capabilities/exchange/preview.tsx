import { Alert, Badge, Code, Group, Paper, SimpleGrid, Stack, Tabs, Text, Title } from '@mantine/core';
import type { Preview } from '../../../server/capabilities/exchange/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { usePreview } from './queries.ts';
import { readerWords } from './reader-words.ts';
import { StixCard } from './stix-card.tsx';

const Recipient = ({ row }: { row: Preview[number] }) => {
  const say = useWords(readerWords);
  if (row.refused)
    return (
      <Alert color="red" mt="sm">
        {say('refusedRecipient', { reason: row.refused })}
      </Alert>
    );
  return (
    <Stack gap="sm" pt="sm">
      <Text size="sm" fw={600}>
        {say('withheld', { count: row.withheld.length })}
      </Text>
      {row.withheld.map((path) => (
        <Code key={path} dir="ltr" bg="var(--surface)" c="inherit">
          {path}
        </Code>
      ))}
      <Text size="sm" c="dimmed">
        {say('objects', { count: row.objectCount })}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {row.objects.map((object) => (
          <StixCard key={String(object.id)} object={object} />
        ))}
      </SimpleGrid>
    </Stack>
  );
};

/** Exactly what leaves, recipient by recipient; what the marking takes out is named. */
export const PreviewPanel = ({ id, version }: { id: string; version: number }) => {
  const say = useWords(readerWords);
  const nameOf = usePartyName();
  const preview = usePreview(id, version);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
      <Title order={2} size="h4" id="preview-title">
        {say('previewTitle')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('previewTeach')}
      </Text>
      <Loaded query={preview}>
        {(rows) => (
          <Tabs defaultValue={rows[0]?.recipient} mt="sm">
            <Tabs.List>
              {rows.map((row) => (
                <Tabs.Tab key={row.recipient} value={row.recipient}>
                  <Group gap="xs" wrap="nowrap">
                    <Name>{nameOf(row.recipient)}</Name>
                    {row.withheld.length > 0 && <Badge size="sm">{row.withheld.length}</Badge>}
                  </Group>
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {rows.map((row) => (
              <Tabs.Panel key={row.recipient} value={row.recipient}>
                <Recipient row={row} />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Loaded>
    </Paper>
  );
};
