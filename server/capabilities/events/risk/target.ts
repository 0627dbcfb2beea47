/**
 * What is assessed: a session, a venue on one day, or another protected object (a route, a
 * station). Pure.
 */
import type { Day } from '../../../kernel/time.ts';

/** What a risk is assessed of. */
export type Target =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'venue-day'; readonly venue: string; readonly day: Day }
  | { readonly kind: 'object'; readonly object: string };

export const targetKinds = ['session', 'venue-day', 'object'] as const;
/** One of `targetKinds`. */
export type TargetKind = (typeof targetKinds)[number];

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** How a target is written in an address and in the tables: `venue-day:<venue>:2024-07-26`. */
export const targetPattern = `^((session|object):${uuid}|venue-day:${uuid}:\\d{4}-\\d{2}-\\d{2})$`;
const written = new RegExp(targetPattern);

/** The one text that names a target. */
export const targetKey = (target: Target): string => {
  switch (target.kind) {
    case 'session':
      return `session:${target.session}`;
    case 'venue-day':
      return `venue-day:${target.venue}:${target.day}`;
    case 'object':
      return `object:${target.object}`;
  }
};

/** The target that the text names; null where it names none. */
export const readTarget = (key: string): Target | null => {
  if (!written.test(key)) return null;
  const [kind, id = '', day = ''] = key.split(':');
  if (kind === 'session') return { kind, session: id };
  return kind === 'venue-day' ? { kind, venue: id, day } : { kind: 'object', object: id };
};
