import { Stack, Text, Title } from '@mantine/core';
import type {
  DueThing,
  Handover,
  RequestNamed,
} from '../../../../server/capabilities/watch/shifts/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { shiftWords } from './shift-words.ts';
import styles from './shifts.module.css';

const PinnedEntry = ({ pinned }: { pinned: Handover['pinned'][number] }) => {
  const say = useWords(shiftWords);
  return (
    <li>
      <Text component="span" size="sm" c="dimmed">
        {say('number', { number: String(pinned.number) })}
      </Text>{' '}
      {pinned.text === null ? (
        <Text component="span" size="sm" fs="italic">
          {say('closed')}
        </Text>
      ) : (
        <OwnWords>{pinned.text}</OwnWords>
      )}
    </li>
  );
};

const Due = ({ title, none, things }: { title: string; none: string; things: readonly DueThing[] }) => {
  const say = useWords(shiftWords);
  const dates = useDates();
  return (
    <section aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {things.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <ul className={styles.list}>
          {things.map((thing) => (
            <li key={thing.id}>
              <OwnWords>{thing.title}</OwnWords>
              <Text
                size="sm"
                c={thing.breached ? 'var(--mantine-color-error)' : 'dimmed'}
                fw={thing.breached ? 600 : undefined}
              >
                {say('acknowledgeBy', { time: dates.moment(thing.dueAt) })}
                {thing.breached && ` · ${say('breached')}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const RequestLine = ({ request }: { request: RequestNamed }) => {
  const say = useWords(shiftWords);
  const dates = useDates();
  const nameOf = usePartyName();
  const me = useMe();
  const isAsked = request.requester === me.party.id;
  const { breachedAt, dueAt, waitsFor } = request;
  return (
    <li>
      <TextLink to="/requests/$id" params={{ id: request.item }}>
        {request.title === null ? (
          <i>{say('needsReason')}</i>
        ) : (
          <bdi className={styles.title}>{request.title}</bdi>
        )}
      </TextLink>
      <Text size="sm" c="dimmed">
        {say(isAsked ? 'askedOf' : 'askedBy', {
          party: nameOf(isAsked ? request.addressee : request.requester),
        })}
        {waitsFor !== null && ` · ${say(waitsFor === 'us' ? 'waitsUs' : 'waitsThem')}`}
        {dueAt !== null && breachedAt === null && ` · ${say('dueBy', { time: dates.moment(dueAt) })}`}
      </Text>
      {breachedAt !== null && (
        <Text size="sm" c="var(--mantine-color-error)" fw={600}>
          {say(dueAt === null ? 'ranOver' : 'overSince', { time: dates.moment(breachedAt) })}
        </Text>
      )}
    </li>
  );
};

const Requests = ({ requests }: { requests: readonly RequestNamed[] }) => {
  const say = useWords(shiftWords);
  return (
    <section aria-label={say('openRequests')}>
      <Title order={2} size="h5">
        {say('openRequests')}
      </Title>
      {requests.length === 0 ? (
        <Text c="dimmed">{say('noRequests')}</Text>
      ) : (
        <ul className={styles.list}>
          {requests.map((request) => (
            <RequestLine key={`${request.item} ${request.addressee}`} request={request} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** What the node puts together by itself. */
export const Assembled = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  return (
    <Stack gap="md">
      <section aria-label={say('pinned')}>
        <Title order={2} size="h5">
          {say('pinned')}
        </Title>
        {handover.pinned.length === 0 ? (
          <Text c="dimmed">{say('noPinned')}</Text>
        ) : (
          <ul className={styles.list}>
            {handover.pinned.map((pinned) => (
              <PinnedEntry key={pinned.entry} pinned={pinned} />
            ))}
          </ul>
        )}
      </section>
      <Due title={say('openAlerts')} none={say('noAlerts')} things={handover.alerts} />
      {handover.requests !== null && <Requests requests={handover.requests} />}
    </Stack>
  );
};
