/** All routes of this capability. */
import type { HttpApp } from '../../plumbing/http/index.ts';
import { registerContextRoutes } from './context-routes.ts';
import { registerLinkRoutes } from './link-routes.ts';
import { registerOwnSecurityRoutes } from './own-security-routes.ts';
import { registerPeopleRoutes } from './people-routes.ts';
import { registerSessionRoutes } from './session-routes.ts';
import { registerSingleSignOnRoutes } from './single-sign-on-routes.ts';
import type { createSingleSignOn } from './single-sign-on-service.ts';

type Needs<Register extends (app: HttpApp, needs: never) => void> = Parameters<Register>[1];
type RouteNeeds = Needs<typeof registerSessionRoutes> &
  Needs<typeof registerPeopleRoutes> &
  Needs<typeof registerOwnSecurityRoutes> &
  Needs<typeof registerContextRoutes> &
  Needs<typeof registerLinkRoutes> & { singleSignOn: ReturnType<typeof createSingleSignOn> | null };

export const registerRoutes = (app: HttpApp, needs: RouteNeeds): void => {
  const { singleSignOn } = needs;
  registerSessionRoutes(app, needs);
  registerPeopleRoutes(app, needs);
  registerOwnSecurityRoutes(app, needs);
  registerContextRoutes(app, needs);
  registerLinkRoutes(app, needs);
  if (singleSignOn !== null) registerSingleSignOnRoutes(app, { ...needs, singleSignOn });
};
