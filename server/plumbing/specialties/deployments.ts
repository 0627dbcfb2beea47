/** What is said of an officer who is sent, in words that both nodes and both layers mean alike. Pure. */

/** What is said of a unit after it was named; each by one side, or by both. */
export const stepKinds = [
  'vet',
  'accredit',
  'revoke-badge',
  'arrive',
  'brief',
  'pair',
  'unpair',
  'task',
  'propose-extension',
  'agree-extension',
  'release',
  'debrief',
  'withdraw',
] as const;

/** Papers that expire. */
export const certificateKinds = [
  'dog-team',
  'dog-health',
  'handler',
  'bomb-disposal',
  'firearms',
  'drone-operator',
  'medical',
  'driving',
  'other',
] as const;

/** Why a unit is refused: a decision with a ground, never the file behind it. */
export const vettingGrounds = [
  'national-security',
  'incomplete-papers',
  'not-qualified',
  'over-quantity',
  'other',
] as const;
