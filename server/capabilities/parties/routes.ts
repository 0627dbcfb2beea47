/** All routes of this capability. */
import type { HttpApp } from '../../plumbing/http/index.ts';
import { registerPeopleRoutes } from './people-routes.ts';
import { registerSessionRoutes } from './session-routes.ts';

type RouteNeeds = Parameters<typeof registerSessionRoutes>[1] & Parameters<typeof registerPeopleRoutes>[1];

export const registerRoutes = (app: HttpApp, needs: RouteNeeds): void => {
  registerSessionRoutes(app, needs);
  registerPeopleRoutes(app, needs);
};
