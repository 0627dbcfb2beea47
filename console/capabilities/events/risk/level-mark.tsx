/** A level as a number and a word; and what the numbers mean. */
import { Group, Text } from '@mantine/core';
import { type Level, levels, rankOf } from '../../../../server/capabilities/events/risk/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';

/** The word of a level, «not assessed» where there is none. */
export const useLevelName = (): ((level: Level | null) => string) => {
  const say = useWords(riskWords);
  return (level) => say(`level-${level ?? 'none'}`);
};

export const LevelMark = ({ level }: { level: Level | null }) => {
  const nameOf = useLevelName();
  return (
    <span className={`${styles.level} ${styles.mark}`} data-level={level ?? 'none'}>
      {level !== null && <span aria-hidden>{rankOf(level)}</span>}
      {nameOf(level)}
    </span>
  );
};

export const Legend = () => {
  const say = useWords(riskWords);
  return (
    <Group gap="xs" aria-label={say('legend')} role="group">
      <Text size="sm" c="dimmed">
        {say('legend')}
      </Text>
      {levels.map((level) => (
        <LevelMark key={level} level={level} />
      ))}
      <LevelMark level={null} />
    </Group>
  );
};
