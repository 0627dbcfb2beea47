/** Every address of the console. A screen is loaded when it is first gone to. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { App } from './app.tsx';
import { ErrorNotice } from './kit/error-notice.tsx';
import { NotFound } from './kit/not-found.tsx';

const root = createRootRoute({
  component: App,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorNotice error={error} onRetry={reset} />,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./kit/settings.tsx'), 'SettingsScreen'),
});

export const router = createRouter({ routeTree: root.addChildren([settings]), scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
