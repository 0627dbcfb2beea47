/** Addresses of the roster. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readTab, readView } from './capabilities/roster/places.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const events = createRoute({
  getParentRoute,
  path: '/roster',
  component: lazyRouteComponent(
    () => import('./capabilities/roster/events-screen.tsx'),
    'RosterEventsScreen',
  ),
});
const event = createRoute({
  getParentRoute,
  path: '/roster/events/$event',
  validateSearch: readingOnly(readTab),
  component: lazyRouteComponent(() => import('./capabilities/roster/event-screen.tsx'), 'EventRosterScreen'),
});
const draft = createRoute({
  getParentRoute,
  path: '/roster/drafts/$id',
  validateSearch: readingOnly(readView),
  component: lazyRouteComponent(() => import('./capabilities/roster/draft-screen.tsx'), 'DraftScreen'),
});
const compare = createRoute({
  getParentRoute,
  path: '/roster/drafts/$id/compare/$other',
  component: lazyRouteComponent(() => import('./capabilities/roster/compare-screen.tsx'), 'CompareScreen'),
});
const replan = createRoute({
  getParentRoute,
  path: '/roster/drafts/$id/replan',
  component: lazyRouteComponent(() => import('./capabilities/roster/replan-screen.tsx'), 'ReplanScreen'),
});
const mine = createRoute({
  getParentRoute,
  path: '/roster/mine',
  component: lazyRouteComponent(() => import('./capabilities/roster/duties-screens.tsx'), 'OwnDutiesScreen'),
});
const received = createRoute({
  getParentRoute,
  path: '/roster/received',
  component: lazyRouteComponent(
    () => import('./capabilities/roster/duties-screens.tsx'),
    'ReceivedDutiesScreen',
  ),
});

export const rosterRoutes = [events, event, draft, compare, replan, mine, received] as const;
