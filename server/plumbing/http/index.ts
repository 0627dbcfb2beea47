export { type OfferedBytes, sendBytes } from './bytes-reply.ts';
export { registerConsole } from './console-route.ts';
export { readCookie, sessionCookie } from './cookies.ts';
export { type Authenticate, actorOf, createHttp, type Dialect, type HttpApp, httpLimits } from './http.ts';
export { registerLive } from './live-route.ts';
