/** What is asked for, line by line, with how far it is filled on the host's node. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { type Ask, type AskedLine, powerWords } from '../../../server/capabilities/assistance/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { FillBar, useNumber, usePeriod, useSpecialty } from './parts.tsx';

const Line = ({ line, fill }: { line: AskedLine; fill: Ask['fill'][number] | null }) => {
  const say = useWords(askWords);
  const pick = usePick();
  const number = useNumber();
  const period = usePeriod();
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
                {say('languages')} <bdi dir="ltr">{requirement.languages.join(', ')}</bdi>
              </span>
            )}
            {places.map(({ name }) => (
              <bdi key={name}>{name}</bdi>
            ))}
          </div>
          {requirement.powers.length + requirement.skills.length > 0 && (
            <Group gap={4}>
              {requirement.powers.map((power) => (
                <Badge key={power} variant="default">
                  {pick(powerWords[power])}
                </Badge>
              ))}
              {requirement.skills.map((skill) => (
                <Badge key={skill} variant="default">
                  <bdi>{skill}</bdi>
                </Badge>
              ))}
            </Group>
          )}
          {line.conditions !== '' && (
            <Text size="sm" component="bdi">
              {line.conditions}
            </Text>
          )}
        </Stack>
        {fill !== null && <FillBar {...fill} />}
      </Group>
    </li>
  );
};

export const AskedLines = ({ ask }: { ask: Ask }) => {
  const lines = ask.versions.at(-1)?.content.lines ?? [];
  const isFilled = ask.own && ask.version > 0;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          fill={isFilled ? (ask.fill.find((one) => one.line === line.id) ?? null) : null}
        />
      ))}
    </ul>
  );
};
