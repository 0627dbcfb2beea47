import type { ReactNode } from 'react';
import type { Grading, Marking } from '../../server/kernel/marking.ts';
import { DayText } from './date-time.tsx';
import { gradingWords } from './grading-words.ts';
import { useWords } from './language.tsx';
import styles from './marking-banner.module.css';
import { categoryWords, fieldWords, markingWords, purposeWords } from './marking-words.ts';
import { Name } from './name.tsx';
import { TlpLabel } from './tlp-label.tsx';

/** A marking as the API gives it: the kernel's, with ids as plain text. */
export type ShownMarking = Omit<Marking, 'releasableTo'> & { readonly releasableTo: readonly string[] };

const isGradingKey = (key: string): key is keyof typeof gradingWords => key in gradingWords;

/** The words for one letter of a grade; empty for a letter that its scheme does not know. */
export const useGradeMeaning = () => {
  const say = useWords(gradingWords);
  return (scheme: Grading['scheme'], part: 'source' | 'information' | 'handling', value: string): string => {
    const key = `${scheme}-${part}-${value}`;
    return isGradingKey(key) ? say(key) : '';
  };
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Code = ({ children }: { children: ReactNode }) => (
  <bdi className={styles.code} translate="no">
    {children}
  </bdi>
);

const GradeFact = ({ grading }: { grading: Grading }) => {
  const say = useWords(markingWords);
  const name = useWords(gradingWords);
  const meaning = useGradeMeaning();
  return (
    <Fact name={`${say('grade')} · ${name(grading.scheme)}`}>
      <Code>{`${grading.source}${grading.information}${grading.handling ?? ''}`}</Code>
      {[
        `${say('source')}: ${meaning(grading.scheme, 'source', grading.source)}`,
        `${say('information')}: ${meaning(grading.scheme, 'information', grading.information)}`,
        ...(grading.handling ? [meaning(grading.scheme, 'handling', grading.handling)] : []),
      ].join(' · ')}
    </Fact>
  );
};

const HandlingFact = ({ marking }: { marking: ShownMarking }) => {
  const say = useWords(markingWords);
  return (
    <Fact name={say('handling')}>
      {marking.handling.map((code) => (
        <div key={code}>
          <Code>{code}</Code>
          {say(`handling-${code}`)}
        </div>
      ))}
      {marking.handlingText && <Name>{marking.handlingText}</Name>}
    </Fact>
  );
};

interface Needs {
  readonly marking: ShownMarking;
  /** The name of a party, from its id. */
  readonly nameOf: (party: string) => string;
}

/** What the reader may do with an item, on every item: label in TLP 2.0 colours, and every term in plain words. */
export const MarkingBanner = ({ marking, nameOf }: Needs) => {
  const say = useWords(markingWords);
  const field = useWords(fieldWords);
  const purpose = useWords(purposeWords);
  const category = useWords(categoryWords);
  return (
    <section className={styles.banner} aria-label={say('banner')}>
      <div className={styles.strip} data-tlp={marking.tlp}>
        <TlpLabel tlp={marking.tlp} />
        <span>{say(`tlp-${marking.tlp}`)}</span>
      </div>
      <dl className={styles.facts}>
        <Fact name={say('action')}>
          <Code>{`PAP:${marking.pap.toUpperCase()}`}</Code>
          {say(`pap-${marking.pap}`)}
        </Fact>
        <HandlingFact marking={marking} />
        {marking.grading ? (
          <GradeFact grading={marking.grading} />
        ) : (
          <Fact name={say('grade')}>{say('noGrade')}</Fact>
        )}
        <Fact name={say('field')}>{field(marking.field)}</Fact>
        <Fact name={say('purpose')}>{purpose(marking.purpose)}</Fact>
        <Fact name={say('legalBasis')}>
          <Name>{marking.legalBasis}</Name>
        </Fact>
        <Fact name={say('releasableTo')}>
          {marking.releasableTo.map((party) => (
            <div key={party}>
              <Name>{nameOf(party)}</Name>
            </div>
          ))}
        </Fact>
        {marking.personCategories.length > 0 && (
          <Fact name={say('personCategories')}>
            {marking.personCategories.map((entry) => category(entry)).join(' · ')}
          </Fact>
        )}
        <Fact name={say('reviewOn')}>
          <DayText day={marking.reviewOn} />
        </Fact>
        <Fact name={say('eraseOn')}>
          <DayText day={marking.eraseOn} />
        </Fact>
      </dl>
    </section>
  );
};
