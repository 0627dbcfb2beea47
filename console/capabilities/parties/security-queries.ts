import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Passkey, Session, Token } from '../../../server/capabilities/parties/contract.ts';
import { api } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['parties', 'me'] as const;
const path = '/api/parties/me';

type CreationOptions = Parameters<
  typeof import('@simplewebauthn/browser').startRegistration
>[0]['optionsJSON'];

export interface TotpSetup {
  readonly secret: string;
  readonly uri: string;
  /** SVG text. */
  readonly qr: string;
}

export const usePasskeys = () =>
  useQuery({ queryKey: [...key, 'passkeys'], queryFn: () => api.get<Passkey[]>(`${path}/passkeys`) });

export const useSessions = () =>
  useQuery({ queryKey: [...key, 'sessions'], queryFn: () => api.get<Session[]>(`${path}/sessions`) });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** Asks the node for options, the device for a key, and gives the node its public half. */
export const useAddPasskey = () =>
  useChange(async (label: string) => {
    const { challenge, options } = await api.post<{ challenge: string; options: CreationOptions }>(
      `${path}/passkeys/options`,
    );
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await startRegistration({ optionsJSON: options });
    return api.post<Passkey>(`${path}/passkeys`, { challenge, label, response });
  });

export const useRemovePasskey = () =>
  useChange((id: string) => api.remove(`${path}/passkeys/${encodeURIComponent(id)}`));

export const useEndSession = () =>
  useChange((id: string) => api.remove(`${path}/sessions/${encodeURIComponent(id)}`));

export const useBeginTotp = () => useVerb({ mutationFn: () => api.post<TotpSetup>(`${path}/totp`) });

export const useConfirmTotp = () =>
  useChange((code: string) => api.post<{ recoveryCodes: string[] }>(`${path}/totp/confirm`, { code }));

export const useChangePassword = () =>
  useChange((passwords: { current: string; next: string }) => api.post(`${path}/password`, passwords));

export const useTokens = () =>
  useQuery({ queryKey: [...key, 'tokens'], queryFn: () => api.get<Token[]>(`${path}/tokens`) });

/** `bearer` is in this answer alone. */
export const useMakeToken = () =>
  useChange((token: { label: string; role: Token['role']; days: number }) =>
    api.post<{ token: Token; bearer: string }>(`${path}/tokens`, token),
  );

export const useRemoveToken = () =>
  useChange((id: string) => api.remove(`${path}/tokens/${encodeURIComponent(id)}`));
