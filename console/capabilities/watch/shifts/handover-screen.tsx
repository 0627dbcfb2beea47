import { Badge, Button, Group, NativeSelect, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Handover,
  type Headings,
  headings,
  shiftLimits,
} from '../../../../server/capabilities/watch/shifts/contract.ts';
import { tlps } from '../../../../server/kernel/marking.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { useDates } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { TlpLabel, tlpText } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useDesks, usePersonName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { Assembled } from './assembled.tsx';
import { useCancelShift, useHandover, useSignIn, useSignOut, useWriteNote } from './queries.ts';
import { shiftWords } from './shift-words.ts';
import styles from './shifts.module.css';

const Sign = ({ handover, way }: { handover: Handover; way: 'signOut' | 'signIn' }) => {
  const say = useWords(shiftWords);
  const out = useSignOut(handover.shift.id);
  const into = useSignIn(handover.shift.id);
  const [opened, setOpened] = useState(false);
  const onSuccess = (): void => setOpened(false);
  const confirm = (): void => {
    if (way === 'signOut') out.mutate(handover.version, { onSuccess });
    else into.mutate(handover.hash ?? '', { onSuccess });
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{say(way)}</Button>
      <ConfirmDialog
        opened={opened}
        title={say(`${way}Sure`)}
        consequence={say('signWhat')}
        action={say(way)}
        busy={out.isPending || into.isPending}
        error={out.error ?? into.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const Write = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  const show = useToasts();
  const write = useWriteNote(handover.shift.id);
  const [words, setWords] = useState<Headings>(handover.headings);
  const [tlp, setTlp] = useState(handover.tlp);
  const isKept =
    handover.version > 0 &&
    tlp === handover.tlp &&
    headings.every((heading) => words[heading] === handover.headings[heading]);
  const save = (): void =>
    write.mutate(
      { headings: words, tlp, version: handover.version },
      { onSuccess: () => show({ text: say('kept') }) },
    );
  return (
    <Stack gap="sm">
      {headings.map((heading) => (
        <Textarea
          key={heading}
          label={say(`heading-${heading}`)}
          dir="auto"
          rows={3}
          resize="vertical"
          maxLength={shiftLimits.heading}
          value={words[heading]}
          onChange={({ currentTarget: { value } }) => setWords((before) => ({ ...before, [heading]: value }))}
        />
      ))}
      <NativeSelect
        label={say('tlp')}
        value={tlp}
        data={tlps.map((value) => ({ value, label: tlpText(value) }))}
        onChange={({ currentTarget }) => setTlp(tlps.find((entry) => entry === currentTarget.value) ?? tlp)}
      />
      {write.error ? <ErrorNotice error={write.error} /> : null}
      <Group>
        <Button variant="default" disabled={isKept} loading={write.isPending} onClick={save}>
          {say('keep')}
        </Button>
        {isKept && <Sign handover={handover} way="signOut" />}
      </Group>
    </Stack>
  );
};

const Read = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  if (handover.erased) return <Text c="dimmed">{say('erased')}</Text>;
  return (
    <Stack gap="sm">
      {headings.map((heading) => (
        <section key={heading} aria-label={say(`heading-${heading}`)}>
          <Title order={2} size="h5">
            {say(`heading-${heading}`)}
          </Title>
          {handover.headings[heading] === '' ? (
            <Text c="dimmed">{say('notWritten')}</Text>
          ) : (
            <OwnWords>{handover.headings[heading]}</OwnWords>
          )}
        </section>
      ))}
    </Stack>
  );
};

const Signatures = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  const dates = useDates();
  const personName = usePersonName();
  const { signedOut, signedIn } = handover.shift;
  const nameOf = (person: string): string => personName(person) ?? say('someone');
  return (
    <Stack gap={2} fz="sm">
      {signedOut && (
        <span>{say('signedOut', { name: nameOf(signedOut.by), time: dates.moment(signedOut.at) })}</span>
      )}
      {signedIn && (
        <span>{say('signedIn', { name: nameOf(signedIn.by), time: dates.moment(signedIn.at) })}</span>
      )}
      {handover.hash && (
        <Text size="xs" c="dimmed">
          {say('hash')} <bdi className={styles.hash}>{handover.hash}</bdi>
        </Text>
      )}
    </Stack>
  );
};

const CancelShift = ({ id }: { id: string }) => {
  const say = useWords(shiftWords);
  const cancel = useCancelShift(id);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {say('cancelShift')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('cancelSure')}
        consequence={say('cancelWhat')}
        action={say('cancelShift')}
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate(undefined, { onSuccess: () => setOpened(false) })}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const Head = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  const pick = usePick();
  const dates = useDates();
  const personName = usePersonName();
  const { shift } = handover;
  const desk = useDesks().data?.find(({ id }) => id === shift.desk);
  return (
    <Group gap="xs" fz="sm">
      <TlpLabel tlp={handover.tlp} />
      <Badge variant="default" tt="none">
        {say(`state-${shift.state}`)}
      </Badge>
      <Text size="sm">
        <bdi>{`${dates.brief(shift.startsAt)} – ${dates.moment(shift.endsAt)}`}</bdi>
      </Text>
      {desk && <Name>{pick(desk.name)}</Name>}
      {shift.officers.map((officer) => (
        <Name key={officer}>{personName(officer) ?? say('someone')}</Name>
      ))}
    </Group>
  );
};

const Note = ({ handover }: { handover: Handover }) => {
  const say = useWords(shiftWords);
  const me = useMe();
  const dates = useDates();
  const { shift } = handover;
  const isHis = shift.officers.some((officer) => officer === me.person);
  const isOpen = ['planned', 'running', 'without-handover'].includes(shift.state);
  const isOuts = shift.signedOut?.by === me.person;
  const plans = me.role === 'watch-officer' || me.role === 'centre-head';
  return (
    <Stack gap="md">
      <Head handover={handover} />
      <Signatures handover={handover} />
      <div className={styles.columns}>
        <Paper withBorder p="md">
          {isOpen && isHis ? (
            <Write key={handover.version} handover={handover} />
          ) : (
            <Read handover={handover} />
          )}
        </Paper>
        <Paper withBorder p="md">
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {say('since', { time: dates.moment(handover.since) })}
            </Text>
            <Assembled handover={handover} />
          </Stack>
        </Paper>
      </div>
      <Group>
        {shift.state === 'signed-out' && !isOuts && <Sign handover={handover} way="signIn" />}
        {isOpen && plans && <CancelShift id={shift.id} />}
      </Group>
    </Stack>
  );
};

/** The note of one shift: what the node puts together, what the officer adds, two signatures. */
export const HandoverScreen = () => {
  const say = useWords(shiftWords);
  const { id } = useParams({ from: '/watch/shifts/$id' });
  return (
    <Page title={say('handover')}>
      <Loaded query={useHandover(id)}>{(handover) => <Note handover={handover} />}</Loaded>
    </Page>
  );
};
