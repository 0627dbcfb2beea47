/** Asks partners for bytes, over connections of their own: an envelope never waits behind an attachment. */
import type { IncomingMessage } from 'node:http';
import { type Agent, request as httpsRequest } from 'node:https';
import { Fault } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import { federationLimits, paths } from './limits.ts';
import { pinnedAgent } from './link-client.ts';
import { readCurrentLink } from './link-store.ts';
import type { BytesAnswer, House, Peer } from './needs.ts';

export interface ByteClient {
  fetch(party: PartyId, hash: string, from: number): Promise<BytesAnswer>;
  close(): void;
}

const rangePattern = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15})$/;

const readAnswer = (response: IncomingMessage): BytesAnswer => {
  const status = response.statusCode ?? 0;
  const range = rangePattern.exec(response.headers['content-range'] ?? '');
  const length = Number(response.headers['content-length'] ?? Number.NaN);
  if (status === 200 && Number.isSafeInteger(length))
    return { kind: 'bytes', from: 0, total: length, stream: response };
  if (status === 206 && range !== null)
    return { kind: 'bytes', from: Number(range[1]), total: Number(range[2]), stream: response };
  // What else he says is of no interest; read, so that the connection can be used again.
  response.resume();
  return { kind: 'refused', status };
};

const ask = (agent: Agent, url: URL, from: number): Promise<BytesAnswer> =>
  new Promise((resolve, reject) => {
    const headers = from > 0 ? { range: `bytes=${from}-` } : {};
    const request = httpsRequest(url, { method: 'GET', agent, headers });
    request.setTimeout(federationLimits.byteSilenceMs, () =>
      request.destroy(new Error('the partner fell silent')),
    );
    request.on('error', reject);
    request.on('response', (response) => resolve(readAnswer(response)));
    request.end();
  });

/** Makes the client of a node. */
export const createByteClient = ({ house }: { house: House }): ByteClient => {
  const agents = new Map<string, Agent>();
  const agentFor = (peer: Peer): Agent => {
    const name = `${peer.address} ${peer.tlsCertificate}`;
    const agent = agents.get(name) ?? pinnedAgent(house.keys.tls, peer, federationLimits.byteStreamsOfOne);
    agents.set(name, agent);
    return agent;
  };
  return {
    fetch: async (party, hash, from) => {
      const link = await house.database.transact(house.actor, (unit) => readCurrentLink(unit, party));
      if (link?.state !== 'active')
        throw new Fault('federation/link-inactive', { party, state: link?.state ?? 'none' });
      const { address, tlsCertificate } = link.descriptor;
      const url = new URL(`${paths.attachments}/${hash}`, address);
      return ask(agentFor({ address, tlsCertificate }), url, from);
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
      agents.clear();
    },
  };
};
