/** One officer or team: where he stands, what is to be done, and all that hangs on him. */
import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type StepKind,
  specialtyWords,
  type UnitView,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { Moment, useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { Page } from '../../../kit/page.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { Loaded } from '../../../kit/query.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { lastDayBefore } from '../draft.ts';
import { useLanguageNames } from '../parts.tsx';
import { ConductParts } from './conduct-parts.tsx';
import { CostCard } from './cost-dialog.tsx';
import styles from './deployment.module.css';
import { PapersCard } from './papers-card.tsx';
import { Card, Facts, nameIn, StateBadge, usePeriod, Way } from './parts.tsx';
import { badgePath, useUnit } from './queries.ts';
import { Sending, TurnedAway } from './sending-parts.tsx';
import { StepDialog } from './step-dialog.tsx';
import { Acts } from './unit-acts.tsx';
import { doneWords, groundWords, reasonsWords, screenWords } from './unit-catalogues.ts';

const Refused = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const ground = useWords(groundWords);
  const why = unit.vetting?.ground ?? null;
  if (unit.state !== 'refused' || why === null) return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={say('refusedFor', { ground: ground(why) })}
    />
  );
};

const Tasking = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const reason = useWords(reasonsWords);
  const { locale } = useReading();
  if (unit.kind === 'sent' || ['released', 'debriefed', 'withdrawn', 'refused'].includes(unit.state))
    return null;
  if (unit.reasons.length === 0)
    return <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />} title={say('can')} />;
  const reasons = new Intl.ListFormat(locale, { type: 'unit' }).format(
    unit.reasons.map((one) => reason(one)),
  );
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={say('cannot', { reasons })}
    />
  );
};

const Proposal = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const nameOf = usePartyName();
  const dates = useDates();
  const { timeZone: zone } = usePreferences();
  if (unit.proposal === null) return null;
  const { by, until } = unit.proposal;
  return <Text>{say('proposed', { party: nameOf(by), day: dates.day(lastDayBefore(until, zone)) })}</Text>;
};

const BadgeCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const dates = useDates();
  const { language } = useReading();
  if (unit.badges.length === 0) return null;
  const isHeld = unit.badges.some(({ revokedAt }) => revokedAt === null);
  return (
    <Card
      title={say('badge')}
      action={
        isHeld && (
          <Anchor href={badgePath(unit.id, language)} download size="sm">
            <Group gap={4} component="span">
              <IconDownload size={16} aria-hidden />
              {say('print')}
            </Group>
          </Anchor>
        )
      }
    >
      <ul className={styles.rows}>
        {unit.badges.map((badge) => (
          <li key={badge.number} className={styles.row}>
            <div>
              <Text fw={600}>
                <bdi dir="ltr">{badge.number}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                {say(badge.armed ? 'armed' : 'unarmed')} ·{' '}
                {say('badgeValid', { day: dates.day(badge.until) })}
              </Text>
            </div>
            {badge.revokedAt !== null && <Badge color="red.9">{say('badgeRevoked')}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const BriefingCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const languages = useLanguageNames();
  if (unit.kind !== 'visiting') return null;
  const { briefed, briefing } = unit;
  return (
    <Card title={say('briefing')}>
      {briefing === null ? (
        <Text className={styles.late}>{say('noCommonLanguage')}</Text>
      ) : (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {briefed === null
              ? say('notBriefed')
              : say('briefedIn', { language: languages([briefed.language]) })}
          </Text>
          <OwnWords lang={briefing.language} size="sm">
            {briefing.text}
          </OwnWords>
        </Stack>
      )}
    </Card>
  );
};

const HistoryCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const done = useWords(doneWords);
  const ground = useWords(groundWords);
  const dates = useDates();
  const { timeZone: zone } = usePreferences();
  const nameOf = usePartyName();
  if (unit.steps.length === 0) return null;
  return (
    <Card title={say('history')}>
      <ul className={styles.rows}>
        {unit.steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.kind}`} className={styles.row}>
            <div>
              <Text>{done(step.kind)}</Text>
              {step.ground !== null && <Text size="sm">{ground(step.ground)}</Text>}
              {step.until !== null && (
                <Text size="sm">{say('until', { day: dates.day(lastDayBefore(step.until, zone)) })}</Text>
              )}
              <TurnedAway unit={unit} step={step} />
              {step.words !== null && <OwnWords size="sm">{step.words}</OwnWords>}
            </div>
            <Text size="sm" c="dimmed">
              <Name>{nameOf(step.by)}</Name> · <Moment at={step.at} brief />
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const KeptCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const dates = useDates();
  const { purpose, legalBasis, reviewOn, eraseOn } = unit.grounds;
  return (
    <Card title={say('kept')}>
      <Facts
        facts={[
          [say('purpose'), <OwnWords key="purpose">{purpose}</OwnWords>],
          [say('legalBasis'), <OwnWords key="basis">{legalBasis}</OwnWords>],
          [say('reviewOn'), dates.day(reviewOn)],
          [say('eraseOn'), dates.day(eraseOn)],
        ]}
      />
    </Card>
  );
};

const Content = ({ unit }: { unit: UnitView }) => {
  const { act: asked } = useSearch({ from: '/assistance/units/$id' });
  const { language } = useReading();
  const say = useWords(screenWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const period = usePeriod();
  const { party } = useMe();
  const opens = asked !== undefined && unit.acts.includes(asked) ? asked : null;
  const [act, setAct] = useState<StepKind | null>(opens);
  const from = unit.party === party.id ? unit.host : unit.party;
  return (
    <Page
      title={nameIn(language, unit)}
      teach={[
        `\u2068${unit.rank}\u2069`,
        pick(specialtyWords[unit.specialty]),
        nameOf(from),
        period(unit.available),
      ].join(' · ')}
      actions={<StateBadge state={unit.state} />}
    >
      <Stack>
        {unit.kind !== 'own' && <Way state={unit.state} />}
        <Tasking unit={unit} />
        <Refused unit={unit} />
        <Sending unit={unit} />
        <Proposal unit={unit} />
        {unit.replaces !== null && (
          <TextLink to="/assistance/units/$id" params={{ id: unit.replaces }}>
            {say('replaces')}
          </TextLink>
        )}
        <Card title={say('now')}>
          <Acts unit={unit} onAct={setAct} />
        </Card>
        <div className={styles.columns}>
          <ConductParts unit={unit} />
          <PapersCard unit={unit} />
          <BadgeCard unit={unit} />
          <BriefingCard unit={unit} />
          <CostCard unit={unit} />
          <HistoryCard unit={unit} />
          <KeptCard unit={unit} />
        </div>
      </Stack>
      {act !== null && <StepDialog unit={unit} kind={act} onClose={() => setAct(null)} />}
    </Page>
  );
};

export const UnitScreen = () => {
  const { id } = useParams({ from: '/assistance/units/$id' });
  return <Loaded query={useUnit(id)}>{(unit) => <Content key={unit.id} unit={unit} />}</Loaded>;
};
