/** Addresses of requests. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readView } from './capabilities/requests/views.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const requests = createRoute({
  getParentRoute,
  path: '/requests',
  validateSearch: readingOnly(readView),
  component: lazyRouteComponent(() => import('./capabilities/requests/board.tsx'), 'BoardScreen'),
});
const ask = createRoute({
  getParentRoute,
  path: '/requests/ask',
  validateSearch: readingOnly((search): { item?: string } =>
    typeof search.item === 'string' ? { item: search.item } : {},
  ),
  component: lazyRouteComponent(() => import('./capabilities/requests/ask-screen.tsx'), 'AskScreen'),
});
const staff = createRoute({
  getParentRoute,
  path: '/requests/staff',
  component: lazyRouteComponent(
    () => import('./capabilities/requests/staff/staff-screen.tsx'),
    'StaffScreen',
  ),
});
const templates = createRoute({
  getParentRoute,
  path: '/requests/templates',
  component: lazyRouteComponent(
    () => import('./capabilities/requests/templates/templates-screen.tsx'),
    'TemplatesScreen',
  ),
});
const request = createRoute({
  getParentRoute,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestPage'),
});

export const requestRoutes = [requests, ask, staff, templates, request] as const;
