/**
 * The way to other nodes: HTTPS with keep-alive, TLS 1.3 only, our certificate shown, the partner's pinned.
 * Names and authorities count for nothing here: the certificate is the one in the partner's descriptor, or
 * nothing is said.
 */
import { type Agent, Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type PeerCertificate, TLSSocket } from 'node:tls';
import { sha256 } from '../kernel/canonical.ts';
import type { TlsIdentity } from '../plumbing/keys/index.ts';
import { certificateOf } from './descriptor.ts';
import { federationLimits, paths } from './limits.ts';
import type { Answer, Peer, Transport } from './needs.ts';

/** SHA-256 of a certificate; empty where the other side showed none. */
const hex = ({ raw }: PeerCertificate): string => (raw === undefined ? '' : sha256(raw).toString('hex'));

interface Reply extends Answer {
  readonly certificate: string;
}

/** Sends one request and reads the whole answer, within the limits. */
const exchange = (needs: {
  url: URL;
  method: 'GET' | 'POST';
  agent: Agent;
  text: string;
  limitBytes: number;
}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(needs.text)),
    };
    const request = httpsRequest(needs.url, { method: needs.method, agent: needs.agent, headers });
    const deadline = setTimeout(
      () => request.destroy(new Error('the partner took too long')),
      federationLimits.requestMs,
    );
    request.on('socket', (socket) => {
      if (!socket.connecting) return;
      const connecting = setTimeout(
        () => request.destroy(new Error('the partner does not answer')),
        federationLimits.connectMs,
      );
      socket.once('secureConnect', () => clearTimeout(connecting));
      socket.once('close', () => clearTimeout(connecting));
    });
    request.on('close', () => clearTimeout(deadline));
    request.on('error', reject);
    request.on('response', (response) => {
      const { socket } = response;
      const certificate = socket instanceof TLSSocket ? hex(socket.getPeerCertificate()) : '';
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > needs.limitBytes) request.destroy(new Error('the partner answered too much'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          certificate,
        }),
      );
    });
    request.end(needs.text);
  });

const ownSide = (tls: TlsIdentity) => ({
  key: tls.key,
  cert: tls.certificate,
  minVersion: 'TLSv1.3' as const,
  timeout: federationLimits.requestMs,
});

/** Two: one batch is settled while the next is on its way. */
const envelopeSockets = 2;

/** An agent whose connections reach only the holder of this certificate. */
export const pinnedAgent = (tls: TlsIdentity, peer: Peer, maxSockets = envelopeSockets): Agent => {
  const pinned = certificateOf(peer);
  return new HttpsAgent({
    ...ownSide(tls),
    keepAlive: true,
    maxSockets,
    // A resumed session shows no certificate: each connection is a new one, and pinned anew.
    maxCachedSessions: 0,
    ca: peer.tlsCertificate,
    checkServerIdentity: (_host, certificate) =>
      hex(certificate) === pinned ? undefined : new Error('the partner showed another certificate'),
  });
};

export const createLinkClient = (needs: { tls: TlsIdentity }): Transport => {
  const agents = new Map<string, Agent>();
  const agentFor = (peer: Peer): Agent => {
    const name = `${peer.address} ${peer.tlsCertificate}`;
    const known = agents.get(name);
    if (known) return known;
    const agent = pinnedAgent(needs.tls, peer);
    agents.set(name, agent);
    return agent;
  };
  return {
    describe: async (address) => {
      // Not pinned yet: the descriptor is signed, and people compare its words before anything is accepted.
      const agent = new HttpsAgent({
        ...ownSide(needs.tls),
        rejectUnauthorized: false,
        maxCachedSessions: 0,
      });
      try {
        const url = new URL(paths.descriptor, address);
        const limitBytes = federationLimits.strangerRequestBytes;
        const reply = await exchange({ url, method: 'GET', agent, text: '', limitBytes });
        if (reply.status !== 200) throw new Error(`the node answered ${reply.status}`);
        return { text: reply.text, certificate: reply.certificate };
      } finally {
        agent.destroy();
      }
    },
    post: (peer, path, text) =>
      exchange({
        url: new URL(path, peer.address),
        method: 'POST',
        agent: agentFor(peer),
        text,
        limitBytes: federationLimits.knownRequestBytes,
      }),
    close: async () => {
      for (const agent of agents.values()) agent.destroy();
      agents.clear();
    },
  };
};
