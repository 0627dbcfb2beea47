import type { ReactNode } from 'react';
import type { ItemMetadata } from '../../../server/capabilities/oversight/accesses/contract.ts';
import { DayText, Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { usePartyName } from '../parties/queries.ts';
import styles from './oversight.module.css';
import { oversightWords } from './words.ts';

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** An item as metadata: under what it is held, by whom it came, until when. */
export const MetadataFacts = ({ item }: { item: ItemMetadata }) => {
  const say = useWords(oversightWords);
  const pick = usePick();
  const partyName = usePartyName();
  return (
    <dl className={styles.facts}>
      <Fact name="TLP">
        <TlpLabel tlp={item.tlp} />
      </Fact>
      <Fact name={say('field')}>{pick(terms.fields[item.field])}</Fact>
      <Fact name={say('purpose')}>{pick(terms.purposes[item.purpose])}</Fact>
      <Fact name={say('legalBasis')}>
        <Name>{item.legalBasis}</Name>
      </Fact>
      <Fact name={say('originator')}>
        <Name>{partyName(item.originator)}</Name>
      </Fact>
      {item.recipients.length > 0 && (
        <Fact name={say('recipients')}>
          {item.recipients.map((party) => (
            <span key={party} className={styles.party}>
              <Name>{partyName(party)}</Name>
            </span>
          ))}
        </Fact>
      )}
      {item.personCategories.length > 0 && (
        <Fact name={say('categories')}>
          {item.personCategories.map((one) => (
            <span key={one} className={styles.party}>
              {pick(terms.personCategories[one])}
            </span>
          ))}
        </Fact>
      )}
      <Fact name={say('createdAt')}>
        <Moment at={item.createdAt} />
      </Fact>
      <Fact name={say('reviewOn')}>
        <DayText day={item.reviewOn} />
      </Fact>
      <Fact name={say('eraseOn')}>
        <DayText day={item.eraseOn} />
      </Fact>
    </dl>
  );
};
