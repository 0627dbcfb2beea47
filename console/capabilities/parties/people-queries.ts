import { useQueryClient } from '@tanstack/react-query';
import type {
  Desk,
  EnrolmentLink,
  NewDesk,
  NewPerson,
  Person,
  PersonChange,
} from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['parties'] as const;

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** The answer holds the one-time link; it is not given again. */
export const useInvite = () =>
  useChange((person: NewPerson) =>
    api.post<{ person: Person; enrolment: EnrolmentLink }>('/api/parties/people', person),
  );

export const useChangePerson = (id: string) =>
  useChange((change: PersonChange) => api.patch<Person>(`/api/parties/people/${id}`, change));

export const useMakeDesk = () => useChange((desk: NewDesk) => api.post<Desk>('/api/parties/desks', desk));

export const useRenewEnrolment = (id: string) =>
  useChange(() =>
    api.post<{ person: Person; enrolment: EnrolmentLink }>(`/api/parties/people/${id}/enrolment`),
  );

export const useEndSessionsOf = (id: string) =>
  useChange(() => api.remove(`/api/parties/people/${id}/sessions`));
