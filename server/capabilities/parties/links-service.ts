/** Services, and the pairing of nodes: who may is decided here, what happens on the wire is federation's. */
import QRCode from 'qrcode';
import type { Actor, PersonActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import type { Identity, Link, Service } from './contract.ts';
import { type LinkVerb, mayChangeLink, mayReadLinks, mayReadServices } from './policy.ts';
import type { Sessions } from './sessions-service.ts';
import type { ServiceName } from './views.ts';

/** Who this node is to its partners; federation provides it. */
export interface LinkIdentity {
  readonly party: PartyId;
  /** Where partners reach this node. */
  readonly address: string;
  /** The same fingerprint as words in each language. */
  readonly fingerprint: { readonly [L in 'ar' | 'fr' | 'en']: readonly string[] };
}

/** What parties needs of the links to other nodes; federation provides it, main.ts adapts it. */
export interface Links {
  identity(): LinkIdentity;
  links(unit: Unit): Promise<readonly Link[]>;
  /**
   * Fetches and verifies the descriptor of the node at the address: waits for the network. What it returns
   * proposes a link with that node, and says whose it is.
   */
  prepare(address: string): Promise<(unit: Unit) => Promise<PartyId>>;
  accept(unit: Unit, party: PartyId): Promise<void>;
  suspend(unit: Unit, party: PartyId): Promise<void>;
  resume(unit: Unit, party: PartyId): Promise<void>;
  end(unit: Unit, party: PartyId): Promise<void>;
}

export interface PairingNeeds {
  readonly verbs: Verbs;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly self: ServiceName;
}

const findLink = async (unit: Unit, links: Links, party: PartyId): Promise<Link> => {
  const link = (await links.links(unit)).find((candidate) => candidate.party === party);
  if (link === undefined) throw new Fault('access/absent');
  return link;
};

const reading = ({ verbs, links, self }: PairingNeeds) => ({
  services: (actor: Actor): Promise<Service[]> =>
    verbs.read({ actor, verb: 'parties.read-services', subject: null }, async (work) => {
      work.permit(mayReadServices(actor));
      const partners = await work.unit.asHouse('parties', (unit) => links.links(unit));
      const { id, name, country } = self;
      return [
        { id, name, country, self: true, link: null },
        ...partners.map(({ party, state, since, ...link }) => ({
          id: party,
          name: link.name,
          country: link.country,
          self: false,
          link: { state, since },
        })),
      ];
    }),
  links: (actor: PersonActor): Promise<Link[]> =>
    verbs.read({ actor, verb: 'parties.read-links', subject: null }, async (work) => {
      work.permit(mayReadLinks(actor, self.id));
      return [...(await work.unit.asHouse('parties', (unit) => links.links(unit)))];
    }),
  /** What is read out to the partner, and shown to his camera. */
  identity: (actor: PersonActor): Promise<Identity> =>
    verbs.read({ actor, verb: 'parties.read-identity', subject: null }, async (work) => {
      work.permit(mayReadLinks(actor, self.id));
      const { party, address, fingerprint } = links.identity();
      const { ar, fr, en } = fingerprint;
      const qr = await QRCode.toString(`${address}#${en.join('-')}`, { type: 'svg', margin: 1 });
      return { party, address, fingerprint: { ar: [...ar], fr: [...fr], en: [...en] }, qr };
    }),
});

const changing = ({ verbs, links, sessions, self }: PairingNeeds) => ({
  propose: async (actor: PersonActor, address: string): Promise<Link> => {
    const call = { actor, verb: 'parties.propose-link', subject: null };
    const ask = (work: Work): void => work.permit(mayChangeLink(actor, self.id, 'propose'));
    // Asked before the node knocks anywhere, and again with the change: no transaction waits for a network.
    await verbs.read(call, async (work) => ask(work));
    const propose = await links.prepare(address);
    return verbs.run(call, async (work) => {
      ask(work);
      return work.unit.asHouse('parties', async (unit) => {
        const party = await propose(unit);
        work.subject(party);
        return findLink(unit, links, party);
      });
    });
  },
  change: (actor: PersonActor, verb: Exclude<LinkVerb, 'propose'>, party: PartyId): Promise<Link> =>
    verbs.run({ actor, verb: `parties.${verb}-link`, subject: party }, async (work) => {
      work.permit(mayChangeLink(actor, self.id, verb));
      return work.unit.asHouse('parties', async (unit) => {
        await findLink(unit, links, party);
        await links[verb](unit, party);
        if (verb === 'suspend' || verb === 'end')
          work.note({ endedSessions: await sessions.endAllOfParty(unit, party) });
        return findLink(unit, links, party);
      });
    }),
});

export const createPairing = (needs: PairingNeeds) => ({
  ...reading(needs),
  ...changing(needs),
  /** The other side ended or suspended: its people's access here ends with it. */
  endAccessOf: (unit: Unit, party: PartyId): Promise<number> =>
    unit.asHouse('parties', (house) => needs.sessions.endAllOfParty(house, party)),
});
