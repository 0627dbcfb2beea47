/** Services, and the pairing of nodes: who may is decided here, what happens on the wire is federation's. */
import QRCode from 'qrcode';
import type { Actor, PersonActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import type { Identity, Link, Service } from './contract.ts';
import type { Links } from './links.ts';
import { type LinkVerb, mayChangeLink, mayReadLinks, mayReadServices } from './policy.ts';
import { asNode } from './secrets-store.ts';
import type { Sessions } from './sessions.ts';
import type { ServiceName } from './views.ts';

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

export const createPairing = (needs: PairingNeeds) => {
  const { verbs, links, sessions, self } = needs;

  const change = (actor: PersonActor, verb: LinkVerb, party: PartyId): Promise<Link> =>
    verbs.run({ actor, verb: `parties.${verb}-link`, subject: party }, async (work) => {
      work.permit(mayChangeLink(actor, self.id, verb));
      return asNode(work.unit, async () => {
        await findLink(work.unit, links, party);
        switch (verb) {
          case 'accept':
            await links.accept(work.unit, party);
            break;
          case 'resume':
            await links.resume(work.unit, party);
            break;
          case 'suspend':
            await links.suspend(work.unit, party);
            work.note({ endedSessionsOf: await sessions.endAllOfParty(work.unit, party) });
            break;
          case 'end':
            await links.end(work.unit, party);
            work.note({ endedSessionsOf: await sessions.endAllOfParty(work.unit, party) });
            break;
          case 'propose':
            throw new Error('bug: a proposal names an address');
        }
        return findLink(work.unit, links, party);
      });
    });

  return {
    services: (actor: Actor): Promise<Service[]> =>
      verbs.read({ actor, verb: 'parties.read-services', subject: null }, async (work) => {
        work.permit(mayReadServices(actor));
        const partners = await asNode(work.unit, () => links.links(work.unit));
        const { id, name, country } = self;
        return [
          { id, name, country, self: true, link: null },
          ...partners.map((link) => ({
            id: link.party,
            name: link.name,
            country: link.country,
            self: false,
            link: { state: link.state, since: link.since },
          })),
        ];
      }),
    links: (actor: PersonActor): Promise<Link[]> =>
      verbs.read({ actor, verb: 'parties.read-links', subject: null }, async (work) => {
        work.permit(mayReadLinks(actor, self.id));
        return [...(await asNode(work.unit, () => links.links(work.unit)))];
      }),
    /** What is read out to the partner, and shown to his camera. */
    identity: (actor: PersonActor): Promise<Identity> =>
      verbs.read({ actor, verb: 'parties.read-identity', subject: null }, async (work) => {
        work.permit(mayReadLinks(actor, self.id));
        const { party, address, fingerprint } = links.identity();
        const { ar, fr, en } = fingerprint;
        const text = `${address}#${en.join('-')}`;
        const qr = await QRCode.toString(text, { type: 'svg', margin: 1 });
        return { party, address, fingerprint: { ar: [...ar], fr: [...fr], en: [...en] }, qr };
      }),
    propose: (actor: PersonActor, address: string): Promise<Link> =>
      verbs.run({ actor, verb: 'parties.propose-link', subject: null }, async (work) => {
        work.permit(mayChangeLink(actor, self.id, 'propose'));
        return asNode(work.unit, async () => {
          const party = await links.propose(work.unit, address);
          work.subject(party);
          return findLink(work.unit, links, party);
        });
      }),
    change,
    /** The other side ended or suspended: its people's access here ends with it. */
    endAccessOf: (unit: Unit, party: PartyId): Promise<number> =>
      asNode(unit, () => sessions.endAllOfParty(unit, party)),
  };
};
