import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFingerprint, IconKey } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Passkey, Session } from '../../../server/capabilities/parties/contract.ts';
import { ApiFault } from '../../kit/api.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { ChangePassword } from './change-password.tsx';
import {
  useAddPasskey,
  useBeginTotp,
  useConfirmTotp,
  useEndSession,
  usePasskeys,
  useRemovePasskey,
  useSessions,
} from './security-queries.ts';
import { securityWords } from './security-words.ts';
import { Tokens } from './tokens.tsx';
import { RecoveryCodes, TotpScan } from './totp-parts.tsx';
import { partiesWords } from './words.ts';

const Section = (needs: { title: string; teach?: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {needs.title}
      </Title>
      {needs.teach && (
        <Text size="sm" c="dimmed" mb="sm">
          {needs.teach}
        </Text>
      )}
      {needs.children}
    </Paper>
  );
};

const PasskeyRow = ({ passkey }: { passkey: Passkey }) => {
  const say = useWords(securityWords);
  const remove = useRemovePasskey();
  const [opened, setOpened] = useState(false);
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>
          <Name>{passkey.label}</Name>
        </Text>
        <Text size="sm" c="dimmed">
          {say('created')} <Moment at={passkey.createdAt} />
          {' · '}
          {passkey.lastUsedAt ? (
            <>
              {say('used')} <Moment at={passkey.lastUsedAt} />
            </>
          ) : (
            say('unused')
          )}
        </Text>
      </div>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {say('remove')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('removeSure', { name: passkey.label })}
        consequence={say('removeWhat')}
        action={say('remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(passkey.id, { onSuccess: () => setOpened(false) })}
        onClose={() => setOpened(false)}
      />
    </Group>
  );
};

const AddPasskey = () => {
  const say = useWords(securityWords);
  const show = useToasts();
  const add = useAddPasskey();
  const [label, setLabel] = useState('');
  return (
    <>
      <Group align="flex-end">
        <TextInput
          label={say('label')}
          dir="auto"
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button
          loading={add.isPending}
          disabled={label.trim() === ''}
          leftSection={<IconFingerprint size={18} aria-hidden />}
          onClick={() =>
            add.mutate(label.trim(), {
              onSuccess: () => {
                setLabel('');
                show({ text: say('passkeyAdded') });
              },
            })
          }
        >
          {say('addPasskey')}
        </Button>
      </Group>
      {add.error instanceof ApiFault && <ErrorNotice error={add.error} />}
      {add.isError && !(add.error instanceof ApiFault) && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {say('passkeyFailed')}
        </Text>
      )}
    </>
  );
};

const Totp = () => {
  const say = useWords(securityWords);
  const begin = useBeginTotp();
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} />;
  if (!begin.data)
    return (
      <Stack>
        {begin.isError && <ErrorNotice error={begin.error} />}
        <div>
          <Button
            variant="default"
            loading={begin.isPending}
            leftSection={<IconKey size={18} aria-hidden />}
            onClick={() => begin.mutate()}
          >
            {say('totpStart')}
          </Button>
        </div>
      </Stack>
    );
  return (
    <Stack>
      <TotpScan setup={begin.data} code={code} onCode={setCode} />
      {confirm.isError && <ErrorNotice error={confirm.error} />}
      <div>
        <Button
          loading={confirm.isPending}
          disabled={!/^\d{6}$/.test(code)}
          onClick={() => confirm.mutate(code)}
        >
          {say('confirm')}
        </Button>
      </div>
    </Stack>
  );
};

const SessionRow = ({ session }: { session: Session }) => {
  const say = useWords(securityWords);
  const show = useToasts();
  const end = useEndSession();
  return (
    <Group justify="space-between">
      <div>
        <Group gap="xs">
          <Text fw={600}>
            <Name>{session.agent}</Name>
          </Text>
          {session.current && <Badge size="sm">{say('current')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {say('from')} <bdi dir="ltr">{session.address}</bdi>
          {' · '}
          {say('started')} <Moment at={session.createdAt} />
          {' · '}
          {say('seen')} <Moment at={session.lastSeenAt} />
        </Text>
        {end.isError && <ErrorNotice error={end.error} />}
      </div>
      {!session.current && (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate(session.id, { onSuccess: () => show({ text: say('revoked') }) })}
        >
          {say('revoke')}
        </Button>
      )}
    </Group>
  );
};

/** What guards one's own account: passkeys, the verification code, and where it is open. */
export const SecurityScreen = () => {
  const say = useWords(securityWords);
  const party = useWords(partiesWords);
  return (
    <Page title={party('security')} teach={say('teach')}>
      <Stack maw="52rem">
        <Section title={say('passkeys')} teach={say('passkeysTeach')}>
          <Stack>
            <Loaded query={usePasskeys()}>
              {(rows) =>
                rows.length === 0 ? (
                  <Text>{say('noPasskey')}</Text>
                ) : (
                  rows.map((passkey) => <PasskeyRow key={passkey.id} passkey={passkey} />)
                )
              }
            </Loaded>
            <AddPasskey />
          </Stack>
        </Section>
        <Section title={say('totp')} teach={say('totpTeach')}>
          <Totp />
        </Section>
        <Section title={say('password')}>
          <ChangePassword />
        </Section>
        <Section title={say('tokens')} teach={say('tokensTeach')}>
          <Tokens />
        </Section>
        <Section title={say('sessions')}>
          <Loaded query={useSessions()}>
            {(rows) => (
              <Stack>
                {rows.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </Stack>
            )}
          </Loaded>
        </Section>
      </Stack>
    </Page>
  );
};
