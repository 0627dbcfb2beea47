import { Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { Comparison, Sitrep } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useWords } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { Aside, directionOf } from './parts.tsx';
import { useComparison } from './queries.ts';
import styles from './sitrep.module.css';
import { sitrepWords } from './sitrep-words.ts';

type Compared = Comparison['sections'][number]['paragraphs'][number];

const Words = ({ change, paragraph, pieces }: Compared) => {
  const { text, language } = paragraph;
  return (
    <p className={styles.text} lang={language} dir={directionOf(language)}>
      {change !== 'changed'
        ? text
        : pieces.map((piece, at) => {
            const key = `${at} ${piece.text}`;
            if (piece.change === 'added') return <ins key={key}>{piece.text}</ins>;
            return piece.change === 'removed' ? <del key={key}>{piece.text}</del> : piece.text;
          })}
    </p>
  );
};

const Change = (compared: Compared) => {
  const say = useWords(sitrepWords);
  const { change, paragraph } = compared;
  return (
    <div className={styles.change} data-change={change}>
      <div className={styles.aside}>
        {change !== 'same' && (
          <Text inherit component="strong">
            {say(`change-${change}`)}
          </Text>
        )}
        <Aside source={paragraph.source} />
      </div>
      <Words {...compared} />
    </div>
  );
};

const Against = ({ against }: { against: NonNullable<Comparison['against']> }) => {
  const say = useWords(sitrepWords);
  const dates = useDates();
  return (
    <Text c="dimmed" size="sm">
      {against.same
        ? say('againstVersion', { version: String(against.version) })
        : say('againstLast', { moment: dates.moment(against.until) })}
    </Text>
  );
};

/** What was added, changed and removed since the version before, or the last product of this circle. */
export const Changes = ({ sitrep }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  const query = useComparison(sitrep.id, sitrep.revision);
  return (
    <Loaded query={query}>
      {({ against, sections }) =>
        against === null ? (
          <EmptyState icon={IconArrowsDiff} title={say('noChanges')} teach={say('noChangesTeach')} />
        ) : (
          <>
            <Against against={against} />
            {sections
              .filter(({ paragraphs }) => paragraphs.length > 0)
              .map(({ key, paragraphs }) => (
                <section key={key} className={styles.section}>
                  <Text component="h2" size="md" fw={600} m={0}>
                    {say(`section-${key}`)}
                  </Text>
                  {paragraphs.map((compared) => (
                    <Change key={`${compared.change} ${compared.paragraph.id}`} {...compared} />
                  ))}
                </section>
              ))}
          </>
        )
      }
    </Loaded>
  );
};
