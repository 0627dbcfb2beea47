import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useChangePassword } from './security-queries.ts';
import { securityWords } from './security-words.ts';
import { signInWords } from './sign-in-words.ts';

/** As parties' contract: a password has at least this many characters. */
export const passwordLeast = 12;

interface BlankNeeds {
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A password, written from left to right and shown on demand. */
export const PasswordBlank = ({ onChange, ...blank }: BlankNeeds) => {
  const signIn = useWords(signInWords);
  return (
    <PasswordInput
      {...blank}
      dir="ltr"
      maxLength={200}
      visibilityToggleButtonProps={{ 'aria-label': signIn('showPassword'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** The old password proves who asks; other sessions end with it. */
export const ChangePassword = () => {
  const say = useWords(securityWords);
  const show = useToasts();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const send = (): void =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          show({ text: say('passwordChanged') });
        },
      },
    );
  return (
    <Stack maw="24rem">
      <PasswordBlank
        label={say('currentPassword')}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <PasswordBlank
        label={say('newPassword')}
        description={say('passwordRule')}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
      />
      {change.isError && <ErrorNotice error={change.error} />}
      <div>
        <Button
          variant="default"
          loading={change.isPending}
          disabled={current === '' || next.length < passwordLeast}
          onClick={send}
        >
          {say('changePassword')}
        </Button>
      </div>
    </Stack>
  );
};
