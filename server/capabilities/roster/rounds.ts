/** Work in rounds, one after the other. Pure but for the work itself. */

/** Begins rounds, and says when the last one is over. */
export interface Rounds {
  /** A round after those that were begun before. It fails as its own work does. */
  begin(): Promise<void>;
  /** When nothing is under way; never fails. */
  settled(): Promise<void>;
}

/** A round that fails keeps none after it from coming: what it left undone is the next one's to do. */
export const inRounds = (work: () => Promise<void>): Rounds => {
  let last: Promise<void> = Promise.resolve();
  const settled = (): Promise<void> => last.catch(() => undefined);
  return {
    begin: () => {
      last = settled().then(work);
      return last;
    },
    settled,
  };
};
