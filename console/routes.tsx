/** Every address of the console. A screen is loaded when it is first gone to. */

import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { assistanceRoutes } from './assistance-routes.tsx';
import { readFilters } from './capabilities/exchange/filters.ts';
import { readAccessFilters } from './capabilities/oversight/filters.ts';
import { readLogFilters } from './capabilities/watch/log/filters.ts';
import { deploymentRoutes } from './deployment-routes.tsx';
import { eventRiskRoutes } from './event-risk-routes.tsx';
import { eventsRoutes } from './events-routes.tsx';
import { FailedScreen } from './failed-screen.tsx';
import { Home } from './home.tsx';
import { readingOnly } from './kit/search.ts';
import { matchingRoutes } from './matching-routes.tsx';
import { requestRoutes } from './request-routes.tsx';
import { getParentRoute, root } from './root-route.tsx';
import { rosterRoutes } from './roster-routes.tsx';

/** Single sign-on that failed comes back here with its fault; the sign-in screen says so. */
const home = createRoute({ getParentRoute, path: '/', component: Home });
const role = createRoute({
  getParentRoute,
  path: '/role',
  component: lazyRouteComponent(() => import('./capabilities/oversight/role-screen.tsx'), 'RoleScreen'),
});

const box = createRoute({
  getParentRoute,
  path: '/exchange/$box',
  validateSearch: readingOnly(readFilters),
  component: lazyRouteComponent(() => import('./capabilities/exchange/box.tsx'), 'BoxScreen'),
});
const item = createRoute({
  getParentRoute,
  path: '/exchange/items/$id',
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
});
const compose = createRoute({
  getParentRoute,
  path: '/exchange/compose',
  validateSearch: readingOnly((search): { item?: string } =>
    typeof search.item === 'string' ? { item: search.item } : {},
  ),
  component: lazyRouteComponent(() => import('./capabilities/exchange/compose-screen.tsx'), 'ComposeScreen'),
});
const importing = createRoute({
  getParentRoute,
  path: '/exchange/import',
  component: lazyRouteComponent(() => import('./capabilities/exchange/import-screen.tsx'), 'ImportScreen'),
});
const search = createRoute({
  getParentRoute,
  path: '/search',
  validateSearch: readingOnly((given): { q?: string; near?: true } => ({
    // The router reads `?q=2024` as a number.
    ...(typeof given.q === 'string' || typeof given.q === 'number' ? { q: String(given.q) } : {}),
    ...(given.near === true ? { near: true } : {}),
  })),
  component: lazyRouteComponent(() => import('./capabilities/exchange/search-screen.tsx'), 'SearchScreen'),
});

const duplicates = createRoute({
  getParentRoute,
  path: '/exchange/duplicates',
  component: lazyRouteComponent(
    () => import('./capabilities/exchange/duplicates/duplicates-screen.tsx'),
    'DuplicatesScreen',
  ),
});
const graph = createRoute({
  getParentRoute,
  path: '/exchange/graph',
  validateSearch: readingOnly((search): { node?: string } =>
    typeof search.node === 'string' ? { node: search.node } : {},
  ),
  component: lazyRouteComponent(
    () => import('./capabilities/exchange/graph/graph-screen.tsx'),
    'GraphScreen',
  ),
});
const due = createRoute({
  getParentRoute,
  path: '/due',
  component: lazyRouteComponent(() => import('./capabilities/exchange/due-screen.tsx'), 'DueScreen'),
});

const accesses = createRoute({
  getParentRoute,
  path: '/oversight/accesses',
  validateSearch: readingOnly(readAccessFilters),
  component: lazyRouteComponent(
    () => import('./capabilities/oversight/accesses-screen.tsx'),
    'AccessesScreen',
  ),
});
const subjects = createRoute({
  getParentRoute,
  path: '/oversight/subjects',
  component: lazyRouteComponent(
    () => import('./capabilities/oversight/subjects-screen.tsx'),
    'SubjectsScreen',
  ),
});
const tightenings = createRoute({
  getParentRoute,
  path: '/oversight/tightenings',
  component: lazyRouteComponent(
    () => import('./capabilities/oversight/tightenings-screen.tsx'),
    'TighteningsScreen',
  ),
});
const newTightening = createRoute({
  getParentRoute,
  path: '/oversight/tightenings/new',
  component: lazyRouteComponent(
    () => import('./capabilities/oversight/tightening-form.tsx'),
    'TighteningFormScreen',
  ),
});

const log = createRoute({
  getParentRoute,
  path: '/watch/log',
  validateSearch: readingOnly(readLogFilters),
  component: lazyRouteComponent(() => import('./capabilities/watch/log/log-screen.tsx'), 'LogScreen'),
});
const entry = createRoute({
  getParentRoute,
  path: '/watch/log/$id',
  component: lazyRouteComponent(() => import('./capabilities/watch/log/entry-screen.tsx'), 'EntryScreen'),
});
const alerts = createRoute({
  getParentRoute,
  path: '/watch/alerts',
  validateSearch: readingOnly((search): { entry?: string } =>
    typeof search.entry === 'string' ? { entry: search.entry } : {},
  ),
  component: lazyRouteComponent(
    () => import('./capabilities/watch/alerts/alerts-screen.tsx'),
    'AlertsScreen',
  ),
});
const rota = createRoute({
  getParentRoute,
  path: '/watch/shifts',
  component: lazyRouteComponent(() => import('./capabilities/watch/shifts/rota-screen.tsx'), 'RotaScreen'),
});
const handover = createRoute({
  getParentRoute,
  path: '/watch/shifts/$id',
  component: lazyRouteComponent(
    () => import('./capabilities/watch/shifts/handover-screen.tsx'),
    'HandoverScreen',
  ),
});
const sitreps = createRoute({
  getParentRoute,
  path: '/watch/sitreps',
  component: lazyRouteComponent(
    () => import('./capabilities/watch/sitrep/sitreps-screen.tsx'),
    'SitrepsScreen',
  ),
});
const sitrep = createRoute({
  getParentRoute,
  path: '/watch/sitreps/$id',
  component: lazyRouteComponent(
    () => import('./capabilities/watch/sitrep/sitrep-screen.tsx'),
    'SitrepScreen',
  ),
});

const toDecide = createRoute({
  getParentRoute,
  path: '/exchange/to-decide',
  component: lazyRouteComponent(() => import('./capabilities/exchange/to-decide.tsx'), 'ToDecideScreen'),
});

const collections = createRoute({
  getParentRoute,
  path: '/exchange/collections',
  component: lazyRouteComponent(
    () => import('./capabilities/exchange/collections-screen.tsx'),
    'CollectionsScreen',
  ),
});
const draw = createRoute({
  getParentRoute,
  path: '/exchange/collections/$id',
  component: lazyRouteComponent(() => import('./capabilities/exchange/draw-screen.tsx'), 'DrawScreen'),
});

const agreements = createRoute({
  getParentRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('./capabilities/agreements/list.tsx'), 'AgreementsScreen'),
});
const newAgreement = createRoute({
  getParentRoute,
  path: '/agreements/new',
  component: lazyRouteComponent(
    () => import('./capabilities/agreements/compose-agreement.tsx'),
    'ComposeAgreementScreen',
  ),
});
const agreement = createRoute({
  getParentRoute,
  path: '/agreements/$id',
  component: lazyRouteComponent(() => import('./capabilities/agreements/detail.tsx'), 'AgreementScreen'),
});
const circles = createRoute({
  getParentRoute,
  path: '/circles',
  component: lazyRouteComponent(() => import('./capabilities/agreements/circles.tsx'), 'CirclesScreen'),
});

const services = createRoute({
  getParentRoute,
  path: '/services',
  component: lazyRouteComponent(() => import('./capabilities/parties/services.tsx'), 'ServicesScreen'),
});
/** Shown by App itself, before anyone is signed in. */
const enrol = createRoute({ getParentRoute, path: '/enrol' });
const people = createRoute({
  getParentRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./capabilities/parties/people.tsx'), 'PeopleScreen'),
});
const security = createRoute({
  getParentRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('./capabilities/parties/security.tsx'), 'SecurityScreen'),
});
const settings = createRoute({
  getParentRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./kit/settings.tsx'), 'SettingsScreen'),
});

const routeTree = root.addChildren([
  home,
  role,
  box,
  item,
  compose,
  importing,
  search,
  ...requestRoutes,
  ...matchingRoutes,
  ...rosterRoutes,
  ...assistanceRoutes,
  ...deploymentRoutes,
  ...eventsRoutes,
  ...eventRiskRoutes,
  duplicates,
  graph,
  due,
  accesses,
  subjects,
  tightenings,
  newTightening,
  log,
  entry,
  sitreps,
  sitrep,
  alerts,
  rota,
  handover,
  toDecide,
  collections,
  draw,
  agreements,
  newAgreement,
  agreement,
  circles,
  services,
  people,
  enrol,
  security,
  settings,
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  // Within the frame: who meets a screen that fails can still go elsewhere.
  defaultErrorComponent: FailedScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
