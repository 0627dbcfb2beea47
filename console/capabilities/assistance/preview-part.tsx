/** Exactly what each partner would get, and what keeps it from him. */
import { Accordion, Badge, Code, Group, Stack, Title } from '@mantine/core';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useGap } from './address-part.tsx';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { usePreview } from './queries.ts';

export const PreviewPart = ({ id }: { id: string }) => {
  const say = useWords(askWords);
  const gapOf = useGap();
  const nameOf = usePartyName();
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('preview')}
      </Title>
      <Loaded query={usePreview(id, true)}>
        {(copies) => (
          <Accordion variant="contained">
            {copies.map(({ party, gap, text }) => (
              <Accordion.Item key={party} value={party}>
                <Accordion.Control>
                  <Group gap="sm">
                    <Name>{nameOf(party)}</Name>
                    {gap === null ? (
                      <Badge color="teal.9">{say('covered')}</Badge>
                    ) : (
                      <Badge color="red.9">{gapOf(gap)}</Badge>
                    )}
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>
                  <Code block dir="ltr" className={styles.code}>
                    {text}
                  </Code>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Loaded>
    </Stack>
  );
};
