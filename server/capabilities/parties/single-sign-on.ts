/**
 * OpenID Connect: authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1,
 * RFC 7636). Talks to the provider; what an identity means here is decided by the service.
 */
import * as client from 'openid-client';

/** How this node is known to the service's provider of single sign-on. */
export interface SingleSignOn {
  /** What the button says. */
  readonly name: string;
  /** The provider's issuer, `https://…`; its discovery document is read at the first use. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What must come back unchanged; kept by the node until it does. */
export interface SignOnStep {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says it is. */
export interface ProvenIdentity {
  /** Issuer and subject together: a subject alone is unique only at its provider. */
  readonly subject: string;
  /** Only when the provider says that it has verified it. */
  readonly email: string | null;
}

export interface Provider {
  begin(): Promise<{ readonly address: string; readonly step: SignOnStep }>;
  /** Null when the answer is not what was asked for: state, nonce, signature, audience, code. */
  finish(callback: URL, step: SignOnStep): Promise<ProvenIdentity | null>;
}

const isLoopbackHttp = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

/** Reads the provider's discovery document once; one that was down at the first try is asked again. */
const createDiscovery = (settings: SingleSignOn): (() => Promise<client.Configuration>) => {
  let discovered: Promise<client.Configuration> | null = null;
  return () => {
    // HTTPS always, save to a provider on this very machine.
    const execute = isLoopbackHttp(settings.issuer) ? [client.allowInsecureRequests] : [];
    const { clientId, clientSecret } = settings;
    discovered ??= client
      .discovery(new URL(settings.issuer), clientId, clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        discovered = null;
        throw error;
      });
    return discovered;
  };
};

export const createProvider = (settings: SingleSignOn, redirectUri: string): Provider => {
  const discover = createDiscovery(settings);
  return {
    begin: async () => {
      const configuration = await discover();
      const step = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: step.state,
        nonce: step.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(step.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, step };
    },
    finish: async (callback, step) => {
      const configuration = await discover();
      const current = new URL(redirectUri);
      current.search = callback.search;
      const tokens = await client
        .authorizationCodeGrant(configuration, current, {
          expectedState: step.state,
          expectedNonce: step.nonce,
          pkceCodeVerifier: step.verifier,
          idTokenExpected: true,
        })
        .catch(() => null);
      const claims = tokens?.claims();
      if (tokens === null || claims === undefined) return null;
      const told = await client
        .fetchUserInfo(configuration, tokens.access_token, claims.sub)
        .catch(() => claims);
      const { email, email_verified: verified } = told;
      const proven = typeof email === 'string' && verified === true ? email : null;
      return { subject: `${settings.issuer}#${claims.sub}`, email: proven };
    },
  };
};
