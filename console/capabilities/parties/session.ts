/** Who is signed in; the first thing that the console asks. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { Me, SignInAnswer } from '../../../server/capabilities/parties/contract.ts';
import { ApiFault, api } from '../../kit/api.ts';
import { askAnew } from '../../kit/ask-anew.ts';
import { useVerb } from '../../kit/verb.ts';

export const sessionKey = ['parties', 'session'] as const;

const fetchSession = async (): Promise<Me | null> => {
  try {
    return await api.get<Me>('/api/session');
  } catch (error) {
    if (error instanceof ApiFault && error.status === 401) return null;
    throw error;
  }
};

export const useSession = () => useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });

/**
 * Given by the gate to all below it. When the session ends, screens that are about to go may be drawn once
 * more: they still see who it was.
 */
export const MeContext = createContext<Me | null>(null);

/** The person signed in. Only below the sign-in gate. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (!me) throw new Error('bug: used without a session');
  return me;
};

/** The ways to sign in that this node offers. */
export interface Ways {
  readonly password: boolean;
  readonly passkey: boolean;
  readonly oidc: { readonly name: string } | null;
  readonly demo: boolean;
  /** The demo world is still being filled. */
  readonly filling: boolean;
}

/** While the demo world is being filled the console asks again: what it shows is not yet all. */
const fillingEveryMs = 3_000;

export const useWays = () =>
  useQuery({
    queryKey: ['parties', 'ways'],
    queryFn: () => api.get<Ways>('/api/session/ways'),
    refetchInterval: ({ state }) => (state.data?.filling === true ? fillingEveryMs : false),
  });

/** Whether the demo world is still being filled; once it is, all that was read before is read anew. */
export const useFilling = (): boolean => {
  const client = useQueryClient();
  const isFilling = useWays().data?.filling === true;
  const wasFilling = useRef(false);
  useEffect(() => {
    if (wasFilling.current && !isFilling) void askAnew(client);
    wasFilling.current = isFilling;
  }, [client, isFilling]);
  return isFilling;
};

/** Everything read under another role, or by someone else, is dropped. */
export const startAs = (client: QueryClient, me: Me | null): void => {
  client.removeQueries({ predicate: (query) => query.queryKey[1] !== 'session' });
  client.setQueryData(sessionKey, me);
};

export const useSignIn = (path: 'password' | 'totp' | 'passkey') => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (body: unknown) => api.post<SignInAnswer>(`/api/session/${path}`, body),
    onSuccess: (answer) => {
      if (answer.kind === 'signed-in') startAs(client, answer.me);
    },
  });
};

export const useChangeRole = () => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (role: string) => api.post<Me>('/api/session/role', { role }),
    onSuccess: (me) => {
      client.setQueryData(sessionKey, me);
      return client.resetQueries({ predicate: (query) => query.queryKey[1] !== 'session' });
    },
  });
};

/** What this tab kept for who signs out: drafts that were never saved, what he searched for. */
const forgetKept = (): void => {
  for (const name of Object.keys(sessionStorage))
    if (/^tansiq\.(draft|searches)\./.test(name)) sessionStorage.removeItem(name);
};

export const useSignOut = () => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: () => api.remove('/api/session'),
    onSettled: () => {
      forgetKept();
      startAs(client, null);
    },
  });
};
