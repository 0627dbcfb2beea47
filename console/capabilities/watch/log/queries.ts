import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Entry,
  EntryDefaults,
  EntryDraft,
  EntryPage,
  Origin,
} from '../../../../server/capabilities/watch/log/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useReading } from '../../../kit/language.tsx';
import type { LogFilters } from './filters.ts';

const key = ['watch', 'log'] as const;
const path = '/api/watch/log';
const entryPath = (id: string): string => `${path}/${encodeURIComponent(id)}`;

/** A day of the filter as the moment at which it begins by the reader's own clock; `to` takes the day in. */
const momentOf = (day: string | undefined, plusDays: number): string | undefined => {
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + plusDays);
  return date.toISOString();
};

export const useLog = ({ from, to, ...filters }: LogFilters) =>
  useInfiniteQuery({
    queryKey: [...key, 'page', filters, from, to],
    queryFn: ({ pageParam }) =>
      api.get<EntryPage>(
        `${path}${queryString({
          ...filters,
          from: momentOf(from, 0),
          to: momentOf(to, 1),
          cursor: pageParam,
        })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useLogDefaults = (enabled: boolean) => {
  const { language } = useReading();
  return useQuery({
    queryKey: [...key, 'defaults', language],
    queryFn: () => api.get<EntryDefaults>(`/api/watch/log-defaults?language=${language}`),
    enabled,
  });
};

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useWriteEntry = () => useChange((draft: EntryDraft) => api.post<Entry>(path, draft));

export const usePin = (id: string) =>
  useChange((pinned: boolean) =>
    pinned ? api.put<Entry>(`${entryPath(id)}/pin`, {}) : api.remove(`${entryPath(id)}/pin`),
  );

export const useErase = (id: string) =>
  useChange((reason: string) => api.post<Entry>(`${entryPath(id)}/erase`, { reason }));

export const usePromoteToItem = (id: string) =>
  useChange(() => api.post<{ item: string }>(`${entryPath(id)}/promote-to-item`));

export const usePromoteToRequest = (id: string) =>
  useChange(() => api.post<{ item: string }>(`${entryPath(id)}/promote-to-request`));

/** The entry of which this item, request or alert was made. */
export const useOrigin = (target: string) =>
  useQuery({
    queryKey: [...key, 'origin', target],
    queryFn: () => api.get<Origin>(`/api/watch/origins/${encodeURIComponent(target)}`),
  });

/** Opens one entry by itself: a consultation, for which the node asks the reason where persons are named. */
export const useOpenEntry = (id: string) => useMutation({ mutationFn: () => api.get<Entry>(entryPath(id)) });

/** One entry by itself, where a screen is made of it. */
export const useEntry = (id: string) =>
  useQuery({ queryKey: [...key, 'entry', id], queryFn: () => api.get<Entry>(entryPath(id)) });
