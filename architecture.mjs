/**
 * The house as data: the boundary lint and `npm run draw` read it. Order matters: each may call those
 * before it.
 */
export const layers = ['kernel', 'plumbing', 'federation', 'capabilities'];

export const capabilities = [
  'parties',
  'agreements',
  'exchange',
  'requests',
  'watch',
  'matching',
  'events',
  'assistance',
  'oversight',
];
