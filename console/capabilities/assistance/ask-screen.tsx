/** One ask: what is asked, who offers what, what was said, and what this reader may do next. */
import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { Ask } from '../../../server/capabilities/assistance/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { AnswersTable } from './answers-table.tsx';
import { AskActions } from './ask-actions.tsx';
import { AskStanding } from './ask-standing.tsx';
import { askWords } from './ask-words.ts';
import { AskedLines } from './asked-lines.tsx';
import styles from './assistance.module.css';
import { useSpecialty } from './parts.tsx';
import { mayRead } from './places.ts';
import { PreviewPart } from './preview-part.tsx';
import { useAsk, useExport } from './queries.ts';
import { Said } from './said-part.tsx';
import { Speak } from './speak-part.tsx';
import { assistanceWords } from './words.ts';

const Facts = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const list = useWords(assistanceWords);
  const dates = useDates();
  const nameOf = usePartyName();
  const version = ask.versions.at(-1);
  if (version === undefined) return null;
  const { content } = version;
  return (
    <div className={styles.facts}>
      <TlpLabel tlp={ask.marking.tlp} />
      <AskStanding state={ask.state} standing={ask.standing} />
      {ask.version > 0 && <span>{say('version', { number: ask.version })}</span>}
      {!ask.own && (
        <span>
          {list('from')} <Name>{nameOf(ask.originator)}</Name>
        </span>
      )}
      {content.event !== null && (
        <span>
          {/* Name and code run as one: apart they would change places where only one of them is Arabic. */}
          <Name>{[content.event.name, content.event.code ?? ''].filter(Boolean).join(' · ')}</Name>
        </span>
      )}
      <span>
        {list('answerBy')} <bdi>{dates.moment(content.answerBy)}</bdi>
      </span>
      <span>{say('legalBasis', { basis: ask.marking.legalBasis })}</span>
    </div>
  );
};

const Notes = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const dates = useDates();
  const open = ask.versions.find(({ state }) => state !== 'issued');
  return (
    <>
      {ask.endedAt !== null && (
        <Alert color="red">
          {say(ask.endReason === null ? 'withdrawnThere' : 'withdrawn', {
            when: dates.moment(ask.endedAt),
            reason: ask.endReason ?? '',
          })}
        </Alert>
      )}
      {open?.returned && <Alert color="yellow">{say('returned', { reason: open.returned })}</Alert>}
      {open !== undefined && ask.version > 0 && <Alert color="yellow">{say('openVersion')}</Alert>}
    </>
  );
};

/** More are named than stand accepted: who does not come is settled by either side, officer by officer. */
const Surplus = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const specialty = useSpecialty();
  const nameOf = usePartyName();
  const lines = ask.versions.flatMap(({ content }) => content.lines);
  return ask.surplus.map(({ line, party, quantity }) => {
    const of = lines.find(({ id }) => id === line)?.requirement.specialty;
    return (
      <Alert
        key={`${line} ${party}`}
        color="orange"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title={say('surplus', {
          count: quantity,
          specialty: of === undefined ? '' : specialty(of),
          party: nameOf(party),
        })}
      >
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{say('surplusTeach')}</Text>
          <ButtonLink
            variant="default"
            size="compact-sm"
            to="/assistance/units"
            search={{ kind: ask.own ? 'visiting' : 'sent' }}
          >
            {say('surplusSettle')}
          </ButtonLink>
        </Stack>
      </Alert>
    );
  });
};

const Conditions = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const content = ask.versions.at(-1)?.content;
  if (content === undefined) return null;
  const { conditions, costs, costsText } = content;
  return (
    <>
      {costs.length + costsText.length > 0 && (
        <Stack gap={2}>
          <Text fw={600}>{say('costs')}</Text>
          <div className={styles.facts}>
            {costs.map(({ kind, bearer }) => (
              <span key={kind}>
                {say(`cost-${kind}`)}
                {' · '}
                {say(`bearer-${bearer}`)}
              </span>
            ))}
          </div>
          {costsText !== '' && <OwnWords size="sm">{costsText}</OwnWords>}
        </Stack>
      )}
      {conditions !== '' && (
        <Stack gap={2}>
          <Text fw={600}>{say('conditions')}</Text>
          <OwnWords>{conditions}</OwnWords>
        </Stack>
      )}
    </>
  );
};

const Versions = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const dates = useDates();
  const told = ask.versions.filter(({ content, state }) => state === 'issued' && content.reason !== '');
  if (told.length === 0) return null;
  return (
    <Stack gap={2}>
      <Text fw={600}>{say('versions')}</Text>
      {told.map(({ version, content, issuedAt }) => (
        <Text key={version} size="sm">
          {say('version', { number: version })}
          {' · '}
          {issuedAt !== null && <bdi>{dates.dayOf(issuedAt)}</bdi>}
          {' · '}
          <bdi>{content.reason}</bdi>
        </Text>
      ))}
    </Stack>
  );
};

const Export = ({ id }: { id: string }) => {
  const say = useWords(askWords);
  const exported = useExport(id);
  const download = (): void =>
    exported.mutate(undefined, {
      onSuccess: (messages) => {
        for (const [index, { name, xml }] of messages.entries()) {
          const link = document.createElement('a');
          link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
          link.download = `${String(index + 1).padStart(2, '0')}-${name}.xml`;
          link.click();
          URL.revokeObjectURL(link.href);
        }
      },
    });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={exported.isPending}
        onClick={download}
      >
        {say('exportEdxl')}
      </Button>
      {exported.error ? <ErrorNotice error={exported.error} /> : null}
    </Stack>
  );
};

const AskView = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const title = ask.versions.at(-1)?.content.title ?? '';
  const isIssued = ask.version > 0;
  const hasOpen = ask.versions.some(({ state }) => state !== 'issued');
  return (
    <Page title={title} actions={<AskActions ask={ask} />}>
      <Facts ask={ask} />
      <Notes ask={ask} />
      <Surplus ask={ask} />
      {ask.own && isIssued && <AnswersTable ask={ask} />}
      <Speak ask={ask} />
      <Paper withBorder p="md">
        <Stack gap="md">
          <Title order={2} size="h4">
            {say('lines')}
          </Title>
          <AskedLines ask={ask} />
          <Conditions ask={ask} />
          <Versions ask={ask} />
        </Stack>
      </Paper>
      {ask.own && hasOpen && <PreviewPart id={ask.id} />}
      {isIssued && <Said ask={ask} />}
      {isIssued && <Export id={ask.id} />}
    </Page>
  );
};

export const AskScreen = () => {
  const { role, guest } = useMe();
  const { id } = useParams({ from: '/assistance/asks/$id' });
  const query = useAsk(id);
  if (!mayRead(role) || guest) return <NotFound />;
  return <Loaded query={query}>{(ask) => <AskView ask={ask} />}</Loaded>;
};
