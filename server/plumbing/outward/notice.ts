/** What may leave: that something waits, and where. */
export interface Notice {
  /** The same for each attempt, so that whoever gets it twice can tell. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** Where in the console it is to be read, by whoever may. */
  readonly link: string;
}

/** One way out. `give` rejects where it was not taken; it may be given again. */
export interface NoticeWay {
  readonly name: 'mail' | 'webhook';
  give(notice: Notice): Promise<void>;
}

export const outwardLimits = {
  /** How long one attempt may take, from the connection to the answer. */
  attemptMs: 15_000,
} as const;
