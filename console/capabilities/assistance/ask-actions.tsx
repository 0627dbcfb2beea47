/** What may be done with an ask as a whole: proposed, taken back, issued, amended, withdrawn, given up. */
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ask } from '../../../server/capabilities/assistance/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { askWords } from './ask-words.ts';
import { mayAsk, mayRelease, mayWithdraw } from './places.ts';
import { useAskVerb } from './queries.ts';

interface AskedFirst {
  readonly label: string;
  readonly title: string;
  readonly consequence: string;
  readonly danger?: boolean;
  readonly reason?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDone: (reason: string, close: () => void) => void;
}

/** A button that asks before it does something, and for the reason where one is wanted. */
export const AskedFirst = (needs: AskedFirst) => {
  const say = useWords(askWords);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button variant={needs.danger ? 'default' : 'filled'} onClick={() => setOpened(true)}>
        {needs.label}
      </Button>
      <ConfirmDialog
        opened={opened}
        danger={needs.danger ?? false}
        title={needs.title}
        consequence={needs.consequence}
        action={needs.label}
        busy={needs.busy}
        disabled={needs.reason === true && reason.trim() === ''}
        error={needs.error}
        onConfirm={() => needs.onDone(reason.trim(), () => setOpened(false))}
        onClose={() => setOpened(false)}
      >
        {needs.reason && (
          <TextInput
            data-autofocus
            label={say('why')}
            required
            dir="auto"
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </ConfirmDialog>
    </>
  );
};

const Planner = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useAskVerb(ask.id);
  const open = ask.versions.find(({ state }) => state !== 'issued');
  const takeBack = (): void => mutate({ verb: 'take-back' });
  const propose = (): void =>
    mutate({ verb: 'propose' }, { onSuccess: () => show({ text: say('proposed'), undo: takeBack }) });
  if (open?.state === 'proposed')
    return (
      <Button variant="default" loading={isPending} onClick={takeBack}>
        {say('takeBack')}
      </Button>
    );
  return (
    <>
      <ButtonLink variant="default" to="/assistance/asks/$id/edit" params={{ id: ask.id }}>
        {say(open === undefined ? 'amend' : 'edit')}
      </ButtonLink>
      {open !== undefined && (
        <>
          <AskedFirst
            danger
            label={say('discard')}
            title={say('discardSure')}
            consequence={say('discardWhat')}
            busy={isPending}
            error={error}
            onDone={(_reason, close) =>
              mutate(
                { verb: 'discard' },
                {
                  onSuccess: () => {
                    close();
                    if (ask.version === 0) void navigate({ to: '/assistance', search: {} });
                  },
                },
              )
            }
          />
          <Button loading={isPending} onClick={propose}>
            {say('propose')}
          </Button>
        </>
      )}
    </>
  );
};

const Releaser = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const show = useToasts();
  const { mutate, isPending, error } = useAskVerb(ask.id);
  return (
    <>
      <AskedFirst
        danger
        reason
        label={say('giveBack')}
        title={say('giveBack')}
        consequence={say('giveBackWhat')}
        busy={isPending}
        error={error}
        onDone={(reason, close) => mutate({ verb: 'take-back', reason }, { onSuccess: close })}
      />
      <AskedFirst
        label={say('issue')}
        title={say('issueSure')}
        consequence={say('issueWhat')}
        busy={isPending}
        error={error}
        onDone={(_reason, close) =>
          mutate(
            { verb: 'issue' },
            {
              onSuccess: () => {
                close();
                show({ text: say('issued') });
              },
            },
          )
        }
      />
    </>
  );
};

const Withdraw = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const { mutate, isPending, error } = useAskVerb(ask.id);
  return (
    <AskedFirst
      danger
      reason
      label={say('withdraw')}
      title={say('withdraw')}
      consequence={[
        say('withdrawWhat'),
        ...(ask.officers.here + ask.officers.toCome > 0 ? [say('withdrawOfficers', ask.officers)] : []),
      ].join(' ')}
      busy={isPending}
      error={error}
      onDone={(reason, close) => mutate({ verb: 'withdraw', reason }, { onSuccess: close })}
    />
  );
};

export const AskActions = ({ ask }: { ask: Ask }) => {
  const { role } = useMe();
  if (!ask.own || ask.state === 'withdrawn') return null;
  const isProposed = ask.versions.some(({ state }) => state === 'proposed');
  return (
    <>
      {mayAsk(role) && <Planner ask={ask} />}
      {mayRelease(role) && isProposed && <Releaser ask={ask} />}
      {mayWithdraw(role) && ask.state === 'issued' && <Withdraw ask={ask} />}
    </>
  );
};
