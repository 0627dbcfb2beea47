import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AlikePair,
  ApartBody,
  Merge,
  MergeBody,
  MergePreview,
  MergeWhich,
} from '../../../server/capabilities/events/merging/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['events'] as const;
const path = (event: string, rest: string): string =>
  `/api/events/${encodeURIComponent(event)}/venues/${rest}`;

interface List<Row> {
  readonly items: readonly Row[];
}

export const useAlike = (event: string, enabled: boolean) =>
  useQuery({
    queryKey: [...key, event, 'alike'],
    queryFn: () => api.get<List<AlikePair>>(path(event, 'alike')),
    enabled,
  });

export const useMerges = (event: string) =>
  useQuery({
    queryKey: [...key, event, 'merges'],
    queryFn: () => api.get<List<Merge>>(path(event, 'merges')),
  });

/** What merging would move, as it stands now: asked anew when anything of the event changes. */
export const useMergePreview = (event: string, which: MergeWhich) =>
  useQuery({
    queryKey: [...key, event, 'merge', which.stays, which.goes],
    queryFn: () => api.post<MergePreview>(path(event, 'merges/preview'), which),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useMerge = (event: string) =>
  useChange((body: MergeBody) => api.post<List<Merge>>(path(event, 'merges'), body));
export const useUndoMerge = (event: string) =>
  useChange((id: string) => api.post<List<Merge>>(path(event, `merges/${encodeURIComponent(id)}/undo`)));
export const useKeepApart = (event: string) =>
  useChange((body: ApartBody) => api.post<ApartBody>(path(event, 'apart'), body));
