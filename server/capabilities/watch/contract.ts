/** What the rooms of the watch share: the log, shifts with their handovers, alerts. */
export const watchLimits = {
  /** Letters of one entry, in UTF-16 units. */
  entryText: 4_000,
  /** Letters of the line that it is written in, with its commands. */
  line: 6_000,
  /** Bytes of a request that writes; what is longer is refused before it is read. */
  bodyBytes: 65_536,
  label: 200,
  /** Bytes of one attachment of an entry, and how many it takes. */
  attachmentBytes: 26_214_400,
  attachments: 10,
  /** Letters that say what a picture shows. */
  description: 500,
  page: 50,
  pageAtMost: 200,
  /** Letters of what is searched for. */
  question: 300,
  /** An entry's content is kept so long unless its writer says otherwise; ten years at most. */
  reviewAfterDays: 90,
  eraseAfterDays: 365,
  keptDays: 3_650,
  /** What is told to have happened may be ahead by as much as clocks differ. */
  toldAheadMinutes: 5,
  /** A time of day is its last showing, up to so many hours back; further back, the coming one was meant. */
  toldBackHours: 18,
} as const;
