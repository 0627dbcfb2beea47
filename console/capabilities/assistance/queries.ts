import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Ask,
  AskDraft,
  AskListQuery,
  AskPage,
  Missing,
  Overview,
  StepContent,
  Waiting,
} from '../../../server/capabilities/assistance/contract.ts';
import type { Language } from '../../../server/kernel/faults.ts';
import type { PartyId } from '../../../server/kernel/ids.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['assistance'] as const;
const path = '/api/assistance';

/** A list of asks, page after page; what is shown stays until what was asked for anew is there. */
export const useAskList = (asked: Omit<AskListQuery, 'cursor'>, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...key, 'asks', asked],
    queryFn: ({ pageParam }) =>
      api.get<AskPage>(
        `${path}/asks${queryString({ ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }) })}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });

export const useAsk = (id: string) =>
  useQuery({ queryKey: [...key, 'ask', id], queryFn: () => api.get<Ask>(`${path}/asks/${id}`) });

export const useOverview = () =>
  useQuery({ queryKey: [...key, 'overview'], queryFn: () => api.get<Overview>(`${path}/overview`) });

export const useWaiting = (enabled: boolean) =>
  useQuery({ queryKey: [...key, 'waiting'], queryFn: () => api.get<Waiting>(`${path}/waiting`), enabled });

/** What an event is missing; asked for when an event is chosen. */
export const useMissing = (event: string | null, language: Language) =>
  useQuery({
    queryKey: [...key, 'missing', event, language],
    queryFn: () => api.get<Missing>(`${path}/events/${event ?? ''}/missing?language=${language}`),
    enabled: event !== null,
  });

/** One partner's copy, as it would leave. */
export interface Preview {
  readonly party: PartyId;
  readonly gap: string | null;
  readonly text: string;
}

export const usePreview = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...key, 'preview', id],
    queryFn: () => api.get<Preview[]>(`${path}/asks/${id}/preview`),
    enabled,
  });

/** What keeps a draft from each partner; asked once it could be saved. */
export const useCover = (draft: AskDraft | null) =>
  useQuery({
    queryKey: ['assistance-cover', draft?.address],
    queryFn: () => api.post<{ party: PartyId; gap: string | null }[]>(`${path}/cover`, draft),
    enabled: draft !== null,
    retry: false,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** Begins an ask, or writes anew the version that was `revision` when it was read. */
export const useWriteAsk = (id: string | null, revision: number) =>
  useChange((draft: AskDraft) =>
    id === null
      ? api.post<Ask>(`${path}/asks`, draft)
      : api.put<Ask>(`${path}/asks/${id}`, { ...draft, revision }),
  );

/** What is done with an ask as a whole; some of it with a reason. */
export const useAskVerb = (id: string) =>
  useChange(
    ({
      verb,
      reason,
    }: {
      readonly verb: 'propose' | 'take-back' | 'issue' | 'withdraw' | 'discard';
      readonly reason?: string;
    }) =>
      api.post<Ask | null>(
        `${path}/asks/${id}/${verb}`,
        verb === 'take-back' || verb === 'withdraw' ? (reason === undefined ? {} : { reason }) : undefined,
      ),
  );

export const useSay = (ask: string) =>
  useChange(
    ({
      step,
      party,
      content,
    }: {
      readonly step: string | null;
      readonly party: PartyId;
      readonly content: StepContent;
    }) =>
      step === null
        ? api.post<{ id: string }>(`${path}/asks/${ask}/steps`, { party, content })
        : api.put<{ id: string }>(`${path}/steps/${step}`, content),
  );

export const useStepVerb = () =>
  useChange(
    ({
      step,
      verb,
      reason,
    }: {
      readonly step: string;
      readonly verb: 'take-back' | 'release' | 'discard';
      readonly reason?: string;
    }) =>
      api.post<{ id: string } | null>(
        `${path}/steps/${step}/${verb}`,
        verb === 'take-back' ? (reason === undefined ? {} : { reason }) : undefined,
      ),
  );

/** One message of the standard. */
interface Exported {
  readonly name: string;
  readonly xml: string;
}

export const useExport = (id: string) =>
  useVerb({ mutationFn: () => api.get<Exported[]>(`${path}/asks/${id}/edxl`) });
