/** Threads of a node. */
export { launchThread } from './threads.ts';
