import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cautions } from '../../../server/capabilities/exchange/cautions/contract.ts';
import type {
  Box,
  Counts,
  Delivery,
  ImportReport,
  Item,
  ItemDraft,
  ItemPage,
  Preview,
} from '../../../server/capabilities/exchange/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';
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

/** Only an own item that has not left has anything to be pointed out. */
export const useCautions = (item: Pick<Item, 'id' | 'version' | 'own' | 'state'>) =>
  useQuery({
    queryKey: [...key, 'cautions', item.id, item.version],
    queryFn: () => api.get<Cautions>(`${itemPath(item.id)}/cautions`),
    enabled: item.own && item.state !== 'released',
  });

export const usePreview = (id: string, version: number) =>
  useQuery({
    queryKey: [...key, 'preview', id, version],
    queryFn: () => api.get<Preview>(`${itemPath(id)}/preview`),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** Writes a new item, or the next version of a draft; `seen` is the version that its author had. */
export const useWriteItem = () =>
  useChange(({ seen, draft }: { seen: { id: string; version: number } | null; draft: ItemDraft }) =>
    seen === null
      ? api.post<Item>('/api/exchange/items', draft)
      : api.put<Item>(`${itemPath(seen.id)}?version=${seen.version}`, draft),
  );

/** Each verb names the version that was seen: on another one the node refuses with `state/changed`. */
export const useItemVerb = (verb: 'propose' | 'withdraw' | 'release') =>
  useChange((item: { id: string; version: number }) =>
    api.post<Item>(`${itemPath(item.id)}/${verb}`, { version: item.version }),
  );

export const useReturn = (item: { id: string; version: number }) =>
  useChange((reason: string) =>
    api.post<Item>(`${itemPath(item.id)}/return`, { version: item.version, reason }),
  );

export const useAssign = (id: string) =>
  useChange((desk: string) => api.post<Item>(`${itemPath(id)}/assign`, { desk }));

export const useRemove = (item: { id: string; version: number }) =>
  useChange(() => api.remove(`${itemPath(item.id)}?version=${item.version}`));

export const useMarkRead = (id: string) => useChange(() => api.post<Item>(`${itemPath(id)}/read`));

export const useCounts = () =>
  useQuery({ queryKey: [...key, 'counts'], queryFn: () => api.get<Counts>('/api/exchange/counts') });

/** `dryRun` reports and stores nothing. */
export const useImport = () =>
  useChange((needs: { draft: Omit<ItemDraft, 'objects'>; bundle: unknown; dryRun: boolean }) =>
    api.post<ImportReport>(`/api/exchange/import${queryString({ dryRun: needs.dryRun })}`, {
      draft: needs.draft,
      bundle: needs.bundle,
    }),
  );

export const exportPath = (id: string): string => `${itemPath(id)}/export`;
