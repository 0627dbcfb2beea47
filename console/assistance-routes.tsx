/** Addresses of assistance. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readView } from './capabilities/assistance/places.ts';
import { readWanted } from './capabilities/assistance/wanted.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const assistance = createRoute({
  getParentRoute,
  path: '/assistance',
  validateSearch: readingOnly(readView),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/assistance-screen.tsx'),
    'AssistanceScreen',
  ),
});
const compose = createRoute({
  getParentRoute,
  path: '/assistance/compose',
  validateSearch: readingOnly(readWanted),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/compose-screen.tsx'),
    'ComposeScreen',
  ),
});
const ask = createRoute({
  getParentRoute,
  path: '/assistance/asks/$id',
  component: lazyRouteComponent(() => import('./capabilities/assistance/ask-screen.tsx'), 'AskScreen'),
});
const edit = createRoute({
  getParentRoute,
  path: '/assistance/asks/$id/edit',
  component: lazyRouteComponent(() => import('./capabilities/assistance/compose-screen.tsx'), 'EditScreen'),
});

export const assistanceRoutes = [assistance, compose, ask, edit] as const;
