import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Alarm,
  Card,
  Check,
  CheckDraft,
  CheckResult,
  Counts,
  Dismissal,
  Suggestion,
  Told,
  Typed,
  TypedReading,
  Use,
  UsedDay,
} from '../../../server/capabilities/matching/contract.ts';
import type { Language } from '../../../server/kernel/faults.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['matching'] as const;
const path = '/api/matching';

/** How often what is on its way is asked for, besides the news. */
const underwayMs = 4_000;

const isUnderway = ({ state }: Pick<Check, 'state'>): boolean => state !== 'done' && state !== 'refused';

/** How a list would be read by our own node; nothing is kept of it, and nobody else is asked. */
export const usePreview = (identifiers: readonly Typed[]) =>
  useQuery({
    // Not among what news makes be asked anew: it depends on the list alone.
    queryKey: ['matching-preview', identifiers],
    queryFn: () => api.post<TypedReading[]>(`${path}/preview`, { identifiers }),
    enabled: identifiers.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });

export const useChecks = () =>
  useQuery({ queryKey: [...key, 'checks'], queryFn: () => api.get<Check[]>(`${path}/checks`) });

export const useBatch = (batch: string) =>
  useQuery({
    queryKey: [...key, 'batch', batch],
    queryFn: () => api.get<CheckResult[]>(`${path}/batches/${encodeURIComponent(batch)}`),
    refetchInterval: ({ state }) => (state.data?.some(isUnderway) ? underwayMs : false),
  });

export const useHits = () =>
  useQuery({ queryKey: [...key, 'hits'], queryFn: () => api.get<Card[]>(`${path}/hits`) });

/** What partners told of hits here. */
export const useTold = () =>
  useQuery({ queryKey: [...key, 'told'], queryFn: () => api.get<Told[]>(`${path}/told`) });

/** Hits that nobody decided on, and days far from usual. */
export const useCounts = (enabled: boolean) =>
  useQuery({ queryKey: [...key, 'counts'], queryFn: () => api.get<Counts>(`${path}/counts`), enabled });

export const useQuota = () =>
  useQuery({ queryKey: [...key, 'use'], queryFn: () => api.get<Use[]>(`${path}/use`) });

/** Days on which partners asked far more than they usually do. */
export const useAlarms = (enabled: boolean) =>
  useQuery({
    queryKey: [...key, 'alarms'],
    queryFn: () => api.get<Alarm[]>(`${path}/alarms`),
    enabled,
  });

export const useUsedDays = () =>
  useQuery({ queryKey: [...key, 'use', 'days'], queryFn: () => api.get<UsedDay[]>(`${path}/use/days`) });

/** What an item names; it is read for this, as its page would. */
export const useSuggestion = (item: string | undefined) =>
  useQuery({
    queryKey: ['matching-suggestion', item],
    queryFn: () => api.get<Suggestion>(`${path}/items/${encodeURIComponent(item ?? '')}/identifiers`),
    enabled: item !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useAsk = () => useChange((draft: CheckDraft) => api.post<CheckResult>(`${path}/checks`, draft));

export const useStopWatch = () =>
  useChange((check: string) => api.post<CheckResult>(`${path}/checks/${check}/stop`));

export const useDismissHit = () =>
  useChange(({ hit, ...dismissal }: Dismissal & { readonly hit: string }) =>
    api.post<Card>(`${path}/hits/${hit}/dismiss`, dismissal),
  );

export const useReopenHit = () => useChange((hit: string) => api.post<Card>(`${path}/hits/${hit}/reopen`));

export const useRequestFromHit = () =>
  useChange(({ hit, language }: { readonly hit: string; readonly language: Language }) =>
    api.post<{ item: string }>(`${path}/hits/${hit}/request`, { language }),
  );

export const useDecideTold = () =>
  useChange(({ told, toAnswer }: { readonly told: string; readonly toAnswer: boolean }) =>
    api.post<Told>(`${path}/told/${told}/decide`, { toAnswer }),
  );
