import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Alert,
  AlertDraft,
  AlertUpdate,
} from '../../../../server/capabilities/watch/alerts/contract.ts';
import { api } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['watch', 'alerts'] as const;
const path = '/api/watch/alerts';

export const useAlerts = (enabled = true) =>
  useQuery({ queryKey: key, queryFn: () => api.get<Alert[]>(path), enabled });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['watch'] }),
  });
};

export const useWriteAlert = () => useChange((draft: AlertDraft) => api.post<Alert>(path, draft));
export const useSendAlert = (id: string) => useChange(() => api.post<Alert>(`${path}/${id}/send`));
export const useCancelAlert = (id: string) =>
  useChange((reason: string) => api.post<Alert>(`${path}/${id}/cancel`, { reason }));
export const useUpdateAlert = (id: string) =>
  useChange((update: AlertUpdate) => api.post<Alert>(`${path}/${id}/update`, update));
export const useAcknowledge = (id: string) =>
  useChange((contact: string) =>
    api.post<Alert>(`${path}/${id}/acknowledge`, contact === '' ? {} : { contact }),
  );

/** What this reader's service has still to acknowledge. */
export const isToAcknowledge = (alert: Alert): boolean =>
  alert.state === 'received' &&
  alert.ended === null &&
  alert.countries.some(({ acknowledgedAt }) => acknowledgedAt === null);
