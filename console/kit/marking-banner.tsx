import type { ReactNode } from 'react';
import type { Words } from '../../server/kernel/faults.ts';
import type { Grading, Marking } from '../../server/kernel/marking.ts';
import { DayText } from './date-time.tsx';
import { usePick, useWords } from './language.tsx';
import styles from './marking-banner.module.css';
import { markingWords } from './marking-words.ts';
import { Name } from './name.tsx';
import { terms } from './terms.ts';
import { TlpLabel } from './tlp-label.tsx';
import { kitWords } from './words.ts';

/** A marking as the API gives it: the kernel's, with ids as plain text. */
export type ShownMarking = Omit<Marking, 'releasableTo'> & { readonly releasableTo: readonly string[] };

const isKey = <Table extends object>(table: Table, key: string): key is keyof Table & string =>
  Object.hasOwn(table, key);

/** The words for one letter of a grade; null for a letter that its scheme does not know. */
export const gradeMeaning = (
  scheme: Grading['scheme'],
  part: 'source' | 'information' | 'handling',
  value: string,
): Words | null => {
  const table: Readonly<Record<string, Words>> = terms.gradings[scheme][part];
  return isKey(table, value) ? (table[value] ?? null) : null;
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Code = ({ children }: { children: ReactNode }) => (
  // The margin is outside the isolate: inside, its end would be that of the code's own direction.
  <span className={styles.code} translate="no">
    <bdi>{children}</bdi>
  </span>
);

const GradeFact = ({ grading }: { grading: Grading }) => {
  const say = useWords(markingWords);
  const kit = useWords(kitWords);
  const pick = usePick();
  const meaning = (part: 'source' | 'information' | 'handling', value: string): string => {
    const words = gradeMeaning(grading.scheme, part, value);
    return words ? pick(words) : value;
  };
  return (
    <Fact name={`${say('grade')} · ${pick(terms.gradings[grading.scheme].name)}`}>
      <Code>{`${grading.source}${grading.information}${grading.handling ?? ''}`}</Code>
      {[
        kit('named', { name: say('source'), value: meaning('source', grading.source) }),
        kit('named', { name: say('information'), value: meaning('information', grading.information) }),
        ...(grading.handling ? [meaning('handling', grading.handling)] : []),
      ].join(' · ')}
    </Fact>
  );
};

const HandlingFact = ({ marking }: { marking: ShownMarking }) => {
  const say = useWords(markingWords);
  const pick = usePick();
  return (
    <Fact name={say('handling')}>
      {marking.handling.map((code) => (
        <div key={code}>
          <Code>{code}</Code>
          {pick(terms.handling[code])}
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

/** What the reader may do with an item: its label in TLP 2.0 colours, and every term in plain words. */
export const MarkingBanner = ({ marking, nameOf }: Needs) => {
  const say = useWords(markingWords);
  const pick = usePick();
  return (
    <section className={styles.banner} aria-label={say('banner')}>
      <div className={styles.strip} data-tlp={marking.tlp}>
        <TlpLabel tlp={marking.tlp} />
        <span>{pick(terms.tlp[marking.tlp])}</span>
      </div>
      <dl className={styles.facts}>
        <Fact name={say('action')}>
          <Code>{`PAP:${marking.pap.toUpperCase()}`}</Code>
          {pick(terms.pap[marking.pap])}
        </Fact>
        <HandlingFact marking={marking} />
        {marking.grading ? (
          <GradeFact grading={marking.grading} />
        ) : (
          <Fact name={say('grade')}>{say('noGrade')}</Fact>
        )}
        <Fact name={say('field')}>{pick(terms.fields[marking.field])}</Fact>
        <Fact name={say('purpose')}>{pick(terms.purposes[marking.purpose])}</Fact>
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
            {marking.personCategories.map((entry) => pick(terms.personCategories[entry])).join(' · ')}
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
