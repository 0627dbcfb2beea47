import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Desk, Service } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { usePick } from '../../kit/language.tsx';
import { useMe } from './session.ts';

export const useServices = () =>
  useQuery({
    queryKey: ['parties', 'services'],
    queryFn: () => api.get<Service[]>('/api/parties/services'),
  });

export const useDesks = () =>
  useQuery({ queryKey: ['parties', 'desks'], queryFn: () => api.get<Desk[]>('/api/parties/desks') });

/** The name of a party in the reader's language; its id while names are on their way, or when it is unknown. */
export const usePartyName = (): ((party: string) => string) => {
  const pick = usePick();
  const me = useMe();
  const { data } = useServices();
  return useCallback(
    (party) => {
      if (party === me.party.id) return pick(me.party.name);
      const found = data?.find((service) => service.id === party);
      return found ? pick(found.name) : party;
    },
    [pick, me, data],
  );
};
