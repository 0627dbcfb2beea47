/** What came of a check: each identifier at each partner, as the answers come; hits first. */
import { Button, Group, Paper, Progress, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CheckResult } from '../../../server/capabilities/matching/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import banner from '../../kit/marking-banner.module.css';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { terms } from '../../kit/terms.ts';
import { kitWords } from '../../kit/words.ts';
import { usePartyName, usePersonName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { CheckState, StopWatch, WatchState } from './check-state.tsx';
import { checkWords } from './check-words.ts';
import { FalseHits } from './false-hits.tsx';
import { HitCard } from './hit-card.tsx';
import { hitWords } from './hit-words.ts';
import { Identifier } from './identifier.tsx';
import { kindWords } from './kind-words.ts';
import styles from './matching.module.css';
import { mayAsk } from './places.ts';
import { useBatch, useHits } from './queries.ts';
import { isFound, isHit, type Row, rowsOf } from './result-rows.ts';
import { resultWords } from './result-words.ts';
import { matchingWords } from './words.ts';

const shownAtFirst = 20;
const shownMore = 200;

const isSettled = ({ state }: CheckResult): boolean => state === 'done' || state === 'refused';

const ProgressLine = ({ checks }: { checks: readonly CheckResult[] }) => {
  const say = useWords(resultWords);
  const done = checks.filter(isSettled).length;
  const text = done === checks.length ? say('complete') : say('progress', { done, all: checks.length });
  return (
    <div role="status">
      <Text size="sm" mb={4}>
        {text}
      </Text>
      <Progress value={(100 * done) / checks.length} aria-label={text} />
    </div>
  );
};

const PartnerState = ({ check }: { check: CheckResult }) => {
  const say = useWords(matchingWords);
  const nameOf = usePartyName();
  return (
    <Paper withBorder p="sm" component="section" aria-label={nameOf(check.partner)}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          <Name>{nameOf(check.partner)}</Name>
        </Text>
        <Group gap="xs">
          {check.hits !== null && (
            <Text size="sm" {...(check.hits > 0 ? { className: styles.yes } : {})}>
              {say('hitCount', { count: check.hits })}
            </Text>
          )}
          <CheckState check={check} />
        </Group>
      </Group>
      {check.state === 'waiting' && (
        <Text size="sm" c="dimmed">
          {say(check.fault === 'matching/quota-spent' ? 'teach-quota' : 'teach-waiting')}
        </Text>
      )}
      {check.state === 'refused' && check.fault !== null && <RefusedBecause fault={check.fault} />}
      <Group justify="space-between" gap="xs">
        <WatchState check={check} />
        <StopWatch check={check} />
      </Group>
    </Paper>
  );
};

const knownFaults = ['quota-spent', 'not-covered', 'proof-fails'] as const;

/** Why it was refused, there or here; the code is in the details of the journal. */
const RefusedBecause = ({ fault }: { fault: string }) => {
  const say = useWords(resultWords);
  const known = knownFaults.find((one) => fault === `matching/${one}`) ?? 'other';
  return (
    <Text size="sm" c="var(--mantine-color-error)">
      {say(`refused-${known}`)}
    </Text>
  );
};

const Facts = ({ checks: [first] }: { checks: readonly CheckResult[] }) => {
  const say = useWords(matchingWords);
  const check = useWords(checkWords);
  const pick = usePick();
  const personName = usePersonName();
  if (first === undefined) return null;
  const facts = [
    [say('reason'), <bdi key="reason">{first.reason}</bdi>],
    [check('field'), pick(terms.fields[first.field])],
    [check('purpose'), pick(terms.purposes[first.purpose])],
    [say('askedAt'), <Moment key="at" at={first.askedAt} />],
    [say('officer'), <Name key="officer">{personName(first.officer) ?? '–'}</Name>],
  ] as const;
  return (
    <Paper withBorder style={{ overflow: 'hidden' }}>
      <dl className={banner.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
};

const Hits = ({ checks }: { checks: readonly CheckResult[] }) => {
  const say = useWords(resultWords);
  const hit = useWords(hitWords);
  const { data } = useHits();
  const ids = checks.map(({ id }) => id);
  const cards = (data ?? []).filter(({ check }) => ids.includes(check));
  return (
    <section aria-labelledby="hits-title">
      <Title order={2} size="h4" id="hits-title" mb="xs">
        {say('hits')}
      </Title>
      {cards.length === 0 ? (
        <Text c="dimmed">{say(checks.every(isSettled) ? 'noHitsDone' : 'noHits')}</Text>
      ) : (
        <Stack gap="sm">
          <div>
            <Text size="sm">{hit('pointer')}</Text>
            <FalseHits partners={checks.map(({ partner }) => partner)} />
          </div>
          {cards.map((card) => (
            <HitCard key={card.id} hit={card} />
          ))}
        </Stack>
      )}
    </section>
  );
};

const useColumns = (checks: readonly CheckResult[]): readonly Column<Row>[] => {
  const say = useWords(resultWords);
  const kind = useWords(kindWords);
  const nameOf = usePartyName();
  const partners = [...new Set(checks.map(({ partner }) => partner))];
  return [
    {
      key: 'text',
      header: say('identifier'),
      main: true,
      cell: (row) => <Identifier text={row.text} />,
    },
    { key: 'kind', header: say('kind'), cell: (row) => kind(row.kind) },
    ...partners.map((partner) => ({
      key: partner,
      header: nameOf(partner),
      cell: (row: Row) => {
        const outcome = row.outcomes[partner];
        if (outcome === undefined) return null;
        return <span className={isFound(outcome) ? styles.yes : undefined}>{say(outcome)}</span>;
      },
    })),
  ];
};

const Identifiers = ({ checks }: { checks: readonly CheckResult[] }) => {
  const say = useWords(resultWords);
  const more = useWords(kitWords);
  const columns = useColumns(checks);
  const all = useMemo(() => rowsOf(checks), [checks]);
  const [only, setOnly] = useState<'all' | 'hits'>('all');
  const [shown, setShown] = useState(shownAtFirst);
  const rows = only === 'all' ? all : all.filter(isHit);
  return (
    <section aria-labelledby="identifiers-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="identifiers-title">
          {say('byIdentifier')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={say('show')}
          value={only}
          data={(['all', 'hits'] as const).map((value) => ({ value, label: say(`show-${value}`) }))}
          onChange={(value) => setOnly(value === 'hits' ? 'hits' : 'all')}
        />
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed">{say('noneShown')}</Text>
      ) : (
        <DataTable
          label={say('byIdentifier')}
          columns={columns}
          rows={rows.slice(0, shown)}
          keyOf={(row) => row.key}
          isStrong={isHit}
        />
      )}
      {rows.length > shown && (
        <Group justify="center" mt="xs">
          <Button variant="default" onClick={() => setShown(shown + shownMore)}>
            {more('more')}
          </Button>
        </Group>
      )}
    </section>
  );
};

const useWayBack = (): void => {
  const say = useWords(kitWords);
  const navigate = useNavigate();
  const shortcuts = useMemo(() => {
    const run = (): void => void navigate({ to: '/matching', search: { view: 'checks' } });
    return [{ keys: 'Escape', label: say('back'), run }];
  }, [say, navigate]);
  useShortcuts(shortcuts);
};

const View = ({ checks }: { checks: readonly CheckResult[] }) => {
  const say = useWords(resultWords);
  useWayBack();
  return (
    <Stack maw="64rem" gap="lg">
      <ProgressLine checks={checks} />
      <Hits checks={checks} />
      <section aria-labelledby="partners-title">
        <Title order={2} size="h4" id="partners-title" mb="xs">
          {say('byPartner')}
        </Title>
        <Stack gap="xs">
          {checks.map((check) => (
            <PartnerState key={check.id} check={check} />
          ))}
        </Stack>
      </section>
      <Identifiers checks={checks} />
      <Facts checks={checks} />
    </Stack>
  );
};

export const ResultsScreen = () => {
  const say = useWords(resultWords);
  const { batch } = useParams({ from: '/matching/checks/$batch' });
  const { role } = useMe();
  const again = mayAsk(role) && (
    <ButtonLink variant="default" to="/matching/check" leftSection={<IconListSearch size={18} aria-hidden />}>
      {say('again')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} actions={again}>
      <Loaded query={useBatch(batch)}>{(checks) => <View checks={checks} />}</Loaded>
    </Page>
  );
};
