import { Group, SegmentedControl, Text } from '@mantine/core';
import type { Sitrep } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { type Language, languages } from '../../../../server/kernel/faults.ts';
import { useWords } from '../../../kit/language.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import type { Sections } from './draft.ts';
import { Aside, directionOf, Files, languageChoices, Period, useCircleName } from './parts.tsx';
import styles from './sitrep.module.css';
import { sitrepWords } from './sitrep-words.ts';

interface Needs {
  readonly sitrep: Sitrep;
  readonly sections: Sections;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** How it will read: headings in the language of the document, each paragraph in its own. */
export const Preview = ({ sitrep, sections, language, onLanguage }: Needs) => {
  const say = useWords(sitrepWords);
  const circleName = useCircleName();
  return (
    <section aria-label={say('preview')}>
      <SegmentedControl
        mb="xs"
        size="xs"
        aria-label={say('documentLanguage')}
        value={language}
        data={languageChoices}
        onChange={(value) => onLanguage(languages.find((one) => one === value) ?? language)}
      />
      <div className={styles.page} lang={language} dir={directionOf(language)}>
        <Group justify="space-between" gap="xs" mb="sm">
          <TlpLabel tlp={sitrep.marking.tlp} />
          <Text size="xs" c="dimmed">
            <bdi>{circleName(sitrep.circle)}</bdi>
          </Text>
        </Group>
        <h2>{sitrep.title?.[language]}</h2>
        <Text size="sm" c="dimmed" mb="sm">
          <Period sitrep={sitrep} />
        </Text>
        {sections
          .filter(({ key, paragraphs }) => paragraphs.length > 0 || key !== 'assessment')
          .map(({ key, paragraphs }) => (
            <div key={key}>
              <h3>{sitrepWords[`section-${key}`][language]}</h3>
              {paragraphs.length === 0 && <p className={styles.text}>{sitrepWords.nothing[language]}</p>}
              {paragraphs.map((paragraph) => (
                <div key={paragraph.id}>
                  {paragraph.source && (
                    <div className={styles.aside}>
                      <Aside source={paragraph.source} />
                    </div>
                  )}
                  <p className={styles.text} lang={paragraph.language} dir={directionOf(paragraph.language)}>
                    {paragraph.text}
                  </p>
                  <Files of={paragraph.source} files={sitrep.files} />
                </div>
              ))}
            </div>
          ))}
      </div>
    </section>
  );
};
