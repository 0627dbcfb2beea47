import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemDraft } from '../../../../server/capabilities/exchange/contract.ts';
import type {
  CsvFile,
  CsvImportReport,
  CsvReport,
} from '../../../../server/capabilities/exchange/csv/contract.ts';
import { api } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const path = '/api/exchange/csv';

/** A file and how to read it; the number tells one state of it from the next without comparing its bytes. */
export interface NumberedFile {
  readonly number: number;
  readonly file: CsvFile;
}

/** What would become of the file; the last answer stays in sight while the next is on its way. */
export const useCsvPreview = (given: NumberedFile | null) =>
  useQuery({
    queryKey: ['exchange', 'csv', given?.number ?? 0],
    queryFn: () => api.post<CsvReport>(`${path}/preview`, { file: given?.file }),
    enabled: given !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const useCsvImport = () => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (needs: { file: CsvFile; draft: Omit<ItemDraft, 'objects'>; leaveOut: boolean }) =>
      api.post<CsvImportReport>(`${path}/import`, needs),
    onSuccess: ({ stored }) =>
      stored ? client.invalidateQueries({ queryKey: ['exchange', 'items'] }) : undefined,
  });
};
