/** Addresses of matching. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readView } from './capabilities/matching/places.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const matching = createRoute({
  getParentRoute,
  path: '/matching',
  validateSearch: readingOnly(readView),
  component: lazyRouteComponent(
    () => import('./capabilities/matching/matching-screen.tsx'),
    'MatchingScreen',
  ),
});
const check = createRoute({
  getParentRoute,
  path: '/matching/check',
  validateSearch: readingOnly((search): { item?: string } =>
    typeof search.item === 'string' ? { item: search.item } : {},
  ),
  component: lazyRouteComponent(() => import('./capabilities/matching/check-screen.tsx'), 'CheckScreen'),
});
const results = createRoute({
  getParentRoute,
  path: '/matching/checks/$batch',
  component: lazyRouteComponent(() => import('./capabilities/matching/results-screen.tsx'), 'ResultsScreen'),
});

export const matchingRoutes = [matching, check, results] as const;
