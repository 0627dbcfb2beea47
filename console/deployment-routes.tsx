/** Addresses of officers who are sent and received. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAct, readKind, readLine } from './capabilities/assistance/deployment/places.ts';
import { readingOnly } from './kit/search.ts';
import { getParentRoute } from './root-route.tsx';

const board = createRoute({
  getParentRoute,
  path: '/assistance/board',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/board-screen.tsx'),
    'BoardScreen',
  ),
});
const units = createRoute({
  getParentRoute,
  path: '/assistance/units',
  validateSearch: readingOnly(readKind),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/units-screen.tsx'),
    'UnitsScreen',
  ),
});
const unit = createRoute({
  getParentRoute,
  path: '/assistance/units/$id',
  validateSearch: readingOnly(readAct),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/unit-screen.tsx'),
    'UnitScreen',
  ),
});
const pair = createRoute({
  getParentRoute,
  path: '/assistance/units/$id/pair',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/pair-screen.tsx'),
    'PairScreen',
  ),
});
const register = createRoute({
  getParentRoute,
  path: '/assistance/units/new',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/officer-screens.tsx'),
    'RegisterScreen',
  ),
});
const edit = createRoute({
  getParentRoute,
  path: '/assistance/units/$id/edit',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/officer-screens.tsx'),
    'EditOfficerScreen',
  ),
});
const replace = createRoute({
  getParentRoute,
  path: '/assistance/units/$id/replace',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/officer-screens.tsx'),
    'ReplaceScreen',
  ),
});
const nameOne = createRoute({
  getParentRoute,
  path: '/assistance/names/one',
  validateSearch: readingOnly(readLine),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/officer-screens.tsx'),
    'NameOneScreen',
  ),
});
const importing = createRoute({
  getParentRoute,
  path: '/assistance/units/import',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/naming-screen.tsx'),
    'ImportScreen',
  ),
});
const naming = createRoute({
  getParentRoute,
  path: '/assistance/names',
  validateSearch: readingOnly(readLine),
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/naming-screen.tsx'),
    'NamingScreen',
  ),
});
const verify = createRoute({
  getParentRoute,
  path: '/assistance/badge',
  component: lazyRouteComponent(
    () => import('./capabilities/assistance/deployment/verify-screen.tsx'),
    'VerifyScreen',
  ),
});

export const deploymentRoutes = [
  board,
  units,
  register,
  importing,
  unit,
  edit,
  replace,
  pair,
  naming,
  nameOne,
  verify,
] as const;
