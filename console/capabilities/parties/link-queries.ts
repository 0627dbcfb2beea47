import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Identity, Link } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

/** Named as the topic on which the node tells of links; what a partner does then shows without reload. */
const key = ['federation'] as const;

export type LinkVerb = 'accept' | 'suspend' | 'resume' | 'end';

export const useIdentity = () =>
  useQuery({ queryKey: [...key, 'identity'], queryFn: () => api.get<Identity>('/api/parties/identity') });

export const useLinks = () =>
  useQuery({ queryKey: [...key, 'links'], queryFn: () => api.get<Link[]>('/api/parties/links') });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  // The list of services says how each is linked.
  const refresh = () =>
    Promise.all([key, ['parties']].map((queryKey) => client.invalidateQueries({ queryKey })));
  return useVerb({ mutationFn: run, onSuccess: refresh });
};

export const useProposeLink = () =>
  useChange((address: string) => api.post<Link>('/api/parties/links', { address }));

export const useLinkVerb = (party: string) =>
  useChange((verb: LinkVerb) => api.post<Link>(`/api/parties/links/${party}/${verb}`));
