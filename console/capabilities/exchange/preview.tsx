import { Alert, Badge, Group, List, Paper, SimpleGrid, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { Item, Preview } from '../../../server/capabilities/exchange/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { usePreview } from './queries.ts';
import { readerWords } from './reader-words.ts';
import { StixCard, StixNames, useStixTypeName } from './stix-card.tsx';
import { isNameless, stixFacts, stixName } from './stix-summary.ts';
import { stixWords } from './stix-words.ts';

type Row = Preview[number];

/** What keeps everything from a recipient, by the codes of the release rules. */
const reasons = {
  'not-releasable': 'gap-not-releasable',
  'not-linked': 'gap-not-linked',
  'not-in-force': 'gap-not-in-force',
  recipient: 'gap-recipient',
  field: 'gap-field',
  purpose: 'gap-purpose',
} as const;

const isReason = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

/** Names `object-id / selector` as its author would: the thing, and which blank of it. */
const useWithheldName = (objects: Item['objects']): ((path: string) => string) => {
  const say = useWords(readerWords);
  const factName = useWords(stixWords);
  const typeName = useStixTypeName();
  return (path) => {
    const [id = '', selector] = path.split(' / ');
    const object = objects.find((entry) => entry.id === id);
    const type = object ? typeName(object) : typeName({ type: id.split('--')[0] ?? id });
    const name = object && !isNameless(object) ? `${type} «${stixName(object)}»` : type;
    if (selector === undefined) return name;
    const fact = object && stixFacts(object).find((entry) => entry.selector === selector);
    return say('withheldPart', { name, part: fact ? factName(fact.name) : selector });
  };
};

const Recipient = ({ row, item }: { row: Row; item: Item }) => {
  const say = useWords(readerWords);
  const nameOf = useWithheldName(item.objects);
  if (row.refused) {
    const reason = isReason(row.refused) ? say(reasons[row.refused]) : row.refused;
    return (
      <Alert color="red" mt="sm">
        {say('refusedRecipient', { reason })}
      </Alert>
    );
  }
  return (
    <Stack gap="sm" pt="sm">
      <Text size="sm" fw={600}>
        {say('withheld', { count: row.withheld.length })}
      </Text>
      {row.withheld.length > 0 && (
        <List size="sm" icon={<IconEyeOff size={16} aria-hidden />}>
          {row.withheld.map((path) => (
            <List.Item key={path}>
              <Name>{nameOf(path)}</Name>
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" c="dimmed">
        {say('objects', { count: row.objectCount })}
      </Text>
      <StixNames objects={row.objects}>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
          {row.objects.map((object) => (
            <StixCard key={String(object.id)} object={object} />
          ))}
        </SimpleGrid>
      </StixNames>
    </Stack>
  );
};

/** Exactly what leaves, recipient by recipient; what the marking takes out is named. */
export const PreviewPanel = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const nameOf = usePartyName();
  const preview = usePreview(item.id, item.version);
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
                <Recipient row={row} item={item} />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Loaded>
    </Paper>
  );
};
