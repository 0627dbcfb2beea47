import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import type { Hit, Piece, SearchAnswer } from '../../../server/capabilities/exchange/search/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { WithNumbers } from '../../kit/with-numbers.tsx';
import { usePartyName } from '../parties/queries.ts';
import { withoutRepeats } from './found-places.ts';
import { MergedMark } from './merged.tsx';
import styles from './search.module.css';
import { searchWords } from './search-words.ts';
import { stixTypeWords, stixWords } from './stix-words.ts';

type FoundItem = SearchAnswer['found'][number];

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => {
  let at = 0;
  return pieces.map(({ text, mark }) => {
    const key = at;
    at += text.length;
    const Tag = mark ? 'mark' : 'span';
    return (
      <Tag key={key}>
        <WithNumbers text={text} />
      </Tag>
    );
  });
};

const isTypeWord = (type: string): type is keyof typeof stixTypeWords => Object.hasOwn(stixTypeWords, type);

const useTypeName = () => {
  const type = useWords(stixTypeWords);
  const say = useWords(stixWords);
  return (name: string): string => (isTypeWord(name) ? type(name) : say('other', { type: name }));
};

/** A place that answers: where it is, and the text there in its own direction. */
const Place = ({ hit }: { hit: Hit }) => {
  const say = useWords(searchWords);
  const typeName = useTypeName();
  return (
    <div className={styles.hit}>
      <span className={styles.place}>
        {hit.object === null ? say('inSummary') : typeName(hit.object.type)}
      </span>
      <span className={styles.snippet}>
        <bdi>
          {hit.cutBefore && '… '}
          <Pieces pieces={hit.pieces} />
          {hit.cutAfter && ' …'}
        </bdi>
      </span>
    </div>
  );
};

const Result = ({ found: { item, title, hits } }: { found: FoundItem }) => {
  const pick = usePick();
  const nameOf = usePartyName();
  return (
    <li className={styles.result}>
      <Link to="/exchange/items/$id" params={{ id: item.id }} data-result className={styles.title}>
        <bdi lang={item.language}>
          <Pieces pieces={title} />
        </bdi>
      </Link>
      <Group gap="sm" component="div" className={styles.facts}>
        <TlpLabel tlp={item.marking.tlp} />
        <span>{pick(terms.states.item[item.state])}</span>
        <Name>{nameOf(item.originator)}</Name>
        <span>{pick(terms.fields[item.marking.field])}</span>
        <Moment at={item.receivedAt ?? item.releasedAt ?? item.modifiedAt} />
        <MergedMark row={item} />
      </Group>
      {withoutRepeats(title, hits).map((hit) => (
        <Place key={`${hit.object?.id ?? ''}${hit.path ?? ''}`} hit={hit} />
      ))}
    </li>
  );
};

/** What was found. The arrows move from one to the next, Enter opens, as Tab and a click do. */
export const SearchResults = ({ found }: { found: readonly FoundItem[] }) => {
  const say = useWords(searchWords);
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-result]') ?? [])];
    const next = links[links.findIndex((link) => link.matches(':focus')) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <ul ref={list} className={styles.results} aria-label={say('results')} onKeyDown={move}>
        {found.map((one) => (
          <Result key={one.item.id} found={one} />
        ))}
      </ul>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {say('keys')}
      </Text>
    </>
  );
};
