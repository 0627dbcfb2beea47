/** What may be done with an item, by its state and the reader's role; the node decides in the end. */
import { Button } from '@mantine/core';
import {
  IconAffiliate,
  IconArrowBack,
  IconDownload,
  IconEdit,
  IconMessageQuestion,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { AssignButton } from './assign.tsx';
import { ControlActions, isUnderControl } from './control-panel.tsx';
import { graphWords } from './graph/graph-words.ts';
import { exportPath, useItemVerb, useRemove } from './queries.ts';
import { readerWords } from './reader-words.ts';
import { ReleaseActions } from './release.tsx';

const RemoveButton = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const navigate = useNavigate();
  const show = useToasts();
  const remove = useRemove(item);
  const [opened, setOpened] = useState(false);
  const confirm = (): void =>
    remove.mutate(undefined, {
      onSuccess: () => {
        show({ text: say('removed') });
        void navigate({ to: '/exchange/$box', params: { box: 'drafts' } });
      },
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('remove')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('removeSure')}
        consequence={say('removeWhat')}
        action={say('remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const AuthorActions = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const show = useToasts();
  const propose = useItemVerb('propose');
  return (
    <>
      {propose.isError && <ErrorNotice error={propose.error} />}
      {item.state === 'draft' && <RemoveButton item={item} />}
      <ButtonLink
        variant="default"
        to={isRequest(item) ? '/requests/ask' : '/exchange/compose'}
        search={{ item: item.id }}
        leftSection={<IconEdit size={18} aria-hidden />}
      >
        {say('edit')}
      </ButtonLink>
      <Button
        loading={propose.isPending}
        leftSection={<IconUserCheck size={18} aria-hidden />}
        onClick={() => propose.mutate(item, { onSuccess: () => show({ text: say('proposed') }) })}
      >
        {say('propose')}
      </Button>
    </>
  );
};

/** The author thinks again before the contact point has decided: the proposal is a draft once more. */
const WithdrawButton = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const show = useToasts();
  const withdraw = useItemVerb('withdraw');
  return (
    <>
      {withdraw.isError && <ErrorNotice error={withdraw.error} />}
      <Button
        variant="default"
        loading={withdraw.isPending}
        leftSection={<IconArrowBack size={18} aria-hidden />}
        onClick={() => withdraw.mutate(item, { onSuccess: () => show({ text: say('withdrawn') }) })}
      >
        {say('withdraw')}
      </Button>
    </>
  );
};

/** The object that makes an item a request. */
const requestType = 'x-tansiq-request';
const isRequest = ({ types }: Item): boolean => (types[requestType] ?? 0) > 0;

/** What is done about a request stands on a page of its own. */
const RequestLink = ({ id }: Pick<Item, 'id'>) => {
  const say = useWords(readerWords);
  return (
    <ButtonLink
      variant="default"
      to="/requests/$id"
      params={{ id }}
      leftSection={<IconMessageQuestion size={18} aria-hidden />}
    >
      {say('request')}
    </ButtonLink>
  );
};

export const ItemActions = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const graph = useWords(graphWords);
  const me = useMe();
  const isMine = item.author === me.person;
  const isTombstone = item.state === 'recalled' && !item.own;
  return (
    <>
      {!me.guest && isRequest(item) && <RequestLink id={item.id} />}
      {!me.guest && !isTombstone && (
        <ButtonLink
          variant="default"
          to="/exchange/graph"
          search={{ node: item.id }}
          leftSection={<IconAffiliate size={18} aria-hidden />}
        >
          {graph('open')}
        </ButtonLink>
      )}
      {!isTombstone && (
        <Button
          variant="default"
          component="a"
          href={exportPath(item.id)}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {say('export')}
        </Button>
      )}
      {isUnderControl(item) && <ControlActions item={item} />}
      {item.state === 'received' && <AssignButton item={item} />}
      {item.own && (item.state === 'draft' || item.state === 'returned') && <AuthorActions item={item} />}
      {item.state === 'proposed' && isMine && <WithdrawButton item={item} />}
      {item.state === 'proposed' && !isMine && me.role === 'contact-point' && <ReleaseActions item={item} />}
    </>
  );
};
