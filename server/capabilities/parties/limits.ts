/** Every limit of sign-in, named. Units are last in each name. */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const partiesLimits = {
  /** A session ends when nothing was asked for so long. */
  sessionIdleMs: hourMs,
  /** A session ends after so long in any case: one twelve-hour shift and its handover. */
  sessionAbsoluteMs: 13 * hourMs,
  /** How stale "last seen" may be, so that a read need not write at every request. */
  lastSeenEveryMs: minuteMs,
  /** A stated reason holds for so long at most: one shift. */
  contextMs: 12 * hourMs,
  /** The words of a reason are kept for five years after it was stated. */
  contextKeptDays: 1_825,
  /** Time to answer a challenge: a code, a passkey, a single sign-on. */
  challengeMs: 5 * minuteMs,
  /** Life of an enrolment link. */
  enrolmentMs: 72 * hourMs,
  /** Life of what HTTP Basic remembers, so that Argon2id is not run at every request. */
  basicMs: minuteMs,
  /** Accounts that HTTP Basic remembers at once. */
  basicEntries: 500,
  sessionsPerPerson: 20,
  passkeysPerPerson: 10,
  tokensPerPerson: 20,
  recoveryCodes: 10,
  /** Unanswered challenges at once, over all accounts: beyond it the oldest go. */
  challenges: 10_000,
  people: 20_000,
  desks: 1_000,
  agentCharacters: 200,
} as const;

/** Argon2id, the OWASP Password Storage Cheat Sheet's first choice: 19 MiB, two passes, one lane. */
export const argonParameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** RFC 6238 with the parameters that every authenticator app knows; one step either side is accepted. */
export const totpParameters = { periodSeconds: 30, digits: 6, toleranceSteps: 1, secretBytes: 20 } as const;

/** How failures slow further attempts down. Waits double from `firstWaitMs` to `longestWaitMs`. */
export interface BackOff {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Quiet time after which failures are forgotten. */
  readonly forgetMs: number;
}
export const accountBackOff: BackOff = {
  free: 5,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * minuteMs,
  forgetMs: 24 * hourMs,
};
/** Wider: a whole centre may stand behind one address. */
export const addressBackOff: BackOff = {
  free: 40,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * minuteMs,
  forgetMs: hourMs,
};

/** Characters of what is read outside a schema. */
export const textMost = { basic: 400 } as const;
