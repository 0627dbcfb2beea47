/** What stands in the place of a screen that failed; menu and header stay. */
import { useQueryClient } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorNotice } from './kit/error-notice.tsx';

/**
 * Trying again asks the node anew: what it answered before, and the screen failed on, is forgotten. What
 * others still show stays.
 */
export const FailedScreen = ({ error, reset }: ErrorComponentProps) => {
  const client = useQueryClient();
  const retry = (): void => {
    client.removeQueries({ type: 'inactive' });
    reset();
  };
  return <ErrorNotice error={error} onRetry={retry} />;
};
