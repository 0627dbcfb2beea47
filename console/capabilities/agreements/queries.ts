import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Agreement,
  AgreementDraft,
  Circle,
  CircleDraft,
} from '../../../server/capabilities/agreements/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['agreements'] as const;

export const useAgreements = () =>
  useQuery({
    queryKey: [...key, 'list'],
    queryFn: () => api.get<Agreement[]>('/api/agreements'),
  });

export const useCircles = () =>
  useQuery({ queryKey: [...key, 'circles'], queryFn: () => api.get<Circle[]>('/api/circles') });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useWriteAgreement = () =>
  useChange((agreement: AgreementDraft) => api.post<Agreement>('/api/agreements', agreement));

export const useWriteCircle = () =>
  useChange((circle: CircleDraft) => api.post<Circle>('/api/circles', circle));

/** propose → partners see it; sign → in force once all have; end → nothing new is released under it. */
export const useAgreementVerb = (id: string) =>
  useChange((verb: 'propose' | 'sign' | 'end') => api.post<Agreement>(`/api/agreements/${id}/${verb}`));
