import { Badge, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileOff, IconSend, IconSignature } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Agreement } from '../../../server/capabilities/agreements/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { DayText, Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import banner from '../../kit/marking-banner.module.css';
import { markingWords } from '../../kit/marking-words.ts';
import { Name } from '../../kit/name.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { deadlineWords } from './deadline-words.ts';
import { useDeadlinesText } from './deadlines.tsx';
import { useMatchingText } from './matching-terms.tsx';
import { matchingTermsWords } from './matching-words.ts';
import { useAgreements, useAgreementVerb } from './queries.ts';
import { agreementsWords } from './words.ts';

const verbs = {
  propose: { what: 'proposeWhat', icon: IconSend },
  sign: { what: 'signWhat', icon: IconSignature },
  end: { what: 'endWhat', icon: IconFileOff },
} as const;

const VerbButton = ({ agreement, verb }: { agreement: Agreement; verb: keyof typeof verbs }) => {
  const say = useWords(agreementsWords);
  const show = useToasts();
  const change = useAgreementVerb(agreement.id);
  const [opened, setOpened] = useState(false);
  const { what, icon: Icon } = verbs[verb];
  const confirm = (): void =>
    change.mutate(verb, {
      onSuccess: () => {
        setOpened(false);
        show({ text: say('done') });
      },
    });
  return (
    <>
      <Button
        variant={verb === 'end' ? 'default' : 'filled'}
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say(verb)}
      </Button>
      <ConfirmDialog
        opened={opened}
        danger={verb === 'end'}
        title={say(verb)}
        consequence={say(what)}
        action={say(verb)}
        busy={change.isPending}
        error={change.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const Actions = ({ agreement }: { agreement: Agreement }) => {
  const me = useMe();
  const signed = agreement.signatures.some((signature) => signature.party === me.party.id);
  return (
    <>
      {agreement.state === 'draft' && <VerbButton agreement={agreement} verb="propose" />}
      {agreement.state === 'proposed' && !signed && <VerbButton agreement={agreement} verb="sign" />}
      {agreement.state === 'in-force' && <VerbButton agreement={agreement} verb="end" />}
    </>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Terms = ({ agreement }: { agreement: Agreement }) => {
  const say = useWords(agreementsWords);
  const deadlineWord = useWords(deadlineWords);
  const deadlinesText = useDeadlinesText();
  const matchingWord = useWords(matchingTermsWords);
  const matchingText = useMatchingText();
  const term = useWords(markingWords);
  const pick = usePick();
  const { defaults } = agreement;
  return (
    <Paper withBorder style={{ overflow: 'hidden' }}>
      <dl className={banner.facts}>
        <Fact name={say('state')}>
          <Badge>{pick(terms.states.agreement[agreement.state])}</Badge>
        </Fact>
        <Fact name={term('legalBasis')}>
          <Name>{agreement.legalBasis}</Name>
        </Fact>
        <Fact name={say('validFrom')}>
          <DayText day={agreement.validFrom} />
        </Fact>
        <Fact name={say('validUntil')}>
          <DayText day={agreement.validUntil} />
        </Fact>
        <Fact name={say('fields')}>
          {agreement.fields.map((entry) => pick(terms.fields[entry])).join(' · ')}
        </Fact>
        <Fact name={say('purposes')}>
          {agreement.purposes.map((entry) => pick(terms.purposes[entry])).join(' · ')}
        </Fact>
        <Fact name={say('readers')}>{say(`readers-${agreement.readers ?? 'first-reading'}`)}</Fact>
        <Fact name={deadlineWord('title')}>{deadlinesText(agreement)}</Fact>
        <Fact name={matchingWord('title')}>{matchingText(agreement)}</Fact>
        <Fact name={say('defaults')}>
          <TlpLabel tlp={defaults.tlp} />{' '}
          <bdi>{[`PAP:${defaults.pap.toUpperCase()}`, ...defaults.handling].join(' · ')}</bdi>
        </Fact>
        <Fact name={say('reviewAfter')}>{say('days', { count: defaults.reviewAfterDays })}</Fact>
        <Fact name={say('eraseAfter')}>{say('days', { count: defaults.eraseAfterDays })}</Fact>
      </dl>
    </Paper>
  );
};

const Signatures = ({ agreement }: { agreement: Agreement }) => {
  const say = useWords(agreementsWords);
  const nameOf = usePartyName();
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('signatures')}
      </Title>
      <Stack gap="xs">
        {agreement.parties.map((party) => {
          const signature = agreement.signatures.find((entry) => entry.party === party);
          return (
            <Paper withBorder p="sm" key={party}>
              <Text fw={600}>
                <Name>{nameOf(party)}</Name>
              </Text>
              <Text size="sm" c="dimmed">
                {signature ? <Moment at={signature.at} /> : say('notSigned')}
              </Text>
            </Paper>
          );
        })}
      </Stack>
    </section>
  );
};

export const AgreementScreen = () => {
  const { id } = useParams({ from: '/agreements/$id' });
  const pick = usePick();
  return (
    <Loaded query={useAgreements()}>
      {(rows) => {
        const agreement = rows.find((row) => row.id === id);
        if (!agreement) return <NotFound />;
        return (
          <Page title={pick(agreement.title)} actions={<Actions agreement={agreement} />}>
            <Terms agreement={agreement} />
            <Signatures agreement={agreement} />
          </Page>
        );
      }}
    </Loaded>
  );
};
