import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconBellRinging, IconCheck, IconClock, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Alert } from '../../../../server/capabilities/watch/alerts/contract.ts';
import type { Role } from '../../../../server/kernel/decision.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { Moment, useDates } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { terms } from '../../../kit/terms.ts';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { usePartyName } from '../../parties/queries.ts';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { Ended, SenderActions } from './alert-ending.tsx';
import { alertWords } from './alert-words.ts';
import styles from './alerts.module.css';
import { isToAcknowledge, useAcknowledge, useSendAlert } from './queries.ts';

/** The time, looked at twice a minute: what a countdown shows. */
const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};

const isRole = (role: string): role is Role => Object.hasOwn(terms.roles, role);

const Country = ({ country, alert }: { country: Alert['countries'][number]; alert: Alert }) => {
  const say = useWords(alertWords);
  const pick = usePick();
  const dates = useDates();
  const nameOf = usePartyName();
  const isDone = country.acknowledgedAt !== null;
  const level = country.level >= 2 ? 2 : country.level >= 1 ? 1 : 0;
  const isLate =
    !isDone &&
    alert.ended === null &&
    (country.late || (alert.acknowledgeBy ?? '9') < new Date().toISOString());
  const state = isDone
    ? say(country.late ? 'acknowledgedLate' : 'acknowledged', {
        time: dates.moment(country.acknowledgedAt ?? alert.createdAt),
      })
    : say(alert.ended !== null ? 'unanswered' : isLate ? `late-${level}` : 'waiting');
  return (
    <li className={styles.country} data-state={isDone ? 'done' : isLate ? 'late' : 'waiting'}>
      {isDone ? <IconCheck size={18} aria-hidden /> : <IconClock size={18} aria-hidden />}
      <span>
        <Text component="span" fw={600} inherit>
          <Name>{nameOf(country.party)}</Name>
        </Text>{' '}
        {state}
        {country.role && isRole(country.role) && <> · {pick(terms.roles[country.role])}</>}
        {country.contact && (
          <>
            {' '}
            · <Name>{country.contact}</Name>
          </>
        )}
      </span>
    </li>
  );
};

/** Beyond so many minutes it is said in hours. */
const minutesSaid = 180;

const Countdown = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const now = useNow();
  const open = alert.countries.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  if (alert.acknowledgeBy === null || open === 0 || alert.ended !== null) return null;
  const left = Math.max(0, Math.ceil((Date.parse(alert.acknowledgeBy) - now) / 60_000));
  return (
    <Text size="sm" fw={600} role="timer">
      {left <= 0
        ? say('late-0')
        : left < minutesSaid
          ? say('left', { count: left })
          : say('leftHours', { count: Math.floor(left / 60) })}
    </Text>
  );
};

const Send = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const show = useToasts();
  const send = useSendAlert(alert.id);
  const [opened, setOpened] = useState(false);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('sentToast') });
  };
  return (
    <>
      <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {say('send')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('sendSure')}
        consequence={say('sendWhat')}
        action={say('send')}
        busy={send.isPending}
        error={send.error}
        onConfirm={() => send.mutate(undefined, { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <Text fw={600} dir="auto">
          {alert.headline}
        </Text>
      </ConfirmDialog>
    </>
  );
};

const Acknowledge = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const show = useToasts();
  const acknowledge = useAcknowledge(alert.id);
  const [contact, setContact] = useState('');
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <TextInput
          label={say('contact')}
          dir="auto"
          maxLength={300}
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
        />
        <Button
          leftSection={<IconBellRinging size={18} aria-hidden />}
          loading={acknowledge.isPending}
          onClick={() =>
            acknowledge.mutate(contact.trim(), {
              onSuccess: () => show({ text: say('acknowledgedToast') }),
            })
          }
        >
          {say('acknowledge')}
        </Button>
      </Group>
      {acknowledge.error ? <ErrorNotice error={acknowledge.error} /> : null}
    </Stack>
  );
};

/** What makes an alert one for now, not for today. */
const grave: readonly string[] = ['Immediate', 'Extreme', 'Severe'];

const Term = ({ alert, name }: { alert: Alert; name: 'urgency' | 'severity' | 'certainty' }) => {
  const say = useWords(alertWords);
  const kit = useWords(kitWords);
  const word: Record<typeof name, string> = {
    urgency: say(`urgency-${alert.urgency}`),
    severity: say(`severity-${alert.severity}`),
    certainty: say(`certainty-${alert.certainty}`),
  };
  const text = kit('named', { name: say(name), value: word[name] });
  if (!grave.includes(alert[name]) || alert.ended !== null) return <span>{text}</span>;
  return (
    <Badge color="red.9" tt="none">
      {text}
    </Badge>
  );
};

const Terms = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const nameOf = usePartyName();
  const isExpired = alert.expiresAt < new Date().toISOString();
  return (
    <Group gap="0.25rem 0.75rem" fz="sm" c="dimmed">
      <TlpLabel tlp={alert.marking.tlp} />
      <Badge variant="default" tt="none">
        {say(`state-${alert.state}`)}
      </Badge>
      {isExpired && (
        <Badge variant="default" tt="none">
          {say('expired')}
        </Badge>
      )}
      {(['urgency', 'severity', 'certainty'] as const).map((name) => (
        <Term key={name} alert={alert} name={name} />
      ))}
      {alert.area && <Name>{alert.area}</Name>}
      {!alert.own && <span>{say('from', { party: nameOf(alert.originator) })}</span>}
      <Moment at={alert.sentAt ?? alert.createdAt} />
    </Group>
  );
};

/** At a glance: how long there is, and who has not acknowledged. */
const Answers = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const missing = alert.countries.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  if (alert.countries.length === 0) return null;
  return (
    <>
      {alert.ended === null && (alert.own || missing > 0) && (
        <Group gap="md">
          {alert.own && (
            <Text size="sm" fw={600}>
              {say('missing', { count: missing })}
            </Text>
          )}
          <Countdown alert={alert} />
        </Group>
      )}
      <ul className={styles.countries}>
        {alert.countries.map((country) => (
          <Country key={country.party} country={country} alert={alert} />
        ))}
      </ul>
    </>
  );
};

/** The items that bring the files: opened where they are here, announced where they are not. */
const Files = ({ alert: { items } }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const here = items.filter((item) => item.here);
  const isMissing = here.length < items.length;
  return (
    <>
      {here.map(({ id }) => (
        <Text size="sm" key={id}>
          <TextLink to="/exchange/items/$id" params={{ id }}>
            {say('filesHere')}
          </TextLink>
        </Text>
      ))}
      {isMissing && (
        <Text size="sm" c="dimmed">
          {say('filesToFollow')}
        </Text>
      )}
    </>
  );
};

/** Who sends alerts and calls them off; the node has the last word. */
const senders: readonly Role[] = ['watch-officer', 'contact-point', 'centre-head'];

/** One alert: what it says, how long there is, and at a glance who has not acknowledged. */
export const AlertCard = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const me = useMe();
  const writes = mayWrite(me.role) && !me.guest;
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      className={styles.card}
      data-urgent={isToAcknowledge(alert) || undefined}
      data-ended={alert.ended?.how}
    >
      <Stack gap="xs">
        <Title order={2} size="h4" className={styles.headline} dir="auto" lang={alert.language}>
          {alert.headline}
        </Title>
        <Ended alert={alert} />
        <Terms alert={alert} />
        {alert.description && (
          <p className={styles.words} dir="auto" lang={alert.language}>
            {alert.description}
          </p>
        )}
        {alert.entry && (
          <Text size="sm">
            <TextLink to="/watch/log/$id" params={{ id: alert.entry.id }}>
              {say('fromEntry', { number: String(alert.entry.number), count: alert.entry.files })}
            </TextLink>
          </Text>
        )}
        <Files alert={alert} />
        <Answers alert={alert} />
        {writes && alert.own && alert.ended === null && (
          <Group gap="xs">
            {alert.state === 'draft' && <Send alert={alert} />}
            <SenderActions alert={alert} maySend={senders.includes(me.role) || alert.author === me.person} />
          </Group>
        )}
        {writes && isToAcknowledge(alert) && <Acknowledge alert={alert} />}
      </Stack>
    </Paper>
  );
};
