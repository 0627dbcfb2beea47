import {
  Alert,
  Button,
  Divider,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconFingerprint, IconInfoCircle, IconLogin2 } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '../../kit/api.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { LanguageSwitch } from '../../kit/language-switch.tsx';
import { Loaded } from '../../kit/query.tsx';
import { kitWords } from '../../kit/words.ts';
import { useSignIn, useWays, type Ways } from './session.ts';
import styles from './sign-in.module.css';
import { signInWords } from './sign-in-words.ts';

const submits = (run: () => void) => (event: FormEvent) => {
  event.preventDefault();
  run();
};

const PasswordStep = ({ onChallenge }: { onChallenge: (challenge: string) => void }) => {
  const say = useWords(signInWords);
  const signIn = useSignIn('password');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = (): void =>
    signIn.mutate(
      { email, password },
      { onSuccess: (answer) => answer.kind === 'totp' && onChallenge(answer.challenge) },
    );
  return (
    <form onSubmit={submits(send)}>
      <Stack>
        <TextInput
          label={say('email')}
          type="email"
          dir="ltr"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('password')}
          dir="ltr"
          autoComplete="current-password"
          required
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.isError && <ErrorNotice error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending} leftSection={<IconLogin2 size={18} aria-hidden />}>
          {say('next')}
        </Button>
      </Stack>
    </form>
  );
};

const TotpStep = ({ challenge, onBack }: { challenge: string; onBack: () => void }) => {
  const say = useWords(signInWords);
  const signIn = useSignIn('totp');
  const [code, setCode] = useState('');
  return (
    <form onSubmit={submits(() => signIn.mutate({ challenge, code }))}>
      <Stack>
        <Title order={2} size="h4">
          {say('codeTitle')}
        </Title>
        <Text size="sm">{say('codeTeach')}</Text>
        <TextInput
          label={say('code')}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {signIn.isError && <ErrorNotice error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {say('verify')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {say('otherAccount')}
        </Button>
      </Stack>
    </form>
  );
};

interface PasskeyOptions {
  readonly challenge: string;
  readonly options: Parameters<
    typeof import('@simplewebauthn/browser').startAuthentication
  >[0]['optionsJSON'];
}

const PasskeyButton = () => {
  const say = useWords(signInWords);
  const signIn = useSignIn('passkey');
  const [failed, setFailed] = useState(false);
  const start = async (): Promise<void> => {
    setFailed(false);
    try {
      const { challenge, options } = await api.post<PasskeyOptions>('/api/session/passkey/options');
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const response = await startAuthentication({ optionsJSON: options });
      signIn.mutate({ challenge, response });
    } catch {
      // The browser says only that it was not done: cancelled, timed out, or no such key.
      setFailed(true);
    }
  };
  return (
    <>
      <Button
        variant="default"
        loading={signIn.isPending}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => void start()}
      >
        {say('passkey')}
      </Button>
      {failed && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {say('passkeyFailed')}
        </Text>
      )}
      {signIn.isError && <ErrorNotice error={signIn.error} />}
    </>
  );
};

const WaysIn = ({ ways }: { ways: Ways }) => {
  const say = useWords(signInWords);
  const [challenge, setChallenge] = useState<string | null>(null);
  if (challenge) return <TotpStep challenge={challenge} onBack={() => setChallenge(null)} />;
  return (
    <Stack>
      {ways.password && <PasswordStep onChallenge={setChallenge} />}
      {ways.password && (ways.passkey || ways.oidc) && <Divider label={say('or')} />}
      {ways.passkey && <PasskeyButton />}
      {ways.oidc && (
        <Button component="a" href="/api/session/oidc" variant="default">
          {say('oidc', { name: ways.oidc.name })}
        </Button>
      )}
    </Stack>
  );
};

const Heading = () => {
  const say = useWords(signInWords);
  const kit = useWords(kitWords);
  return (
    <Group wrap="nowrap" align="flex-start">
      <img src="/icon.svg" alt="" width={44} height={44} />
      <div>
        <Title order={1} size="h3" lh={1.3}>
          <bdi>{kit('product')}</bdi>
        </Title>
        <Text size="sm" c="dimmed">
          {say('lead')}
        </Text>
      </div>
    </Group>
  );
};

/** Password then code, or a passkey, or the service's own single sign-on. */
export const SignInScreen = () => {
  const say = useWords(signInWords);
  const kit = useWords(kitWords);
  const ways = useWays();
  useEffect(() => {
    document.title = `${say('title')} · ${kit('product')}`;
  }, [say, kit]);
  return (
    <main className={styles.frame}>
      <div className={styles.column}>
        <Group justify="flex-end">
          <LanguageSwitch />
        </Group>
        <Paper withBorder p="lg" radius="lg">
          <Stack>
            <Heading />
            {ways.data?.demo && (
              <Alert color="yellow" icon={<IconInfoCircle />}>
                {say('demo')} {ways.data.filling && say('filling')}
              </Alert>
            )}
            {new URLSearchParams(window.location.search).has('fault') && (
              <Alert color="red" role="alert">
                {say('oidcFailed')}
              </Alert>
            )}
            <Loaded query={ways}>{(answer) => <WaysIn ways={answer} />}</Loaded>
          </Stack>
        </Paper>
      </div>
    </main>
  );
};
