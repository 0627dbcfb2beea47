import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Assemble,
  Comparison,
  Due,
  Edit,
  Sitrep,
  SitrepPage,
  SitrepRow,
} from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

/** News of the watch refreshes the lists. One report is a consultation: it is not read again by itself. */
const lists = ['watch', 'sitreps'] as const;
const one = ['sitrep'] as const;
const path = '/api/watch/sitreps';

export const useSitreps = () =>
  useInfiniteQuery({
    queryKey: [...lists, 'page'],
    queryFn: ({ pageParam }) => api.get<SitrepPage>(`${path}${queryString({ cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useDueToday = () =>
  useQuery({ queryKey: [...lists, 'due'], queryFn: () => api.get<Due>('/api/watch/sitreps-due') });

export const useSitrep = (id: string) =>
  useQuery({
    queryKey: [...one, id],
    queryFn: () => api.get<Sitrep>(`${path}/${id}`),
    refetchOnWindowFocus: false,
  });

export const useVersions = (id: string) =>
  useQuery({
    queryKey: [...lists, 'versions', id],
    queryFn: () => api.get<SitrepRow[]>(`${path}/${id}/versions`),
  });

export const useComparison = (id: string, revision: number) =>
  useQuery({
    queryKey: [...one, id, 'diff', revision],
    queryFn: () => api.get<Comparison>(`${path}/${id}/diff`),
    refetchOnWindowFocus: false,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: lists }),
        client.invalidateQueries({ queryKey: one }),
      ]),
  });
};

export const useAssemble = () => useChange((asked: Assemble) => api.post<Sitrep>(path, asked));

/** Keeps what was written; what the screen shows already is not read again. */
export const useKeepDraft = (id: string) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (edit: Edit) => api.put<Sitrep>(`${path}/${id}`, edit),
    onSuccess: (kept) => client.setQueryData([...one, id], kept),
  });
};

export const useApprove = (id: string) =>
  useChange((revision: number) => api.post<Sitrep>(`${path}/${id}/approve`, { revision }));
export const useSend = (id: string) =>
  useChange((named: { agreement: string; language: string }) =>
    api.post<Sitrep>(`${path}/${id}/send`, named),
  );
export const useNewVersion = (id: string) => useChange(() => api.post<Sitrep>(`${path}/${id}/versions`));
export const useDiscard = (id: string) =>
  useChange((revision: number) => api.post(`${path}/${id}/discard`, { revision }));

/** Where a document lies. */
export const documentPath = (
  id: string,
  of: { readonly language: string; readonly format: 'pdf' | 'html'; readonly marks?: boolean },
): string => `${path}/${id}/document${queryString(of)}`;
