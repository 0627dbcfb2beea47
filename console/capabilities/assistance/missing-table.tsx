/** What an event is missing, a line for each specialty that opens into what its posts want beside it. */
import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Missing } from '../../../server/capabilities/assistance/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import styles from './assistance.module.css';
import { missingWords } from './missing-words.ts';
import { Traits, useNumber, useSpecialty } from './parts.tsx';
import { assistanceWords } from './words.ts';

type Row = Missing['specialties'][number];
type Wanting = Pick<Row, 'missing' | 'asked' | 'worst' | 'places'>;

/** Places shown of each line. */
const placesShown = 2;

const There = ({ worst }: Pick<Wanting, 'worst'>) => {
  const say = useWords(missingWords);
  const number = useNumber();
  return (
    <>
      <div>{say('own', { number: number(worst.own) })}</div>
      {worst.accepted > 0 && <div>{say('accepted', { number: number(worst.accepted) })}</div>}
      {worst.unfit > 0 && (
        <Text size="sm" c="dimmed" component="div">
          {say('unfit', { number: number(worst.unfit) })}
        </Text>
      )}
    </>
  );
};

const Line = ({ row, isSet, children }: { row: Wanting; isSet: boolean; children: ReactNode }) => {
  const say = useWords(missingWords);
  const number = useNumber();
  const dates = useDates();
  const { missing, worst, asked, places } = row;
  return (
    <tr data-part={isSet || undefined}>
      <th scope="row">{children}</th>
      <td className={missing > 0 ? styles.missing : styles.enough}>{number(missing)}</td>
      <td>
        <div>{dates.day(worst.day)}</div>
        <Text size="sm" c="dimmed" component="div">
          {say('peak', { number: number(worst.peak) })}
        </Text>
      </td>
      <td>
        <There worst={worst} />
      </td>
      <td>{number(asked)}</td>
      <td>
        {places.slice(0, placesShown).map(({ name }) => (
          <div key={name}>
            <bdi>{name}</bdi>
          </div>
        ))}
      </td>
    </tr>
  );
};

const isPlain = ({ languages, powers, skills }: Row['sets'][number]['requirement']): boolean =>
  languages.length + powers.length + skills.length === 0;

const Specialty = ({ row }: { row: Row }) => {
  const say = useWords(missingWords);
  const specialty = useSpecialty();
  const { sets } = row;
  const [isOpen, setOpen] = useState(false);
  const [only] = sets;
  const isOne = sets.length === 1 && only !== undefined;
  return (
    <>
      <Line row={row} isSet={false}>
        <div>{specialty(row.specialty)}</div>
        {isOne ? (
          <Traits {...only.requirement} />
        ) : (
          <UnstyledButton className={styles.opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <IconChevronDown size={16} aria-hidden data-open={isOpen || undefined} />
            {say('sets', { count: sets.length })}
          </UnstyledButton>
        )}
      </Line>
      {isOpen &&
        sets.map((set) => (
          <Line key={JSON.stringify(set.requirement)} row={set} isSet>
            {isPlain(set.requirement) ? say('plain') : <Traits {...set.requirement} />}
          </Line>
        ))}
    </>
  );
};

export const MissingTable = ({ missing }: { missing: Missing }) => {
  const say = useWords(missingWords);
  const list = useWords(assistanceWords);
  const heads = [
    ...[list('specialty'), say('missing'), say('worstDay'), say('there')],
    ...[say('asked'), say('where')],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={say('title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {missing.specialties.map((row) => (
            <Specialty key={row.specialty} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
