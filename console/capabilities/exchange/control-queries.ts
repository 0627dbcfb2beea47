import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ConsentWithdrawal,
  ItemControl,
  OnwardAsk,
  OnwardDecision,
  OnwardShareDraft,
  RecallDraft,
  ToDecide,
} from '../../../server/capabilities/exchange/control/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['exchange'] as const;
const itemPath = (id: string): string => `/api/exchange/items/${encodeURIComponent(id)}`;
const consentPath = (id: string): string => `/api/exchange/consents/${encodeURIComponent(id)}`;

export const useControl = (id: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: [...key, 'control', id],
    queryFn: () => api.get<ItemControl>(`${itemPath(id)}/control`),
  });

export const useToDecide = () =>
  useQuery({ queryKey: [...key, 'to-decide'], queryFn: () => api.get<ToDecide>('/api/exchange/to-decide') });

const useChange = <Input>(run: (input: Input) => Promise<unknown>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    // Not waited for: what is read anew may take away the very button whose success is still to be said.
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
};

export const useRecall = (id: string) =>
  useChange((draft: RecallDraft) => api.post(`${itemPath(id)}/recall`, draft));

export const useAskOnward = (id: string) =>
  useChange((draft: OnwardAsk) => api.post(`${itemPath(id)}/onward-requests`, draft));

export const useDecideOnward = (request: string) =>
  useChange((draft: OnwardDecision) =>
    api.post(`/api/exchange/onward-requests/${encodeURIComponent(request)}/decide`, draft),
  );

export const useShareOnward = (consent: string) =>
  useChange((draft: OnwardShareDraft) => api.post(`${consentPath(consent)}/share`, draft));

export const useWithdrawConsent = (consent: string) =>
  useChange((draft: ConsentWithdrawal) => api.post(`${consentPath(consent)}/withdraw`, draft));
