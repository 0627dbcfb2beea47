/** What is asked for, line by line, with how far it is filled on the host's node. */
import { Group, Stack, Text } from '@mantine/core';
import type { Ask, AskedLine } from '../../../server/capabilities/assistance/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { NameLink } from './deployment/name-link.tsx';
import { FillBar, Traits, useLanguageNames, useNumber, usePeriod, useSpecialty } from './parts.tsx';

interface LineNeeds {
  readonly line: AskedLine;
  readonly fill: Ask['fill'][number] | null;
  /** The ask in which this line of ours was accepted; null where it was not. */
  readonly acceptedIn: string | null;
}

const Line = ({ line, fill, acceptedIn }: LineNeeds) => {
  const say = useWords(askWords);
  const number = useNumber();
  const period = usePeriod();
  const languages = useLanguageNames();
  const specialty = useSpecialty();
  const { requirement, places } = line;
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Text fw={600}>
            <bdi>{number(line.quantity)}</bdi> × {specialty(requirement.specialty)}
          </Text>
          <div className={styles.facts}>
            <bdi>{period(line.from, line.to)}</bdi>
            <span>{say(`arms-${line.arms}`)}</span>
            {requirement.languages.length > 0 && (
              <span>
                {say('languages')} <bdi>{languages(requirement.languages)}</bdi>
              </span>
            )}
            {places.map(({ name }) => (
              <bdi key={name}>{name}</bdi>
            ))}
          </div>
          <Traits {...requirement} languages={[]} />
          {line.conditions !== '' && <OwnWords size="sm">{line.conditions}</OwnWords>}
        </Stack>
        {fill !== null && <FillBar {...fill} />}
        {acceptedIn !== null && <NameLink ask={acceptedIn} line={line.id} />}
      </Group>
    </li>
  );
};

/** Whether the host accepted something of this service's offer for the line. */
const isAccepted = (ask: Ask, line: string): boolean =>
  !ask.own &&
  ask.threads.some(({ quantities }) => quantities.some((one) => one.line === line && one.accepted > 0));

export const AskedLines = ({ ask }: { ask: Ask }) => {
  const lines = ask.versions.at(-1)?.content.lines ?? [];
  const isFilled = ask.own && ask.version > 0;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          acceptedIn={isAccepted(ask, line.id) ? ask.id : null}
          fill={isFilled ? (ask.fill.find((one) => one.line === line.id) ?? null) : null}
        />
      ))}
    </ul>
  );
};
