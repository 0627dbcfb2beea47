/** Times of the duty are shown by the clock of the node, as they are written, whatever the browser's zone. */
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntryDefaults } from '../../../server/capabilities/watch/log/contract.ts';
import { api } from '../../kit/api.ts';
import { ClockZone } from '../../kit/date-time.tsx';

const ofDuty = /^\/(watch|requests)(\/|$)/;

/** By whose clock this node works; undefined until it is known, or to who sees nothing of the watch. */
export const useNodeZone = (isWanted = true): string | undefined =>
  useQuery({
    queryKey: ['watch', 'zone'],
    queryFn: async () => (await api.get<EntryDefaults>('/api/watch/log-defaults')).timeZone,
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data;

export const DutyClock = ({ children }: { children: ReactNode }) => {
  const isDuty = useRouterState({ select: (state) => ofDuty.test(state.location.pathname) });
  const zone = useNodeZone(isDuty) ?? null;
  return <ClockZone value={isDuty ? zone : null}>{children}</ClockZone>;
};
