/** The holder's side: hits that partners had here, and whether a request about one is to be answered. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileText, IconInbox, IconMessageQuestion } from '@tabler/icons-react';
import type { Told } from '../../../server/capabilities/matching/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { Identifier } from './identifier.tsx';
import { kindWords } from './kind-words.ts';
import styles from './matching.module.css';
import { mayAsk } from './places.ts';
import { useDecideTold, useTold } from './queries.ts';
import { toldWords } from './told-words.ts';

const Decide = ({ told }: { told: Told }) => {
  const say = useWords(toldWords);
  const show = useToasts();
  const decide = useDecideTold();
  const choose = (toAnswer: boolean): void =>
    decide.mutate({ told: told.id, toAnswer }, { onSuccess: () => show({ text: say('decided') }) });
  return (
    <>
      {decide.isError && <ErrorNotice error={decide.error} />}
      <Group gap="xs">
        <Button loading={decide.isPending} onClick={() => choose(true)}>
          {say('toAnswer')}
        </Button>
        <Button variant="default" loading={decide.isPending} onClick={() => choose(false)}>
          {say('notToAnswer')}
        </Button>
      </Group>
    </>
  );
};

const looks = { open: 'filled', 'to-answer': 'light', 'not-to-answer': 'default' } as const;

const What = ({ told }: { told: Told }) => {
  const say = useWords(toldWords);
  const kind = useWords(kindWords);
  if (told.kind === null || told.form === null)
    return <Text fw={600}>{say('countOnly', { count: told.hits })}</Text>;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {kind(told.kind)}
      </Text>
      <Identifier text={told.form} {...(styles.number === undefined ? {} : { className: styles.number })} />
      {told.kind === 'name-birth' && <Text size="sm">{say('nameForm')}</Text>}
    </div>
  );
};

const ToldCard = ({ told }: { told: Told }) => {
  const say = useWords(toldWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const { role } = useMe();
  return (
    <article className={styles.hit} data-state={told.state} aria-label={nameOf(told.partner)}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text size="sm">
            <Name>{nameOf(told.partner)}</Name> · <Moment at={told.toldAt} />
          </Text>
          <Badge variant={looks[told.state]} className={styles.badge}>
            {say(`state-${told.state}`)}
          </Badge>
        </Group>
        <What told={told} />
        <Text size="sm" c="dimmed">
          {pick(terms.fields[told.field])} · {pick(terms.purposes[told.purpose])}
        </Text>
        {mayAsk(role) && told.state === 'open' && <Decide told={told} />}
        <Group gap="xs">
          {told.items.map((id, at) => (
            <ButtonLink
              key={id}
              size="compact-sm"
              variant="default"
              to="/exchange/items/$id"
              params={{ id }}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {told.items.length === 1 ? say('item') : say('itemOf', { number: at + 1 })}
            </ButtonLink>
          ))}
          <ButtonLink
            size="compact-sm"
            variant="default"
            to="/requests"
            search={{ view: 'waiting-us' }}
            leftSection={<IconMessageQuestion size={16} aria-hidden />}
          >
            {say('requests')}
          </ButtonLink>
        </Group>
      </Stack>
    </article>
  );
};

export const ToldView = () => {
  const say = useWords(toldWords);
  return (
    <Loaded query={useTold()}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState icon={IconInbox} title={say('empty')} teach={say('emptyTeach')} />
        ) : (
          <Stack maw="64rem" gap="sm">
            <Text size="sm">{say('teach')}</Text>
            {all.map((told) => (
              <ToldCard key={told.id} told={told} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
};
