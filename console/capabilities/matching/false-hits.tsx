/** How often a hit is none, as large numbers are said. */
import { Text } from '@mantine/core';
import { useReading, useWords } from '../../kit/language.tsx';
import { hitWords } from './hit-words.ts';
import { useQuota } from './queries.ts';

/** The worst of the sets that are here; nothing where none is. */
export const FalseHits = ({ partners }: { partners: readonly string[] }) => {
  const say = useWords(hitWords);
  const { locale } = useReading();
  const chances = (useQuota().data ?? []).flatMap(({ partner, falseHits }) =>
    partners.includes(partner) && falseHits !== null && falseHits > 0 ? [falseHits] : [],
  );
  if (chances.length === 0) return null;
  const format = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 2 } as const;
  const number = new Intl.NumberFormat(locale, format).format(1 / Math.max(...chances));
  return (
    <Text size="sm" c="dimmed">
      {say('falseHits', { number })}
    </Text>
  );
};
