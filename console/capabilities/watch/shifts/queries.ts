import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Handover,
  NewShift,
  Rota,
  WriteNote,
} from '../../../../server/capabilities/watch/shifts/contract.ts';
import { api } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['watch', 'shifts'] as const;
const path = '/api/watch/shifts';

export const useRota = () => useQuery({ queryKey: key, queryFn: () => api.get<Rota>(path) });

export const useHandover = (id: string) =>
  useQuery({ queryKey: [...key, id], queryFn: () => api.get<Handover>(`${path}/${id}/handover`) });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const usePlan = () => useChange((shift: NewShift) => api.post<Rota>(path, shift));
export const useCancelShift = (id: string) => useChange(() => api.post(`${path}/${id}/cancel`));
export const useWriteNote = (id: string) =>
  useChange((note: WriteNote) => api.put<Handover>(`${path}/${id}/handover`, note));
export const useSignOut = (id: string) =>
  useChange((version: number) => api.post<Handover>(`${path}/${id}/sign-out`, { version }));
export const useSignIn = (id: string) =>
  useChange((hash: string) => api.post<Handover>(`${path}/${id}/sign-in`, { hash }));
