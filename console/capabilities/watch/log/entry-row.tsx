import { ActionIcon, Badge, Button, Group, Menu, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent, IconCircles, IconDots, IconMapPin, IconPin, IconStar } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import type { Entry } from '../../../../server/capabilities/watch/log/contract.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useCircles } from '../../agreements/queries.ts';
import { useDesks, usePartyName, usePersonName } from '../../parties/queries.ts';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { EntryFiles } from './entry-files.tsx';
import { Happened, Recorded } from './entry-times.tsx';
import styles from './log.module.css';
import { logWords } from './log-words.ts';
import { useErase, useOpenEntry, usePin, usePromoteToItem, usePromoteToRequest } from './queries.ts';

interface FactNeeds {
  readonly icon: ComponentType<{ size?: number | string }>;
  readonly name: string;
  readonly value: string;
}

/** A name alone does not say whether it is that of a place, a circle or an event. */
const Fact = ({ icon: Icon, name, value }: FactNeeds) => (
  <span className={styles.fact} title={name}>
    <Icon size={14} aria-hidden />
    <VisuallyHidden>{name} </VisuallyHidden>
    <Name>{value}</Name>
  </span>
);

const Facts = ({ entry }: { entry: Entry }) => {
  const say = useWords(logWords);
  const pick = usePick();
  const me = useMe();
  const personName = usePersonName();
  const partyName = usePartyName();
  const desk = useDesks().data?.find(({ id }) => id === entry.desk);
  const circle = useCircles().data?.find(({ id }) => id === entry.circle);
  const author = entry.author && personName(entry.author);
  const { grading } = entry.marking;
  return (
    <div className={styles.facts}>
      <TlpLabel tlp={entry.marking.tlp} />
      {entry.kind !== 'note' && (
        <Badge variant="light" tt="none">
          {say(`kind-${entry.kind}`)}
        </Badge>
      )}
      {entry.personal && (
        <Badge variant="default" tt="none">
          {say('markedPersonal')}
        </Badge>
      )}
      <span>{say('number', { number: String(entry.number) })}</span>
      {author && <Name>{author}</Name>}
      {me.guest && <Name>{partyName(entry.party)}</Name>}
      {desk && <Name>{pick(desk.name)}</Name>}
      {circle && <Fact icon={IconCircles} name={say('circle')} value={pick(circle.name)} />}
      {entry.place && <Fact icon={IconMapPin} name={say('command-place')} value={entry.place} />}
      {entry.event && <Fact icon={IconCalendarEvent} name={say('command-event')} value={entry.event} />}
      {grading && (
        <Fact icon={IconStar} name={say('command-grade')} value={`${grading.source}${grading.information}`} />
      )}
      <Recorded entry={entry} />
      {entry.corrects && <span>{say('corrects', { number: String(entry.corrects.number) })}</span>}
      {entry.correctedBy && (
        <Text component="span" inherit fw={600}>
          {say('correctedBy', { number: String(entry.correctedBy.number) })}
        </Text>
      )}
    </div>
  );
};

const Closed = ({ entry, onOpened }: { entry: Entry; onOpened: (entry: Entry) => void }) => {
  const say = useWords(logWords);
  const open = useOpenEntry(entry.id);
  return (
    <>
      <Group gap="xs">
        <Text c="dimmed">{say('personal')}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={open.isPending}
          onClick={() => open.mutate(undefined, { onSuccess: onOpened })}
        >
          {say('openPersonal')}
        </Button>
      </Group>
      {open.error ? <ErrorNotice error={open.error} /> : null}
    </>
  );
};

const Words = ({ entry, onOpened }: { entry: Entry; onOpened: (entry: Entry) => void }) => {
  const say = useWords(logWords);
  switch (entry.content) {
    case 'erased':
      return (
        <Text c="dimmed" fs="italic">
          {say('erased')}
        </Text>
      );
    case 'reason-needed':
      return <Closed entry={entry} onOpened={onOpened} />;
    case 'shown':
      return (
        <p
          className={styles.text}
          lang={entry.language}
          dir="auto"
          data-struck={entry.correctedBy !== null || undefined}
        >
          {entry.text}
        </p>
      );
  }
};

const EraseDialog = ({ entry, onClose }: { entry: Entry; onClose: () => void }) => {
  const say = useWords(logWords);
  const erase = useErase(entry.id);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      danger
      opened
      title={say('eraseSure')}
      consequence={say('eraseWhat')}
      action={say('erase')}
      busy={erase.isPending}
      disabled={reason.trim() === ''}
      error={erase.error}
      onConfirm={() => erase.mutate(reason.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={say('reason')}
        required
        dir="auto"
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
};

interface Needs {
  readonly entry: Entry;
  readonly onCorrect: (number: number) => void;
}

/** What can be done with an entry that is there. */
const useEntryVerbs = (entry: Entry, onFail: (error: unknown) => void) => {
  const say = useWords(logWords);
  const show = useToasts();
  const navigate = useNavigate();
  const pin = usePin(entry.id);
  const promote = usePromoteToItem(entry.id);
  const ask = usePromoteToRequest(entry.id);
  const isPinned = entry.pinnedAt !== null;
  return {
    isBusy: promote.isPending || ask.isPending,
    turnPin: (): void =>
      pin.mutate(!isPinned, {
        onError: onFail,
        onSuccess: () =>
          show({ text: say(isPinned ? 'unpinned' : 'pinned'), undo: () => pin.mutate(isPinned) }),
      }),
    toItem: (): void =>
      promote.mutate(undefined, {
        onError: onFail,
        onSuccess: ({ item }) => {
          show({ text: say('madeItem') });
          void navigate({ to: '/exchange/compose', search: { item } });
        },
      }),
    toRequest: (): void =>
      ask.mutate(undefined, {
        onError: onFail,
        onSuccess: ({ item }) => {
          show({ text: say('madeRequest') });
          void navigate({ to: '/requests/ask', search: { item } });
        },
      }),
    openRequest: (id: string): void => void navigate({ to: '/requests/$id', params: { id } }),
    toAlert: (): void => void navigate({ to: '/watch/alerts', search: { entry: entry.id } }),
    openItem: (id: string): void => void navigate({ to: '/exchange/items/$id', params: { id } }),
  };
};

const Items = ({ entry, onCorrect, verbs }: Needs & { readonly verbs: ReturnType<typeof useEntryVerbs> }) => {
  const say = useWords(logWords);
  const made = entry.promotedTo.find(({ kind }) => kind === 'item');
  const asked = entry.promotedTo.find(({ kind }) => kind === 'request');
  return (
    <>
      <Menu.Item onClick={verbs.turnPin}>{say(entry.pinnedAt === null ? 'pin' : 'unpin')}</Menu.Item>
      <Menu.Item onClick={() => onCorrect(entry.number)}>{say('correct')}</Menu.Item>
      {made === undefined ? (
        <Menu.Item onClick={verbs.toItem}>{say('toItem')}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => verbs.openItem(made.target)}>{say('openItem')}</Menu.Item>
      )}
      {asked === undefined ? (
        <Menu.Item onClick={verbs.toRequest}>{say('toRequest')}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => verbs.openRequest(asked.target)}>{say('openRequest')}</Menu.Item>
      )}
      <Menu.Item onClick={verbs.toAlert}>{say('toAlert')}</Menu.Item>
    </>
  );
};

const Actions = ({ entry, onCorrect, onFail }: Needs & { onFail: (error: unknown) => void }) => {
  const say = useWords(logWords);
  const verbs = useEntryVerbs(entry, onFail);
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={verbs.isBusy}
            aria-label={say('actions', { number: String(entry.number) })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Items entry={entry} onCorrect={onCorrect} verbs={verbs} />
          <Menu.Divider />
          <Menu.Item color="red.9" onClick={() => setErasing(true)}>
            {say('erase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {erasing && <EraseDialog entry={entry} onClose={() => setErasing(false)} />}
    </>
  );
};

/** One entry: when, what, under which marking; the old one struck where another corrects it. */
export const EntryRow = ({ entry: listed, onCorrect }: Needs) => {
  const say = useWords(logWords);
  const me = useMe();
  const [opened, setOpened] = useState<Entry | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // What was opened stays open, with the facts of the list: those may have changed since.
  const entry =
    opened === null || listed.content === 'erased'
      ? listed
      : {
          ...listed,
          content: opened.content,
          text: opened.text,
          place: opened.place,
          event: opened.event,
          attachments: opened.attachments,
        };
  const mayAct = mayWrite(me.role) && !me.guest && entry.content !== 'erased';
  return (
    <li className={styles.entry} data-pinned={entry.pinnedAt !== null || undefined}>
      <time className={styles.time} dateTime={entry.happenedAt}>
        <Happened entry={entry} />{' '}
        {entry.pinnedAt !== null && <IconPin size={14} role="img" aria-label={say('pinned')} />}
      </time>
      <div className={styles.body}>
        <Words entry={entry} onOpened={setOpened} />
        <EntryFiles entry={entry} />
        <Facts entry={entry} />
        {failure ? <ErrorNotice error={failure} /> : null}
      </div>
      {mayAct ? <Actions entry={entry} onCorrect={onCorrect} onFail={setFailure} /> : <span />}
    </li>
  );
};
