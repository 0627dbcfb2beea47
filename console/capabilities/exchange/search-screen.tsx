import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconInfoCircle, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type SearchAnswer, searchLimits } from '../../../server/capabilities/exchange/search/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { More } from '../../kit/more.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { ReasonNote } from '../parties/reason-note.tsx';
import { useMe } from '../parties/session.ts';
import { keepSearch, recentSearches } from './recent-searches.ts';
import styles from './search.module.css';
import { searchFieldId } from './search-field.tsx';
import { SearchFilters } from './search-filters.tsx';
import { SearchResults } from './search-results.tsx';
import { SearchTeaching } from './search-teaching.tsx';
import { searchWords } from './search-words.ts';

interface Asked {
  readonly q: string;
  readonly near: boolean;
}

const useFound = ({ q, near }: Asked) =>
  useInfiniteQuery({
    // Not under `exchange`: news of items must not search again in the reader's name.
    queryKey: ['search', q, near],
    queryFn: ({ pageParam }) =>
      api.get<SearchAnswer>(`/api/exchange/search${queryString({ q, near, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: q !== '',
    // Each asking is a consultation in the journal.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

interface FieldNeeds {
  readonly q: string;
  readonly onAsk: (q: string) => void;
}

const Field = ({ q, onAsk }: FieldNeeds) => {
  const say = useWords(searchWords);
  const [text, setText] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (q === '') field.current?.focus();
  }, [q]);
  const toResults = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    const first = document.querySelector<HTMLElement>('[data-result]');
    if (first === null) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(text.trim());
        }}
      >
        <Group gap="xs" wrap="nowrap">
          <TextInput
            id={searchFieldId}
            ref={field}
            type="search"
            classNames={{ input: styles.query }}
            flex={1}
            size="md"
            aria-label={say('field')}
            placeholder={say('field')}
            maxLength={searchLimits.query}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={toResults}
          />
          <Button type="submit" size="md">
            {say('go')}
          </Button>
        </Group>
      </form>
    </search>
  );
};

const Nothing = ({ answer, onAsk }: { answer: SearchAnswer; onAsk: (q: string) => void }) => {
  const say = useWords(searchWords);
  if (!answer.asked) return <EmptyState icon={IconSearch} title={say('nothing')} teach={say('common')} />;
  return (
    <EmptyState
      icon={IconSearchOff}
      title={say('nothing')}
      teach={say('nothingTeach')}
      action={
        answer.suggestions.length > 0 && (
          <Group gap="xs" justify="center">
            <Text size="sm">{say('tryInstead')}</Text>
            {answer.suggestions.map((suggestion) => (
              <Button key={suggestion} variant="light" size="compact-md" onClick={() => onAsk(suggestion)}>
                <bdi>{suggestion}</bdi>
              </Button>
            ))}
          </Group>
        )
      }
    />
  );
};

/** Isolated, so that words of the other direction do not reorder those beside them. */
const apart = (word: string): string => `\u2068${word}\u2069`;

interface AnswerNeeds {
  readonly asked: Asked;
  readonly answer: SearchAnswer;
  readonly onAsk: (q: string, near?: boolean) => void;
}

/** What must be known to read the list rightly: how many, how they were found, what was passed over. */
const Remarks = ({ asked, answer, onAsk }: AnswerNeeds) => {
  const say = useWords(searchWords);
  return (
    <>
      {answer.notUnderstood.length > 0 && (
        <Alert icon={<IconInfoCircle size={18} />} color="yellow" role="status">
          {say('notUnderstood', { list: answer.notUnderstood.join('  ') })}
        </Alert>
      )}
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {say('count', { count: answer.total })}
          {answer.near && answer.total > 0 && ` · ${say('near')}`}
        </Text>
        {answer.total > 0 && !answer.near && (
          <Button variant="subtle" size="compact-sm" onClick={() => onAsk(asked.q, true)}>
            {say('wider')}
          </Button>
        )}
      </Group>
      {answer.spellings.length > 0 && (
        <Text size="sm" c="dimmed">
          {say('spellings', {
            list: answer.spellings
              .flatMap(({ as }) => as)
              .map(apart)
              .join(' · '),
          })}
        </Text>
      )}
      {answer.more && (
        <Text size="sm" c="dimmed">
          {say('more')}
        </Text>
      )}
      {answer.halfRead > 0 && (
        <Text size="sm" c="dimmed">
          {say('halfRead', { count: answer.halfRead })}
        </Text>
      )}
    </>
  );
};

const Found = ({ asked, onAsk }: Omit<AnswerNeeds, 'answer'>) => {
  const query = useFound(asked);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const [answer] = pages;
        if (answer === undefined) return null;
        return (
          <>
            <SearchFilters q={asked.q} filters={answer.filters} onAsk={onAsk} />
            <Remarks asked={asked} answer={answer} onAsk={onAsk} />
            {answer.personalDataLeftOut && <ReasonNote about="search" />}
            {answer.total === 0 ? (
              <Nothing answer={answer} onAsk={onAsk} />
            ) : (
              <SearchResults found={pages.flatMap((page) => page.found)} />
            )}
            <More query={query} />
          </>
        );
      }}
    </Loaded>
  );
};

/** Search: the query is in the address, so that a result can be left and come back to. */
export const SearchScreen = () => {
  const say = useWords(searchWords);
  const navigate = useNavigate();
  const { person } = useMe();
  const { q = '', near = false } = useSearch({ from: '/search' });
  const ask = (text: string, wide = false): void => {
    if (text !== '') keepSearch(person, text);
    void navigate({ to: '/search', search: text === '' ? {} : { q: text, ...(wide ? { near: true } : {}) } });
  };
  useEffect(() => {
    if (q !== '') keepSearch(person, q);
  }, [person, q]);
  return (
    <Page title={say('title')}>
      <Field q={q} onAsk={ask} />
      {q === '' ? (
        <SearchTeaching recent={recentSearches(person)} onAsk={ask} />
      ) : (
        <Found key={`${q}${near}`} asked={{ q, near }} onAsk={ask} />
      )}
    </Page>
  );
};
