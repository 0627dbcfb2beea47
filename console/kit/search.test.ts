/** An address that says nonsense reaches no screen. */
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { readView } from '../capabilities/assistance/places.ts';
import { readingOnly } from './search.ts';

const searchAt = async (address: string): Promise<unknown> => {
  const root = createRootRoute();
  const place = createRoute({
    getParentRoute: () => root,
    path: '/assistance',
    validateSearch: readingOnly(readView),
  });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root.addChildren([place]), history });
  await router.load();
  return Object(router.state.matches.at(-1)?.search).view;
};

test('what an address says wrongly, or of what nobody asks, is not there for the screen', async () => {
  expect(await searchAt('/assistance?view=table')).toBe('table');
  for (const address of ['?view', '?view=', '?view=nonsense', '?view=1', '?other=own'])
    expect(await searchAt(`/assistance${address}`)).toBeUndefined();
});
