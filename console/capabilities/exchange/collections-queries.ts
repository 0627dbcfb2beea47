import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { Collections, Draw } from '../../../server/capabilities/exchange/taxii/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const path = '/api/exchange/collections';
const queryKey = ['exchange', 'collections'] as const;
/** Machines bring things at any hour: no event of a console's live stream tells of it. */
const lookAgainMs = 20_000;

export const useCollections = () =>
  useQuery({ queryKey, queryFn: () => api.get<Collections>(path), refetchInterval: lookAgainMs });

/** `done` is told before the lists are asked for again: the form may be gone by then. */
export const useDraw = (collection: string, done: (item: Item) => void) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (draft: Draw) => api.post<Item>(`${path}/${encodeURIComponent(collection)}/draft`, draft),
    onSuccess: (item) => {
      done(item);
      return client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
};
