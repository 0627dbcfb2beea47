/** The templates of requests: those of the program, and the service's own. */
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Template } from '../../../../server/capabilities/requests/templates/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { terms } from '../../../kit/terms.ts';
import { textFor } from './apply.ts';
import { useRetireTemplate, useTemplates } from './queries.ts';
import { TemplateForm } from './template-form.tsx';
import { templateWords } from './template-words.ts';
import styles from './templates.module.css';

interface LineNeeds {
  readonly template: Template;
  readonly mayManage: boolean;
  readonly onWrite: (change: boolean) => void;
}

const Verbs = ({ template, onWrite }: Omit<LineNeeds, 'mayManage'>) => {
  const say = useWords(templateWords);
  const retire = useRetireTemplate();
  const { id, version, retiredAt, builtIn } = template;
  const verb = retiredAt === null ? 'retire' : 'restore';
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={() => onWrite(false)}>
        {say('copy')}
      </Button>
      {!builtIn && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => onWrite(true)}>
            {say('edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={retire.isPending}
            onClick={() => retire.mutate({ id, version, verb })}
          >
            {say(verb)}
          </Button>
        </>
      )}
      {retire.isError && <ErrorNotice error={retire.error} />}
    </Group>
  );
};

const Line = ({ template, mayManage, onWrite }: LineNeeds) => {
  const say = useWords(templateWords);
  const pick = usePick();
  const { language } = useReading();
  const found = textFor(template, language);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} className={styles.text}>
          <Group gap="xs">
            <Text fw={600}>
              <bdi lang={found?.language}>{found?.text.name}</bdi>
            </Text>
            <Badge variant="light" tt="none">
              {pick(terms.fields[template.field])}
            </Badge>
            <Text size="sm" c="dimmed">
              {say(template.builtIn ? 'builtIn' : 'own')}
            </Text>
            {template.retiredAt !== null && (
              <Badge variant="default" tt="none">
                {say('retired')}
              </Badge>
            )}
          </Group>
          <Text size="sm" lineClamp={2} maw="80ch">
            <bdi lang={found?.language}>{found?.text.question}</bdi>
          </Text>
        </Stack>
        {mayManage && <Verbs template={template} onWrite={onWrite} />}
      </Group>
    </Paper>
  );
};

export const TemplatesScreen = () => {
  const say = useWords(templateWords);
  const query = useTemplates();
  const [writing, setWriting] = useState<{ from: Template | null; change: boolean } | null>(null);
  const begin = (from: Template | null, change: boolean): void => {
    setWriting({ from, change });
    window.scrollTo({ top: 0 });
  };
  return (
    <Page
      title={say('title')}
      teach={say('teach')}
      actions={
        query.data?.mayManage === true &&
        writing === null && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => begin(null, false)}>
            {say('add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ templates, mayManage }) => (
          <Stack gap="sm" maw="64rem">
            {writing !== null && (
              <TemplateForm
                key={`${writing.from?.id} ${writing.change}`}
                {...writing}
                onDone={() => setWriting(null)}
              />
            )}
            {templates.map((template) => (
              <Line
                key={template.id}
                template={template}
                mayManage={mayManage}
                onWrite={(change) => begin(template, change)}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
