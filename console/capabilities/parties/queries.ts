import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Desk, Person, Service } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { useMe } from './session.ts';
import { partiesWords } from './words.ts';

export const useServices = () =>
  useQuery({
    queryKey: ['parties', 'services'],
    queryFn: () => api.get<Service[]>('/api/parties/services'),
  });

export const useDesks = () =>
  useQuery({ queryKey: ['parties', 'desks'], queryFn: () => api.get<Desk[]>('/api/parties/desks') });

/** A party's name in the reader's language: dots while it is on its way, words when none is known. */
export const usePartyName = (): ((party: string) => string) => {
  const pick = usePick();
  const me = useMe();
  const { data } = useServices();
  const say = useWords(partiesWords);
  return useCallback(
    (party) => {
      if (party === me.party.id) return pick(me.party.name);
      const found = data?.find((service) => service.id === party);
      if (found) return pick(found.name);
      return data ? say('unknownService') : '…';
    },
    [pick, say, me, data],
  );
};

export const usePeople = (enabled = true) =>
  useQuery({
    queryKey: ['parties', 'people'],
    queryFn: () => api.get<Person[]>('/api/parties/people'),
    enabled,
  });

/** A colleague's name in the reader's script; null where it is not for him to know, or on its way. */
export const usePersonName = (): ((person: string) => string | null) => {
  const me = useMe();
  const { language } = useReading();
  const { data } = usePeople(!me.guest);
  return useCallback(
    (person) => {
      const found = data?.find((entry) => entry.id === person);
      if (!found) return null;
      return language === 'ar' ? found.nameArabic : found.name;
    },
    [language, data],
  );
};
