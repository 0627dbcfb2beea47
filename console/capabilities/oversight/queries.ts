import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccessPage,
  ItemMetadata,
  SubjectAnswer,
  Tally,
} from '../../../server/capabilities/oversight/accesses/contract.ts';
import type { RoleAccount } from '../../../server/capabilities/oversight/roles/contract.ts';
import type {
  DryRunResult,
  NewTightening,
  Rule,
  Tightening,
} from '../../../server/capabilities/oversight/tightening/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';
import type { AccessFilters } from './filters.ts';

const key = ['oversight'] as const;

export const useAccesses = (filters: AccessFilters) =>
  useInfiniteQuery({
    queryKey: [...key, 'accesses', filters],
    queryFn: ({ pageParam }) =>
      api.get<AccessPage>(`/api/oversight/accesses${queryString({ ...filters, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => (page.next === null ? undefined : String(page.next)),
    placeholderData: keepPreviousData,
  });

export const accessExportPath = (filters: AccessFilters): string =>
  `/api/oversight/accesses/export${queryString(filters)}`;

export const useTally = (days: number, zone: string) =>
  useQuery({
    queryKey: [...key, 'tally', days, zone],
    queryFn: () => api.get<Tally>(`/api/oversight/tally${queryString({ days: String(days), zone })}`),
  });

/** One item as metadata; null once it has been erased. */
export const useOverseenItem = (id: string | undefined) =>
  useQuery({
    queryKey: [...key, 'item', id],
    queryFn: () => api.get<ItemMetadata | null>(`/api/oversight/items/${id ?? ''}`),
    enabled: id !== undefined,
  });

export const useSubjectRequest = () =>
  useVerb({
    mutationFn: (asked: string) => api.post<SubjectAnswer>('/api/oversight/subject-requests', { asked }),
  });

export const useTightenings = () =>
  useQuery({
    queryKey: [...key, 'tightenings'],
    queryFn: () => api.get<Tightening[]>('/api/oversight/tightenings'),
  });

export const useDryRun = () =>
  useVerb({
    mutationFn: (given: { rule: Rule; days: number }) =>
      api.post<DryRunResult>('/api/oversight/dry-run', given),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useProposeTightening = () =>
  useChange((given: NewTightening) => api.post<Tightening>('/api/oversight/tightenings', given));

export type Move = 'confirm' | 'reject' | 'propose-withdrawal' | 'keep' | 'withdraw';
export const useMove = () =>
  useChange(({ id, move }: { id: string; move: Move }) =>
    api.post<Tightening>(`/api/oversight/tightenings/${id}/${move}`),
  );

export const useRoleAccount = (asked: { role: string; guest: boolean }) =>
  useQuery({
    queryKey: [...key, 'role', asked],
    queryFn: () =>
      api.get<RoleAccount>(`/api/oversight/role?role=${asked.role}&guest=${String(asked.guest)}`),
  });
