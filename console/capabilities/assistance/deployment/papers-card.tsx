/** What an officer brings: papers with their last day, weapons, dog, languages, powers. */
import { Stack, Text } from '@mantine/core';
import { powerWords, type UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { dayOf } from '../../../../server/kernel/time.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { useLanguageNames } from '../parts.tsx';
import styles from './deployment.module.css';
import { Card, Facts } from './parts.tsx';
import { certificateWords, screenWords } from './unit-catalogues.ts';

type Profile = NonNullable<UnitView['profile']>;

const Certificates = ({ profile, wanting }: { profile: Profile } & Pick<UnitView, 'wanting'>) => {
  const say = useWords(screenWords);
  const kind = useWords(certificateWords);
  const dates = useDates();
  const today = dayOf(new Date().toISOString());
  if (profile.certificates.length + wanting.missing.length === 0) return say('none');
  return (
    <Stack gap={2}>
      {profile.certificates.map((paper) => {
        const isOver = paper.expires < today;
        const isShort = wanting.expired.includes(paper.kind);
        const expires = isOver ? 'expired' : isShort ? 'expiresEarly' : 'expires';
        return (
          <Text key={`${paper.kind} ${paper.number}`} className={isOver || isShort ? styles.late : undefined}>
            {kind(paper.kind)} · <bdi className={styles.whole}>{paper.number}</bdi> ·{' '}
            {say(expires, { day: dates.day(paper.expires) })}
          </Text>
        );
      })}
      {wanting.missing.map((missing) => (
        <Text key={missing} className={styles.late}>
          {say('missingPaper', { paper: kind(missing) })}
        </Text>
      ))}
    </Stack>
  );
};

const Arms = ({ profile }: { profile: Profile }) => {
  const say = useWords(screenWords);
  if (profile.arms.length === 0) return say('none');
  return (
    <Stack gap={2}>
      {profile.arms.map(({ type, serial }) => (
        <Text key={serial}>
          <Name>{type}</Name> ·{' '}
          <bdi dir="ltr" className={styles.whole}>
            {serial}
          </bdi>
        </Text>
      ))}
    </Stack>
  );
};

const Dog = ({ name, chip }: NonNullable<Profile['dog']>) => (
  <Text>
    <Name>{name}</Name> · <bdi dir="ltr">{chip}</bdi>
  </Text>
);

const useFacts = (unit: UnitView, profile: Profile): Parameters<typeof Facts>[0]['facts'] => {
  const say = useWords(screenWords);
  const pick = usePick();
  const languages = useLanguageNames();
  const { locale } = useReading();
  const list = (words: readonly string[]): string =>
    words.length === 0 ? say('none') : new Intl.ListFormat(locale, { type: 'unit' }).format(words);
  const { dog, home } = profile;
  return [
    [say('certificates'), <Certificates key="certificates" profile={profile} wanting={unit.wanting} />],
    [say('arms'), <Arms key="arms" profile={profile} />],
    ...(dog === null ? [] : ([[say('dog'), <Dog key="dog" {...dog} />]] as const)),
    [say('languages'), profile.languages.length === 0 ? say('none') : languages(profile.languages)],
    [say('powers'), list(profile.powers.map((power) => pick(powerWords[power])))],
    ...(profile.skills.length === 0
      ? []
      : ([[say('skills'), <Name key="skills">{list(profile.skills)}</Name>]] as const)),
    [say('limits'), say('hours', { day: profile.hoursPerDay, week: profile.hoursPer7Days })],
    ...(profile.phone === ''
      ? []
      : ([
          [
            say('phone'),
            <bdi key="phone" dir="ltr">
              {profile.phone}
            </bdi>,
          ],
        ] as const)),
    ...(unit.lodging === '' ? [] : ([[say('lodging'), <Name key="lodging">{unit.lodging}</Name>]] as const)),
    ...(home === null ? [] : ([[say('home'), <Name key="home">{home.name}</Name>]] as const)),
  ];
};

export const PapersCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  return unit.profile === null ? null : (
    <Card title={say('papers')}>
      <FactsOf unit={unit} profile={unit.profile} />
    </Card>
  );
};

const FactsOf = ({ unit, profile }: { unit: UnitView; profile: Profile }) => (
  <Facts facts={useFacts(unit, profile)} />
);
