import { Button, Group, Paper, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { LanguageSwitch } from '../../kit/language-switch.tsx';
import { Name } from '../../kit/name.tsx';
import { useVerb } from '../../kit/verb.ts';
import { PasswordBlank, passwordLeast } from './change-password.tsx';
import type { TotpSetup } from './security-queries.ts';
import { securityWords } from './security-words.ts';
import { startAs, useWays } from './session.ts';
import styles from './sign-in.module.css';
import { RecoveryCodes, TotpScan } from './totp-parts.tsx';

interface Invited {
  readonly name: string;
  readonly nameArabic: string;
  readonly email: string;
  readonly party: Me['party'];
}

interface Enrolled {
  readonly me: Me;
  readonly recoveryCodes: readonly string[];
}

/**
 * Looks at the invitation and begins the code; the token travels in bodies only, never in a path. Each
 * beginning makes a new secret: asked twice, the one on the screen could be the one that no longer counts.
 */
const useInvitation = (token: string) =>
  useQuery({
    queryKey: ['enrolment', token],
    queryFn: async () => {
      const invited = await api.post<Invited>('/api/enrolment', { token });
      const setup = await api.post<TotpSetup>('/api/enrolment/totp', { token });
      return { invited, setup };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

const useFinish = () =>
  useVerb({ mutationFn: (body: unknown) => api.post<Enrolled>('/api/enrolment/finish', body) });
type Finish = ReturnType<typeof useFinish>;

interface WayNeeds {
  readonly token: string;
  readonly finish: Finish;
}

const PasswordWay = ({ token, finish, setup }: WayNeeds & { setup: TotpSetup }) => {
  const say = useWords(securityWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  return (
    <Stack>
      <Text size="sm">{say('enrolTeach')}</Text>
      <PasswordBlank
        label={say('newPassword')}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <TotpScan setup={setup} code={code} onCode={setCode} />
      {finish.isError && <ErrorNotice error={finish.error} />}
      <Button
        loading={finish.isPending}
        disabled={password.length < passwordLeast || !/^\d{6}$/.test(code)}
        onClick={() => finish.mutate({ kind: 'password', token, password, code })}
      >
        {say('finish')}
      </Button>
    </Stack>
  );
};

interface Creation {
  readonly challenge: string;
  readonly options: Parameters<typeof import('@simplewebauthn/browser').startRegistration>[0]['optionsJSON'];
}

/** Asks the node for options, the device for a key; what the device says is only that it was not done. */
const usePasskeyWay = ({ token, finish }: WayNeeds) => {
  const [failed, setFailed] = useState(false);
  const start = async (label: string): Promise<void> => {
    setFailed(false);
    const { challenge, options } = await api.post<Creation>('/api/enrolment/passkey/options', { token });
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await startRegistration({ optionsJSON: options });
    finish.mutate({ kind: 'passkey', token, challenge, label, response });
  };
  return { failed, start: (label: string) => void start(label).catch(() => setFailed(true)) };
};

const PasskeyWay = (needs: WayNeeds) => {
  const say = useWords(securityWords);
  const [label, setLabel] = useState('');
  const { failed, start } = usePasskeyWay(needs);
  return (
    <Stack>
      <Text size="sm">{say('passkeysTeach')}</Text>
      <TextInput
        label={say('label')}
        dir="auto"
        maxLength={80}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {failed && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {say('passkeyFailed')}
        </Text>
      )}
      {needs.finish.isError && <ErrorNotice error={needs.finish.error} />}
      <Button
        loading={needs.finish.isPending}
        disabled={label.trim() === ''}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => start(label.trim())}
      >
        {say('finishPasskey')}
      </Button>
    </Stack>
  );
};

/** The codes are shown once: going on is the reader's own step. */
const Done = ({ enrolled }: { enrolled: Enrolled }) => {
  const say = useWords(securityWords);
  const client = useQueryClient();
  const enter = (): void => {
    startAs(client, enrolled.me);
    window.location.replace('/');
  };
  return (
    <Stack>
      <RecoveryCodes codes={enrolled.recoveryCodes} />
      <Button onClick={enter}>{say('enter')}</Button>
    </Stack>
  );
};

const ways = ['password', 'passkey'] as const;
type Way = (typeof ways)[number];
const wayNames = { password: 'wayPassword', passkey: 'wayPasskey' } as const;

const Steps = ({ token, invited, setup }: { token: string; invited: Invited; setup: TotpSetup }) => {
  const say = useWords(securityWords);
  const pick = usePick();
  const { language } = useReading();
  const offered = useWays().data;
  const finish = useFinish();
  const [way, setWay] = useState<Way>('password');
  if (finish.data) return <Done enrolled={finish.data} />;
  return (
    <Stack>
      <Text>
        <Name>{language === 'ar' ? invited.nameArabic : invited.name}</Name>
        {' · '}
        <Name>{pick(invited.party.name)}</Name>
      </Text>
      {offered?.passkey && (
        <SegmentedControl
          aria-label={say('way')}
          value={way}
          data={ways.map((value) => ({ value, label: say(wayNames[value]) }))}
          onChange={setWay}
        />
      )}
      {way === 'password' ? (
        <PasswordWay token={token} finish={finish} setup={setup} />
      ) : (
        <PasskeyWay token={token} finish={finish} />
      )}
    </Stack>
  );
};

/** Where an invited person's one-time link leads: `/enrol#token`. A fragment never reaches a server's log. */
export const EnrolScreen = () => {
  const say = useWords(securityWords);
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(token);
  useEffect(() => {
    document.title = say('enrolTitle');
  }, [say]);
  return (
    <main className={styles.frame}>
      <div className={styles.column}>
        <Group justify="flex-end">
          <LanguageSwitch />
        </Group>
        <Paper withBorder p="lg" radius="lg">
          <Stack>
            <Title order={1} size="h3">
              {say('enrolTitle')}
            </Title>
            {invitation.isError && (
              <ErrorNotice error={invitation.error} onRetry={() => void invitation.refetch()} />
            )}
            {invitation.data && <Steps token={token} {...invitation.data} />}
          </Stack>
        </Paper>
      </div>
    </main>
  );
};
