/** All that wait, a page after the other: what has to wait longer holds up none behind it. */

/** `load` gives those after one, at most `limit`, in an order that stays; `work` is given each page. */
export const inPages = async <One>(
  limit: number,
  load: (after: One | null) => Promise<readonly One[]>,
  work: (page: readonly One[]) => Promise<void>,
): Promise<void> => {
  let after: One | null = null;
  do {
    const page: readonly One[] = await load(after);
    await work(page);
    after = page.length === limit ? (page.at(-1) ?? null) : null;
  } while (after !== null);
};
