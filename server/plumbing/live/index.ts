export { createLive, type Live, type LiveEvent, lookAgain } from './live.ts';
