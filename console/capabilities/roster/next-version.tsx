/** From what is published to what comes after it: one way, and what it means. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { EventRoster } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { approvalWords } from './approval-words.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { mayPlan } from './places.ts';
import { useEventRoster } from './queries.ts';
import { rosterWords } from './words.ts';

type Published = EventRoster['publications'][number];

/** Begins the version after the last one, as a copy of it. */
const NextVersion = ({ event, last }: { event: string; last: Published }) => {
  const say = useWords(approvalWords);
  const roster = useWords(rosterWords);
  const { role } = useMe();
  const [isOpen, setOpen] = useState(false);
  const number = last.number + 1;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{say('nextTeach', { number: last.number })}</Text>
      {mayPlan(role) && <Button onClick={() => setOpen(true)}>{say('next', { number })}</Button>}
      <BeginDialog
        opened={isOpen}
        event={event}
        copyOf={last.draft}
        title={say('next', { number })}
        suggested={roster('replanName', { number })}
        onClose={() => setOpen(false)}
      />
    </Stack>
  );
};

/** Beside the list of an event: what units go by, and the way on. */
export const LastPublished = ({ event, last }: { event: string; last: Published }) => {
  const say = useWords(approvalWords);
  return (
    <Alert title={say('published', { number: last.number })}>
      <NextVersion event={event} last={last} />
    </Alert>
  );
};

/** On a published draft: that it stands, or which version took its place. */
export const PublishedNotice = ({ event, draft }: { event: string; draft: string }) => {
  const say = useWords(approvalWords);
  const publications = useEventRoster(event).data?.publications ?? [];
  const own = publications.find((one) => one.draft === draft);
  const [last] = publications;
  if (own === undefined || last === undefined) return null;
  if (own.number === last.number) return <LastPublished event={event} last={last} />;
  return (
    <Alert title={say('published', { number: own.number })}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('superseded', { number: last.number })}</Text>
        <ButtonLink variant="default" to="/roster/drafts/$id" params={{ id: last.draft }} search={{}}>
          {say('openLast', { number: last.number })}
        </ButtonLink>
      </Stack>
    </Alert>
  );
};
