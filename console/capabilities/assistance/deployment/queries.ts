import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BadgeKeyFile,
  Board,
} from '../../../../server/capabilities/assistance/deployment/board-contract.ts';
import type {
  UnitKind,
  UnitRow,
  UnitView,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type {
  CostDraft,
  NamedAnswer,
  Naming,
  OwnChange,
  OwnUnit,
  StepDraft,
  SuggestionList,
  TaskDraft,
  UnitImport,
  UnitImportReport,
} from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

export type { UnitImportReport };

/** News of a unit asks all of these anew: keys begin with the capability’s name. */
const key = ['assistance', 'units'] as const;
const path = '/api/assistance/units';

interface Page {
  readonly units: UnitRow[];
  readonly next: string | null;
}

export const useUnits = (asked: { readonly kind?: UnitKind; readonly ask?: string }) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', asked],
    queryFn: ({ pageParam }) => api.get<Page>(`${path}${queryString({ ...asked, after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const useUnit = (id: string) =>
  useQuery({ queryKey: [...key, 'one', id], queryFn: () => api.get<UnitView>(`${path}/${id}`) });

export const useBoard = () =>
  useQuery({
    queryKey: [...key, 'board'],
    queryFn: () => api.get<Board>('/api/assistance/board'),
    // A pair runs out by the clock alone: no news tells of it.
    refetchInterval: 60_000,
  });

export const useSuggestions = (
  id: string,
  period: { readonly from: string; readonly until: string } | null,
) =>
  useQuery({
    queryKey: [...key, 'hosts', id, period],
    queryFn: () => api.get<SuggestionList>(`${path}/${id}/hosts${queryString({ ...period })}`),
    placeholderData: keepPreviousData,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useStep = (id: string) =>
  useChange((draft: StepDraft) => api.post<UnitView>(`${path}/${id}/steps`, draft));
export const useResend = (id: string) =>
  useChange((step: string) => api.post<UnitView>(`${path}/${id}/steps/${step}/resend`));
export const useTask = (id: string) =>
  useChange((draft: TaskDraft) => api.post<UnitView>(`${path}/${id}/tasks`, draft));
export const usePair = (id: string) =>
  useChange(
    (draft: { readonly host: string; readonly period: { readonly from: string; readonly until: string } }) =>
      api.post<UnitView>(`${path}/${id}/pairs`, draft),
  );
export const useUnpair = (id: string) =>
  useChange((pair: string) => api.remove(`${path}/${id}/pairs/${pair}`));
export const useRegister = () => useChange((draft: OwnUnit) => api.post<UnitView>(path, draft));
export const useChangeUnit = (id: string) =>
  useChange((change: OwnChange) => api.put<UnitView>(`${path}/${id}`, change));
export const useAddCost = (id: string) =>
  useChange((cost: CostDraft) => api.post<UnitView>(`${path}/${id}/costs`, cost));
export const useImport = () =>
  useChange((given: UnitImport) => api.post<UnitImportReport>(`${path}/import`, given));
export const useName = () => useChange((naming: Naming) => api.post<NamedAnswer>(`${path}/names`, naming));
export const useReleaseNames = () =>
  useChange((line: { readonly ask: string; readonly line: string }) =>
    api.post<{ released: number; own: number }>(`${path}/names/release`, line),
  );
export const useDropDraft = () => useChange((id: string) => api.remove(`${path}/${id}`));

export const loadBadgeKeys = (): Promise<BadgeKeyFile> => api.get<BadgeKeyFile>('/api/assistance/badge-keys');
/** Where a badge is printed. */
export const badgePath = (id: string, language: string): string => `${path}/${id}/badge?language=${language}`;
