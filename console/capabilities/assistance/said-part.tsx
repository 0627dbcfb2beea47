/** What was said of an ask, the newest first, and what waits to go out. */
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Ask, Step } from '../../../server/capabilities/assistance/contract.ts';
import { later } from '../../../server/kernel/time.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { answerWords } from './answer-words.ts';
import { AskedFirst } from './ask-actions.tsx';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { money, useLanguageNames, useNumber, usePeriod, useSpecialty } from './parts.tsx';
import { mayAnswer, mayAsk, mayRelease } from './places.ts';
import { useStepVerb } from './queries.ts';

const Lines = ({ ask, step }: { ask: Ask; step: Step }) => {
  const say = useWords(askWords);
  const number = useNumber();
  const period = usePeriod();
  const specialty = useSpecialty();
  const languageNames = useLanguageNames();
  const asked = ask.versions.find(({ version }) => version === step.askVersion)?.content.lines ?? [];
  return step.content.lines.map(({ line, quantity, from, to, languages, arms, conditions }) => {
    const wanted = asked.find(({ id }) => id === line);
    return (
      <div key={line} className={styles.facts}>
        <Text fw={600} size="sm">
          <bdi>{number(quantity)}</bdi> ×{' '}
          {wanted === undefined ? '' : specialty(wanted.requirement.specialty)}
        </Text>
        {from !== null && to !== null && <bdi>{period(from, to)}</bdi>}
        {languages.length > 0 && <bdi>{languageNames(languages)}</bdi>}
        {arms !== null && <span>{say(`arms-${arms}`)}</span>}
        {conditions !== '' && <bdi>{conditions}</bdi>}
      </div>
    );
  });
};

const Costs = ({ step }: { step: Step }) => {
  const say = useWords(askWords);
  const { locale } = useReading();
  return step.content.costs.map(({ kind, bearer, amount, currency }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a step is never changed.
    <div key={index} className={styles.facts}>
      <span>{say(`cost-${kind}`)}</span>
      <bdi>{money(locale, amount, currency)}</bdi>
      <span>{say(`bearer-${bearer}`)}</span>
    </div>
  ));
};

const Valid = ({ until }: { until: string | null }) => {
  const say = useWords(answerWords);
  const dates = useDates();
  if (until === null) return null;
  const isOver = until <= new Date().toISOString();
  return (
    <Text size="sm" {...(isOver ? { c: 'var(--mantine-color-error)' } : {})}>
      {say(isOver ? 'lapsed' : 'validTo', { day: dates.dayOf(later(until, -1)) })}
    </Text>
  );
};

const Marks = ({ ask, step }: { ask: Ask; step: Step }) => {
  const say = useWords(answerWords);
  const asks = useWords(askWords);
  const isOld = step.askVersion < ask.version;
  return (
    <>
      {step.state === 'proposed' && <Badge color="yellow.9">{say('waits')}</Badge>}
      {step.state === 'draft' && <Badge variant="default">{say('toRewrite')}</Badge>}
      {step.state === 'turned-away' && <Badge color="red.9">{say('turned-away')}</Badge>}
      {step.crossed && <Badge color="red.9">{say('crossed')}</Badge>}
      {isOld && <Badge variant="default">{say('onVersion', { number: step.askVersion })}</Badge>}
      {step.state === 'released' && step.delivery !== null && (
        <Text size="sm" c="dimmed">
          {asks(`delivery-${step.delivery.state}`)}
        </Text>
      )}
    </>
  );
};

const Release = ({ step }: { step: Step }) => {
  const say = useWords(answerWords);
  const asks = useWords(askWords);
  const show = useToasts();
  const { mutate, isPending, error } = useStepVerb();
  return (
    <>
      <AskedFirst
        danger
        reason
        label={asks('giveBack')}
        title={asks('giveBack')}
        consequence={asks('giveBackWhat')}
        busy={isPending}
        error={error}
        onDone={(reason, close) => mutate({ step: step.id, verb: 'take-back', reason }, { onSuccess: close })}
      />
      <AskedFirst
        label={say('release')}
        title={say('releaseSure')}
        consequence={say('releaseWhat')}
        busy={isPending}
        error={error}
        onDone={(_reason, close) =>
          mutate(
            { step: step.id, verb: 'release' },
            {
              onSuccess: () => {
                close();
                show({ text: say('released') });
              },
            },
          )
        }
      />
    </>
  );
};

const Waiting = ({ ask, step }: { ask: Ask; step: Step }) => {
  const say = useWords(answerWords);
  const asks = useWords(askWords);
  const show = useToasts();
  const { role } = useMe();
  const { mutate, isPending } = useStepVerb();
  const writes = ask.own ? mayAsk(role) : mayAnswer(role);
  const takeBack = (): void =>
    mutate({ step: step.id, verb: 'take-back' }, { onSuccess: () => show({ text: say('takenBack') }) });
  if (step.state === 'draft')
    return writes ? (
      <Button
        variant="default"
        loading={isPending}
        onClick={() => mutate({ step: step.id, verb: 'discard' })}
      >
        {asks('discard')}
      </Button>
    ) : null;
  if (step.state !== 'proposed') return null;
  return (
    <Group gap="xs">
      {writes && (
        <Button variant="default" loading={isPending} onClick={takeBack}>
          {asks('takeBack')}
        </Button>
      )}
      {mayRelease(role) && <Release step={step} />}
    </Group>
  );
};

const StepCard = ({ ask, step }: { ask: Ask; step: Step }) => {
  const say = useWords(answerWords);
  const asks = useWords(askWords);
  const dates = useDates();
  const nameOf = usePartyName();
  const { content } = step;
  const isVoid = step.crossed || step.state === 'turned-away';
  return (
    <Paper
      component="li"
      withBorder
      p="sm"
      className={styles.step}
      data-side={step.side}
      data-void={isVoid || undefined}
    >
      <Stack gap="xs">
        <Group gap="xs">
          <Text fw={600}>{say(`kind-${content.kind}`)}</Text>
          <span>
            <Name>{nameOf(step.side === 'host' ? ask.originator : step.party)}</Name>
            {ask.own && step.side === 'host' && (
              <>
                {' · '}
                <Name>{nameOf(step.party)}</Name>
              </>
            )}
          </span>
          <Text size="sm" c="dimmed">
            <bdi>{dates.brief(step.releasedAt ?? step.createdAt)}</bdi>
          </Text>
          <Marks ask={ask} step={step} />
        </Group>
        <Lines ask={ask} step={step} />
        <Costs step={step} />
        <Valid until={content.validUntil} />
        {content.ground !== null && <Text size="sm">{say(`ground-${content.ground}`)}</Text>}
        {content.conditions !== '' && <OwnWords size="sm">{content.conditions}</OwnWords>}
        {content.text !== '' && <OwnWords size="sm">{content.text}</OwnWords>}
        {step.returned !== null && <Text size="sm">{asks('returned', { reason: step.returned })}</Text>}
        <Waiting ask={ask} step={step} />
      </Stack>
    </Paper>
  );
};

export const Said = ({ ask }: { ask: Ask }) => {
  const say = useWords(answerWords);
  const asks = useWords(askWords);
  const at = ({ releasedAt, createdAt, state }: Step): string =>
    state === 'draft' || state === 'proposed' ? '9' : (releasedAt ?? createdAt);
  const steps = ask.steps.toSorted((one, other) => at(other).localeCompare(at(one)));
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {asks('said')}
      </Title>
      {steps.length === 0 && <Text c="dimmed">{say('nothing')}</Text>}
      <ul className={styles.list}>
        {steps.map((step) => (
          <StepCard key={step.id} ask={ask} step={step} />
        ))}
      </ul>
    </Stack>
  );
};
