/** Events as a node opens them. */
import { createEvents, type Events } from './capabilities/events/index.ts';
import type { Plumbing } from './node-plumbing.ts';
import { zoneOf } from './plumbing/config/index.ts';

/** What is planned of major events, by the clock of the node's zone. */
export const openEvents = (plumbing: Plumbing): Events =>
  createEvents({ ...plumbing, timeZone: zoneOf(plumbing.settings) });
