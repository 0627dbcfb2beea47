/** Addresses of risk. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readRiskView } from './capabilities/events/risk/places.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const risk = createRoute({
  getParentRoute,
  path: '/events/$event/risk',
  validateSearch: readingOnly(readRiskView),
  component: lazyRouteComponent(() => import('./capabilities/events/risk/risk-screen.tsx'), 'RiskScreen'),
});
const target = createRoute({
  getParentRoute,
  path: '/events/$event/risk/$target',
  component: lazyRouteComponent(() => import('./capabilities/events/risk/target-screen.tsx'), 'TargetScreen'),
});

export const eventRiskRoutes = [risk, target] as const;
