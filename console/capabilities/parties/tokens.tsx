import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Token } from '../../../server/capabilities/parties/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { OneTimeText } from './one-time-text.tsx';
import { useMakeToken, useRemoveToken, useTokens } from './security-queries.ts';
import { securityWords } from './security-words.ts';
import { useMe } from './session.ts';

/** For how long a token may be good, in days. */
const lifetimes = [7, 30, 90, 365] as const;

const TokenRow = ({ token }: { token: Token }) => {
  const say = useWords(securityWords);
  const pick = usePick();
  const show = useToasts();
  const remove = useRemoveToken();
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>
          <Name>{token.label}</Name>
        </Text>
        <Text size="sm" c="dimmed">
          {pick(terms.roles[token.role])}
          {' · '}
          {say('expires')} <Moment at={token.expiresAt} />
          {' · '}
          {token.lastUsedAt ? (
            <>
              {say('used')} <Moment at={token.lastUsedAt} />
            </>
          ) : (
            say('unused')
          )}
        </Text>
        {remove.isError && <ErrorNotice error={remove.error} />}
      </div>
      <Button
        size="xs"
        variant="default"
        loading={remove.isPending}
        onClick={() => remove.mutate(token.id, { onSuccess: () => show({ text: say('tokenRevoked') }) })}
      >
        {say('revokeToken')}
      </Button>
    </Group>
  );
};

const MakeToken = () => {
  const say = useWords(securityWords);
  const { role } = useMe();
  const make = useMakeToken();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number>(lifetimes[1]);
  if (make.data)
    return (
      <OneTimeText title={say('tokenMade')} teach={say('tokenMadeTeach')} onClose={make.reset}>
        {make.data.bearer}
      </OneTimeText>
    );
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          label={say('tokenLabel')}
          dir="auto"
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('tokenLifetime')}
          value={String(days)}
          data={lifetimes.map((value) => ({ value: String(value), label: say('days', { count: value }) }))}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
        <Button
          loading={make.isPending}
          disabled={label.trim() === ''}
          onClick={() => make.mutate({ label: label.trim(), role, days }, { onSuccess: () => setLabel('') })}
        >
          {say('makeToken')}
        </Button>
      </Group>
      {make.isError && <ErrorNotice error={make.error} />}
    </Stack>
  );
};

/** Keys for programs that act as this person, under the role that he acts under now. */
export const Tokens = () => {
  const say = useWords(securityWords);
  return (
    <Stack>
      <Loaded query={useTokens()}>
        {(rows) =>
          rows.length === 0 ? (
            <Text>{say('noToken')}</Text>
          ) : (
            rows.map((token) => <TokenRow key={token.id} token={token} />)
          )
        }
      </Loaded>
      <MakeToken />
    </Stack>
  );
};
