/** The templates that turn levels into posts: read by all who see risk, written by the planner. */
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { specialtyWords } from '../../../../server/capabilities/events/post-contract.ts';
import { hazardWords, levels } from '../../../../server/capabilities/events/risk/contract.ts';
import type { Template } from '../../../../server/capabilities/events/risk/template-contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useLevelName } from './level-mark.tsx';
import { useRiskTemplates, useTemplateAct } from './queries.ts';
import styles from './risk.module.css';
import { TemplateForm } from './template-form.tsx';
import { templateWords } from './template-words.ts';

const Lines = ({ template }: { template: Template }) => {
  const pick = usePick();
  return (
    <ul className={styles.facts}>
      {template.lines.map(({ requirement, count }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no id, and the list never changes
        <li key={at}>
          <Text size="sm">
            {pick(specialtyWords[requirement.specialty])}{' '}
            <Text component="span" size="sm" c="dimmed" className={styles.whole}>
              {levels.map((level) => count[level]).join(' / ')}
            </Text>
          </Text>
        </li>
      ))}
    </ul>
  );
};

const Acts = ({ template, onEdit }: { template: Template; onEdit: () => void }) => {
  const say = useWords(templateWords);
  const act = useTemplateAct();
  const { id, version } = template;
  const run = (name: 'retire' | 'restore' | 'reset') => () => act.mutate({ id, version, act: name });
  const isRetired = template.retiredAt !== null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {say('edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={act.isPending}
          onClick={run(isRetired ? 'restore' : 'retire')}
        >
          {say(isRetired ? 'restore' : 'retire')}
        </Button>
        {template.changed && (
          <Button size="compact-sm" variant="default" loading={act.isPending} onClick={run('reset')}>
            {say('reset')}
          </Button>
        )}
      </Group>
      {act.isError && <ErrorNotice error={act.error} />}
    </Stack>
  );
};

const TemplateCard = ({ template, mayManage }: { template: Template; mayManage: boolean }) => {
  const say = useWords(templateWords);
  const pick = usePick();
  const [editing, setEditing] = useState(false);
  const standing = template.changed ? 'changed' : template.builtIn ? 'builtIn' : 'own';
  if (editing)
    return (
      <div className={styles.card}>
        <TemplateForm template={template} onDone={() => setEditing(false)} />
      </div>
    );
  return (
    <Stack gap="xs" className={styles.card}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          <bdi>{pick(template.name)}</bdi>
        </Title>
        <Group gap="xs">
          {template.retiredAt !== null && <Badge color="gray">{say('retired')}</Badge>}
          <Text size="sm" c="dimmed">
            {say(standing)}
          </Text>
        </Group>
      </Group>
      <Text size="sm">
        {[
          pick(hazardWords[template.hazard].name),
          say(`target-${template.target}`),
          // Sessions and days are of a venue anyhow.
          ...template.places.filter((place) => place !== 'venue').map((place) => say(`place-${place}`)),
        ].join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {pick(template.why)}
      </Text>
      <Lines template={template} />
      {mayManage && <Acts template={template} onEdit={() => setEditing(true)} />}
    </Stack>
  );
};

export const TemplatesView = () => {
  const say = useWords(templateWords);
  const nameOf = useLevelName();
  const query = useRiskTemplates();
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="46rem">
        {say('teach')} {say('countsTeach', { levels: levels.map(nameOf).join(' / ') })}
      </Text>
      <Loaded query={query}>
        {({ items, mayManage }) => (
          <>
            {mayManage && !adding && (
              <Button w="fit-content" onClick={() => setAdding(true)}>
                {say('add')}
              </Button>
            )}
            {adding && (
              <div className={styles.card}>
                <TemplateForm template={null} onDone={() => setAdding(false)} />
              </div>
            )}
            {items.map((template) => (
              <TemplateCard key={template.id} template={template} mayManage={mayManage} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
};
