import { Center, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiFault } from './api.ts';
import { ErrorNotice } from './error-notice.tsx';
import { useWords } from './language.tsx';
import { NotFound } from './not-found.tsx';
import { kitWords } from './words.ts';

interface Needs<Answer> {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** Shows what a query answered; until then that it is loading; a failure with a way to try again, or that nothing is there. */
export const Loaded = <Answer,>({ query, children }: Needs<Answer>) => {
  const say = useWords(kitWords);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  // What is not there, or not for him, is the same page that is not there: to try again changes nothing.
  if (query.error instanceof ApiFault && query.error.code === 'access/absent') return <NotFound />;
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Center py="xl" role="status" aria-label={say('loading')}>
      <Loader />
    </Center>
  );
};
