/** Asks anew for what is shown, so that no answer stays that was made before the news. */
import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Refreshes every query that the filters name. A first answer that is still on its way may have been made
 * before the news, and TanStack Query lets it stand: it is awaited, then asked for once more.
 */
export const askAnew = async (client: QueryClient, filters: QueryFilters = {}): Promise<void> => {
  const first = client
    .getQueryCache()
    .findAll(filters)
    .filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined);
  const later = first.map(async (query) => {
    await query.promise?.catch(() => undefined);
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  });
  await Promise.all([client.invalidateQueries(filters), ...later]);
};
