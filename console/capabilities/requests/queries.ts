import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnswerDraft,
  BoardCounts,
  BoardPage,
  BoardView,
  Earlier,
  Item,
  RequestDraft,
  RequestView,
  StepDraft,
  StrandView,
} from '../../../server/capabilities/requests/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['requests'] as const;
const path = '/api/requests';
const pathOf = (id: string): string => `${path}/${encodeURIComponent(id)}`;
const pageSize = 200;

/** How often what depends on the hour is asked anew, besides the news. */
const everyMs = 60_000;

export const useBoard = (view: BoardView) =>
  useInfiniteQuery({
    queryKey: [...key, 'board', view],
    queryFn: ({ pageParam }) =>
      api.get<BoardPage>(`${path}${queryString({ view, limit: String(pageSize), cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

export const useBoardCounts = () =>
  useQuery({
    queryKey: [...key, 'counts'],
    queryFn: () => api.get<BoardCounts>(`${path}/counts`),
    refetchInterval: everyMs,
  });

export const useRequest = (id: string) =>
  useQuery({ queryKey: [...key, 'request', id], queryFn: () => api.get<RequestView>(pathOf(id)) });

/** Looked for when the page is opened: it is a consultation. */
export const useEarlier = (id: string) =>
  useQuery({
    queryKey: ['earlier-requests', id],
    queryFn: () => api.get<Earlier>(`${pathOf(id)}/earlier`),
    refetchOnWindowFocus: false,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
};

export interface StrandName {
  readonly item: string;
  readonly addressee: string;
}

const strandPath = ({ item, addressee }: StrandName): string =>
  `${pathOf(item)}/strands/${encodeURIComponent(addressee)}`;

export const useStep = () =>
  useChange(({ strand, draft }: { strand: StrandName; draft: StepDraft }) =>
    api.post<StrandView>(`${strandPath(strand)}/steps`, draft),
  );

/** Writes a new request, or the next version of a draft. */
export const useWriteRequest = () =>
  useChange(({ seen, draft }: { seen: { id: string; version: number } | null; draft: RequestDraft }) =>
    seen === null
      ? api.post<Item>(path, draft)
      : api.put<Item>(`${pathOf(seen.id)}?version=${seen.version}`, draft),
  );

export const useWriteAnswer = (id: string) =>
  useChange((draft: AnswerDraft) => api.post<Item>(`${pathOf(id)}/answers`, draft));
