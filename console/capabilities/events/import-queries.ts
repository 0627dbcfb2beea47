import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Import,
  ImportFile,
  ImportProgress,
  ImportReport,
  ImportSettings,
} from '../../../server/capabilities/events/imports/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const path = (event: string, rest = ''): string => `/api/events/${encodeURIComponent(event)}/imports${rest}`;

interface Imports {
  readonly items: readonly Import[];
}

export const useImports = (event: string) =>
  useQuery({ queryKey: ['events', event, 'imports'], queryFn: () => api.get<Imports>(path(event)) });

/** What would become of a file; nothing is kept of it. */
export const useImportPreview = (event: string) =>
  useVerb({
    mutationFn: (file: ImportFile) => api.post<ImportReport>(path(event, '/preview'), { file }),
  });

/** How the source was read the last time. */
export const settingsOfSource = (
  event: string,
  source: string,
): Promise<{ settings: ImportSettings | null }> =>
  api.get(path(event, `/settings${queryString({ source })}`));

export const useImport = (event: string) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (body: { readonly id: string; readonly file: ImportFile; readonly digest: string }) =>
      api.post<ImportReport>(path(event), body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  });
};

/** How often an import under way is asked how far it has come. */
const askEveryMs = 700;
export const useImportProgress = (event: string, id: string | null) =>
  useQuery({
    queryKey: ['events-progress', event, id],
    queryFn: () => api.get<{ progress: ImportProgress | null }>(path(event, `/${id}/progress`)),
    enabled: id !== null,
    refetchInterval: askEveryMs,
    gcTime: 0,
  });

export const useUndoImport = (event: string) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (id: string) => api.post<Imports>(path(event, `/${id}/undo`)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  });
};
