/** What every screen of the console stands in. */
import { createRootRoute } from '@tanstack/react-router';
import { App } from './app.tsx';
import { ErrorNotice } from './kit/error-notice.tsx';
import { NotFound } from './kit/not-found.tsx';

export const root = createRootRoute({
  component: App,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorNotice error={error} onRetry={reset} />,
});
export const getParentRoute = () => root;
