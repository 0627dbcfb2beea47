/** What stands in the place of a screen that failed; menu and header stay. */
import { useQueryClient } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorNotice } from './kit/error-notice.tsx';
import { useWords } from './kit/language.tsx';
import { ButtonLink } from './kit/links.tsx';
import { Page } from './kit/page.tsx';
import { kitWords } from './kit/words.ts';

/**
 * Trying again asks the node anew: what it answered before, and the screen failed on, is forgotten. What
 * others still show stays.
 */
export const FailedScreen = ({ error, reset }: ErrorComponentProps) => {
  const say = useWords(kitWords);
  const client = useQueryClient();
  const retry = (): void => {
    client.removeQueries({ type: 'inactive' });
    reset();
  };
  return (
    <Page title={say('failedScreen')} actions={<ButtonLink to="/">{say('back')}</ButtonLink>}>
      <ErrorNotice error={error} onRetry={retry} />
    </Page>
  );
};
