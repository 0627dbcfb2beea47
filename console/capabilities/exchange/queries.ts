import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Box,
  Composition,
  Delivery,
  ImportReport,
  Item,
  ItemPage,
  PreviewRow,
  Proposal,
} from '../../../server/capabilities/exchange/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import type { Filters } from './filters.ts';

const key = ['exchange'] as const;
const itemPath = (id: string): string => `/api/exchange/items/${encodeURIComponent(id)}`;

export const useItems = (box: Box, filters: Filters) =>
  useInfiniteQuery({
    queryKey: [...key, 'items', box, filters],
    queryFn: ({ pageParam }) =>
      api.get<ItemPage>(`/api/exchange/items${queryString({ box, ...filters, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useItem = (id: string) =>
  useQuery({ queryKey: [...key, 'item', id], queryFn: () => api.get<Item>(itemPath(id)) });

export const useDeliveries = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...key, 'deliveries', id],
    queryFn: () => api.get<Delivery[]>(`${itemPath(id)}/deliveries`),
    enabled,
  });

export const usePreview = (id: string, version: number) =>
  useQuery({
    queryKey: [...key, 'preview', id, version],
    queryFn: () => api.get<PreviewRow[]>(`${itemPath(id)}/preview`),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** Writes a new item, or the next version of a draft. */
export const useWriteItem = () =>
  useChange(({ id, composition }: { id: string | null; composition: Composition }) =>
    id === null
      ? api.post<Item>('/api/exchange/items', composition)
      : api.put<Item>(itemPath(id), composition),
  );

export const usePropose = () =>
  useChange(({ id, proposal }: { id: string; proposal: Proposal }) =>
    api.post<Item>(`${itemPath(id)}/propose`, proposal),
  );

export const useRelease = (id: string) => useChange(() => api.post<Item>(`${itemPath(id)}/release`));

export const useReturn = (id: string) =>
  useChange((reason: string) => api.post<Item>(`${itemPath(id)}/return`, { reason }));

export const useRemove = (id: string) => useChange(() => api.remove(itemPath(id)));

export const useMarkRead = (id: string) => useChange(() => api.post<unknown>(`${itemPath(id)}/read`));

export const useImport = () =>
  useChange(({ bundle, dryRun }: { bundle: unknown; dryRun: boolean }) =>
    api.post<ImportReport>(`/api/exchange/import${queryString({ dryRun })}`, bundle),
  );

export const exportPath = (id: string): string => `${itemPath(id)}/export`;
