/** Addresses of events. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readEventSearch } from './capabilities/events/places.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const events = createRoute({
  getParentRoute,
  path: '/events',
  component: lazyRouteComponent(() => import('./capabilities/events/events-screen.tsx'), 'EventsScreen'),
});
const event = createRoute({
  getParentRoute,
  path: '/events/$event',
  validateSearch: readingOnly(readEventSearch),
  component: lazyRouteComponent(() => import('./capabilities/events/event-screen.tsx'), 'EventScreen'),
});
const importing = createRoute({
  getParentRoute,
  path: '/events/$event/import',
  component: lazyRouteComponent(() => import('./capabilities/events/import-screen.tsx'), 'ImportScreen'),
});

export const eventsRoutes = [events, event, importing] as const;
