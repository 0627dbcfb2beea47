/** What an address says after its question mark, as a screen reads it. Pure. */

/**
 * A reader of addresses whose screen sees what it read and nothing else: the router hands on whatever stands in
 * the address where the reader leaves it out, so that `?view` or `?view=nonsense` would reach the screen.
 */
export const readingOnly =
  <Search extends object>(read: (search: Record<string, unknown>) => Search) =>
  (search: Record<string, unknown>): Search => {
    const unread = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]));
    return { ...unread, ...read(search) };
  };
