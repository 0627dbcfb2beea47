import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import type {
  Duplicate,
  DuplicateGroups,
  DuplicatePage,
  DuplicateState,
  Telling,
} from '../../../../server/capabilities/exchange/duplicates/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['exchange', 'duplicates'] as const;
const path = '/api/exchange/duplicates';
/** No news tells of a new pair, as news is heard by those who may read one of the two alone. */
const askAgainMs = 15_000;

const pairPath = (pair: Duplicate): string => `${path}/${pair.first.id}/${pair.second.id}`;
const seen = (pair: Duplicate) => ({
  firstVersion: pair.first.version,
  secondVersion: pair.second.version,
});

export const useDuplicates = (state: DuplicateState) =>
  useInfiniteQuery({
    queryKey: [...key, state],
    queryFn: ({ pageParam }) => api.get<DuplicatePage>(`${path}${queryString({ state, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: askAgainMs,
  });

export const useDuplicateGroups = () =>
  useQuery({ queryKey: [...key, 'groups'], queryFn: () => api.get<DuplicateGroups>(`${path}/groups`) });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['exchange'] }),
  });
};

export const useConfirm = () =>
  useChange((pair: Duplicate) => api.post<Duplicate>(`${pairPath(pair)}/confirm`, seen(pair)));

export const useDismiss = () =>
  useChange(({ pair, why }: { pair: Duplicate; why: string }) =>
    api.post<Duplicate>(`${pairPath(pair)}/dismiss`, { ...seen(pair), why }),
  );

export const useReopen = () =>
  useChange((pair: { first: string; second: string }) =>
    api.post<Duplicate>(`${path}/${pair.first}/${pair.second}/reopen`),
  );

export const useTell = () =>
  useChange(({ pair, ...told }: { pair: { first: string; second: string } } & Telling) =>
    api.post<Item>(`${path}/${pair.first}/${pair.second}/tell`, told),
  );
