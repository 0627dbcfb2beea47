import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { LanguageSwitch } from '../../kit/language-switch.tsx';
import { Name } from '../../kit/name.tsx';
import type { TotpSetup } from './security-queries.ts';
import { securityWords } from './security-words.ts';
import { startAs } from './session.ts';
import styles from './sign-in.module.css';
import { signInWords } from './sign-in-words.ts';
import { RecoveryCodes, TotpScan } from './totp-parts.tsx';

/** As parties' contract: a password has at least this many characters. */
const passwordLeast = 12;

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

/** Looks at the invitation and begins the verification code; the token travels in bodies only, never in a path. */
const useInvitation = (token: string) =>
  useMutation({
    mutationFn: async () => {
      const invited = await api.post<Invited>('/api/enrolment', { token });
      const setup = await api.post<TotpSetup>('/api/enrolment/totp', { token });
      return { invited, setup };
    },
  });

const Steps = ({ token, invited, setup }: { token: string; invited: Invited; setup: TotpSetup }) => {
  const say = useWords(securityWords);
  const signIn = useWords(signInWords);
  const pick = usePick();
  const { language } = useReading();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const finish = useMutation({
    mutationFn: () =>
      api.post<Enrolled>('/api/enrolment/finish', { kind: 'password', token, password, code }),
  });
  const enrolled = finish.data;
  if (enrolled)
    return (
      <Stack>
        <RecoveryCodes codes={enrolled.recoveryCodes} />
        <Button
          onClick={() => {
            startAs(client, enrolled.me);
            window.location.replace('/');
          }}
        >
          {say('enter')}
        </Button>
      </Stack>
    );
  return (
    <Stack>
      <Text>
        <Name>{language === 'ar' ? invited.nameArabic : invited.name}</Name>
        {' · '}
        <Name>{pick(invited.party.name)}</Name>
      </Text>
      <Text size="sm">{say('enrolTeach')}</Text>
      <PasswordInput
        label={say('newPassword')}
        dir="ltr"
        autoComplete="new-password"
        minLength={passwordLeast}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': signIn('showPassword'), tabIndex: 0 }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TotpScan setup={setup} code={code} onCode={setCode} />
      {finish.isError && <ErrorNotice error={finish.error} />}
      <Button
        loading={finish.isPending}
        disabled={password.length < passwordLeast || !/^\d{6}$/.test(code)}
        onClick={() => finish.mutate()}
      >
        {say('finish')}
      </Button>
    </Stack>
  );
};

/** Where the one-time link of an invited person leads: `/enrol#token`. A fragment never reaches a server's log. */
export const EnrolScreen = () => {
  const say = useWords(securityWords);
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(token);
  const { mutate } = invitation;
  useEffect(() => {
    document.title = say('enrolTitle');
  }, [say]);
  useEffect(() => mutate(), [mutate]);
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
            {invitation.isError && <ErrorNotice error={invitation.error} onRetry={() => mutate()} />}
            {invitation.data && <Steps token={token} {...invitation.data} />}
          </Stack>
        </Paper>
      </div>
    </main>
  );
};
