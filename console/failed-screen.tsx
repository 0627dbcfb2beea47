/** What stands in the place of a screen that failed; menu and header stay. */
import { useQueryClient } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorNotice } from './kit/error-notice.tsx';

/** Trying again asks the node anew: what the screen failed on may have been mended there. */
export const FailedScreen = ({ error, reset }: ErrorComponentProps) => {
  const client = useQueryClient();
  const retry = (): void => void client.invalidateQueries().finally(reset);
  return <ErrorNotice error={error} onRetry={retry} />;
};
