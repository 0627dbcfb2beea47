import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Entry,
  EntryDefaults,
  EntryDraft,
  EntryPage,
  Origin,
} from '../../../../server/capabilities/watch/log/contract.ts';
import { dayMs, dayOf, isDay, later } from '../../../../server/kernel/time.ts';
import { momentOf } from '../../../../server/kernel/zone.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useReading } from '../../../kit/language.tsx';
import { useVerb } from '../../../kit/verb.ts';
import { useNodeZone } from '../duty-clock.tsx';
import type { LogFilters } from './filters.ts';

const key = ['watch', 'log'] as const;
const path = '/api/watch/log';
const entryPath = (id: string): string => `${path}/${encodeURIComponent(id)}`;

/** A day of the filter as the moment at which it begins by the clock of the node; `to` takes the day in. */
const beginOf = (day: string | undefined, plusDays: number, zone: string | undefined): string | undefined => {
  if (day === undefined || zone === undefined || !isDay(day)) return undefined;
  const begun = dayOf(later(`${day}T12:00:00.000Z`, plusDays * dayMs));
  return momentOf(zone, { day: begun, time: '00:00' }) ?? undefined;
};

export const useLog = ({ from, to, ...filters }: LogFilters) => {
  const zone = useNodeZone();
  return useInfiniteQuery({
    queryKey: [...key, 'page', filters, from, to, zone],
    // A day begins by the clock of the node: until that is known, no day is asked for.
    enabled: zone !== undefined || (from === undefined && to === undefined),
    queryFn: ({ pageParam }) =>
      api.get<EntryPage>(
        `${path}${queryString({
          ...filters,
          from: beginOf(from, 0, zone),
          to: beginOf(to, 1, zone),
          cursor: pageParam,
        })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
};

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
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
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
export const useOpenEntry = (id: string) => useVerb({ mutationFn: () => api.get<Entry>(entryPath(id)) });

/** One entry by itself, where a screen is made of it. */
export const useEntry = (id: string) =>
  useQuery({ queryKey: [...key, 'entry', id], queryFn: () => api.get<Entry>(entryPath(id)) });
