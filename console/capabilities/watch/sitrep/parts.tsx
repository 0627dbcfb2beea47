import { Anchor, Badge, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Paragraph, Sitrep, SitrepRow } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { type Language, languages } from '../../../../server/kernel/faults.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useFileSize } from '../../../kit/file-size.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useCircles } from '../../agreements/queries.ts';
import { useFileName } from '../../exchange/attachment-parts.tsx';
import styles from './sitrep.module.css';
import { sitrepWords } from './sitrep-words.ts';

/** The languages by the names that their readers give them. */
export const languageNames: { readonly [Key in Language]: string } = {
  ar: 'العربية',
  fr: 'Français',
  en: 'English',
};
export const languageChoices = languages.map((value) => ({ value, label: languageNames[value] }));

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Where it stands; one that waits for the contact point says so. */
export const StateBadge = ({ sitrep: { state, item } }: { sitrep: Pick<SitrepRow, 'state' | 'item'> }) => {
  const say = useWords(sitrepWords);
  const isWaiting = state === 'approved' && item !== null;
  return (
    <Badge variant={state === 'sent' ? 'filled' : state === 'draft' ? 'default' : 'light'} tt="none">
      {say(isWaiting ? 'state-waiting' : `state-${state}`)}
    </Badge>
  );
};

export const useCircleName = (): ((id: string) => string) => {
  const circles = useCircles().data;
  const pick = usePick();
  return (id) => {
    const found = circles?.find((circle) => circle.id === id);
    return found ? pick(found.name) : '…';
  };
};

/** From when to when, by the reader's clock. */
export const Period = ({ sitrep: { from, until } }: { sitrep: Pick<SitrepRow, 'from' | 'until'> }) => {
  const dates = useDates();
  const isOneDay = dates.dayOf(from) === dates.dayOf(until);
  return <bdi>{`${dates.brief(from)} – ${isOneDay ? dates.clock(until) : dates.brief(until)}`}</bdi>;
};

/** The files of the entry that a paragraph comes from: each is opened in the log, by who may. */
export const Files = ({ of, files }: { of: Paragraph['source']; files: Sitrep['files'] }) => {
  const nameOf = useFileName();
  const size = useFileSize();
  const own = of !== null && 'entry' in of ? files.filter(({ entry }) => entry === of.entry) : [];
  if (own.length === 0) return null;
  return (
    <ul className={styles.files}>
      {own.map(({ entry, hash, name, bytes }) => (
        <li key={hash}>
          <IconPaperclip size={14} aria-hidden />
          <Anchor size="sm" href={`/api/watch/log/${encodeURIComponent(entry)}/attachments/${hash}`} download>
            <bdi>{nameOf(name)}</bdi>
          </Anchor>
          <Text span size="xs" c="dimmed">
            {size(bytes)}
          </Text>
        </li>
      ))}
    </ul>
  );
};

/** Where a paragraph comes from. */
export const Aside = ({ source }: Pick<Paragraph, 'source'>) => {
  const say = useWords(sitrepWords);
  const dates = useDates();
  if (source === null) return <span>{say('freeText')}</span>;
  const { grading } = source;
  return (
    <>
      <bdi>{dates.moment(source.at)}</bdi>
      {'entry' in source ? (
        <span>{say('number', { number: String(source.number) })}</span>
      ) : (
        <TextLink size="sm" to="/requests/$id" params={{ id: source.item }}>
          {say('request')}
        </TextLink>
      )}
      {grading && <bdi>{`${grading.source}${grading.information}`}</bdi>}
      <TlpLabel tlp={source.tlp} />
    </>
  );
};
