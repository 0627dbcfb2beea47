import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencilPlus, IconPlugConnected } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Collections } from '../../../server/capabilities/exchange/taxii/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useCollections, useDraw } from './collections-queries.ts';
import { collectionsWords } from './collections-words.ts';
import { composeWords } from './compose-words.ts';
import { blankDraft, type Draft, draftErrors, toItemDraft } from './draft.ts';
import { FramePart, KnownPart, MarkingPart } from './draft-parts.tsx';

type System = Collections['systems'][number];

const now = (): string => new Date().toISOString();

const Form = ({ collection }: { collection: string }) => {
  const say = useWords(collectionsWords);
  const compose = useWords(composeWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { language } = useReading();
  const draw = useDraw(collection, ({ id }) => {
    show({ text: say('drawn') });
    void navigate({ to: '/exchange/items/$id', params: { id } });
  });
  const [draft, setDraft] = useState<Draft>(() => blankDraft(now(), language));
  const [tried, setTried] = useState(false);
  const errors = draftErrors(draft, dayOf(now()), false);
  const parts = {
    draft,
    errors: tried ? errors : [],
    onChange: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
  };
  const submit = (): void => {
    setTried(true);
    if (errors.length > 0) return;
    const { objects: _none, ...body } = toItemDraft(draft, { objects: [], withheld: [] });
    draw.mutate(body);
  };
  return (
    <Stack maw="64rem">
      <KnownPart {...parts} />
      <FramePart {...parts} />
      <MarkingPart {...parts} />
      {draw.isError && <ErrorNotice error={draw.error} />}
      {tried && errors.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {compose('fix', { count: errors.length })}
        </Text>
      )}
      <Group justify="flex-end">
        <ButtonLink to="/exchange/collections" variant="default">
          {say('cancel')}
        </ButtonLink>
        <Button
          loading={draw.isPending}
          leftSection={<IconPencilPlus size={18} aria-hidden />}
          onClick={submit}
        >
          {say('draw')}
        </Button>
      </Group>
    </Stack>
  );
};

const Drawing = ({ system, id }: { system: System | undefined; id: string }) => {
  const say = useWords(collectionsWords);
  const { language } = useReading();
  const name = (language === 'ar' ? system?.nameArabic : system?.name) ?? '';
  const back = (
    <ButtonLink to="/exchange/collections" variant="default">
      {say('title')}
    </ButtonLink>
  );
  return (
    <Page title={say('drawTitle', { name })} teach={say('drawTeach')}>
      {system === undefined || system.fresh === 0 ? (
        <EmptyState icon={IconPlugConnected} title={say('gone')} teach={say('teach')} action={back} />
      ) : (
        <Stack>
          <Text>{say('objects', { count: system.fresh })}</Text>
          <Form collection={id} />
        </Stack>
      )}
    </Page>
  );
};

/** Makes a draft of what a connected system brought: its text, its recipients, its marking. */
export const DrawScreen = () => {
  const { id } = useParams({ from: '/exchange/collections/$id' });
  return (
    <Loaded query={useCollections()}>
      {({ systems }) => <Drawing id={id} system={systems.find((one) => one.collection === id)} />}
    </Loaded>
  );
};
