/** Checks the badge of a visiting officer on a phone, also where there is no network. */
import { Button, FileButton, Stack, Text, Textarea } from '@mantine/core';
import { IconCamera, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import {
  type BadgeCheck,
  type BadgeStatement,
  powerWords,
  specialtyWords,
} from '../../../../server/capabilities/assistance/deployment/badge-contract.ts';
import type { BadgeKeyFile } from '../../../../server/capabilities/assistance/deployment/board-contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { useVerb } from '../../../kit/verb.ts';
import { checkCode, keepKeys, keptKeys } from './badge-check.ts';
import styles from './deployment.module.css';
import { Facts } from './parts.tsx';
import { readPicture } from './qr-picture.ts';
import { loadBadgeKeys } from './queries.ts';
import { verifyWords } from './verify-words.ts';

/** What this device checks with: what it kept, and what the node gives when it can be reached. */
const useKeys = () => {
  const [keys, setKeys] = useState<BadgeKeyFile | null>(keptKeys);
  const loading = useVerb({
    mutationFn: loadBadgeKeys,
    // Tried without a network too: it fails at once and says so, and does not wait for one.
    networkMode: 'always',
    onSuccess: (loaded) => {
      keepKeys(loaded);
      setKeys(loaded);
    },
  });
  const { mutate } = loading;
  useEffect(() => mutate(), [mutate]);
  return { keys, refresh: () => mutate(), busy: loading.isPending, isStale: loading.isError };
};

const Stated = ({ statement }: { statement: BadgeStatement }) => {
  const say = useWords(verifyWords);
  const pick = usePick();
  const { locale } = useReading();
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  const powers = list.format(statement.k.map((power) => pick(powerWords[power])));
  return (
    <Stack gap="xs">
      <Text size="xl" fw={600}>
        <Name>{statement.n}</Name>
      </Text>
      <Text size="lg" fw={600} className={statement.w ? styles.late : undefined}>
        {say(statement.w ? 'armed' : 'unarmed')}
      </Text>
      <Facts
        facts={[
          [say('from'), <Name key="from">{statement.s}</Name>],
          [say('role'), pick(specialtyWords[statement.r])],
          [
            say('days'),
            <bdi key="days" dir="ltr" className={styles.unbroken}>
              {statement.f} → {statement.u}
            </bdi>,
          ],
          ...(statement.z.length === 0
            ? []
            : ([[say('zones'), <Name key="zones">{statement.z.join(' · ')}</Name>]] as const)),
          ...(powers === '' ? [] : ([[say('powers'), powers]] as const)),
          [
            say('number'),
            <bdi key="number" dir="ltr">
              {statement.b}
            </bdi>,
          ],
        ]}
      />
    </Stack>
  );
};

const Result = ({ check }: { check: BadgeCheck }) => {
  const say = useWords(verifyWords);
  return (
    <Stack role="status" gap="sm">
      <div className={styles.verdict} data-verdict={check.verdict}>
        {say(check.verdict)}
      </div>
      {check.statement !== null && <Stated statement={check.statement} />}
    </Stack>
  );
};

type Outcome =
  | { readonly kind: 'checked'; readonly check: BadgeCheck }
  | { readonly kind: 'notFound' | 'unsupported' };

const Checking = ({ keys }: { keys: BadgeKeyFile }) => {
  const say = useWords(verifyWords);
  const [code, setCode] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const check = async (text: string): Promise<void> => {
    setCode(text);
    try {
      setOutcome(text.trim() === '' ? null : { kind: 'checked', check: await checkCode(text, keys) });
    } catch {
      setOutcome({ kind: 'unsupported' });
    }
  };
  const scan = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const text = await readPicture(file);
    if (text === null) setOutcome({ kind: 'notFound' });
    else await check(text);
  };
  return (
    <Stack>
      <FileButton accept="image/*" capture="environment" onChange={(file) => void scan(file)}>
        {(props) => (
          <Button size="lg" fullWidth leftSection={<IconCamera aria-hidden />} {...props}>
            {say('scan')}
          </Button>
        )}
      </FileButton>
      {outcome !== null &&
        (outcome.kind === 'checked' ? (
          <Result check={outcome.check} />
        ) : (
          <Text role="alert" className={styles.late}>
            {say(outcome.kind)}
          </Text>
        ))}
      <Textarea
        label={say('paste')}
        rows={3}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        value={code}
        onChange={(event) => void check(event.currentTarget.value)}
      />
    </Stack>
  );
};

export const VerifyScreen = () => {
  const say = useWords(verifyWords);
  const dates = useDates();
  const { keys, refresh, busy, isStale } = useKeys();
  return (
    <Page title={say('title')} teach={say('teach')}>
      <Stack maw="30rem">
        {keys === null ? <Text role="alert">{say('noKeys')}</Text> : <Checking keys={keys} />}
        <Text size="sm" c="dimmed">
          {keys !== null && say('listed', { moment: dates.moment(keys.madeAt) })}
        </Text>
        {isStale && keys !== null && <Text role="status">{say('stale')}</Text>}
        <Button variant="default" loading={busy} leftSection={<IconRefresh aria-hidden />} onClick={refresh}>
          {say('refresh')}
        </Button>
      </Stack>
    </Page>
  );
};
