/** Parties of one node: joined to the links of its federation, and to the systems that are connected here. */
import { createParties, type Parties } from './capabilities/parties/index.ts';
import type { Federation, LinkView } from './federation/index.ts';
import type { SystemActor } from './kernel/decision.ts';
import type { PartyId } from './kernel/ids.ts';
import type { Clock } from './kernel/time.ts';
import { type NodeSettings, readSingleSignOn } from './plumbing/config/index.ts';
import type { Database } from './plumbing/database/index.ts';
import type { Journal } from './plumbing/journal/index.ts';
import type { Live } from './plumbing/live/index.ts';
import type { Verbs } from './plumbing/verbs/index.ts';

interface PartiesPlumbing {
  readonly settings: NodeSettings;
  readonly self: PartyId;
  readonly database: Database;
  readonly journal: Journal;
  readonly verbs: Verbs;
  readonly live: Live;
  readonly clock: Clock;
}

const spoken = ({ fingerprint: { ar, fr, en } }: LinkView) => ({ ar: [...ar], fr: [...fr], en: [...en] });

export const openParties = async (plumbing: PartiesPlumbing, federation: Federation): Promise<Parties> => {
  const { settings, self } = plumbing;
  return createParties({
    ...plumbing,
    self: { id: self, name: settings.name, country: settings.country, languages: settings.languages },
    links: {
      ...federation,
      prepare: async (address) => {
        const found = await federation.inspect(address);
        return (unit) => federation.propose(unit, found);
      },
      links: async (unit) =>
        (await federation.links(unit)).map((link) => ({ ...link, fingerprint: spoken(link) })),
    },
    demo: settings.demo,
    secureCookies: settings.publicAddress.startsWith('https:'),
    publicAddress: settings.publicAddress,
    ...(settings.oidc === null ? {} : { oidc: await readSingleSignOn(settings.oidc) }),
  });
};

/** Where a link is cut, the access of the other side's people to this node ends with it. */
export const endAccessWithLinks = (federation: Federation, parties: Parties): void =>
  federation.onLinkChange(async (unit, { party, state }) => {
    if (state === 'suspended' || state === 'ended') await parties.endAccessOf(unit, party);
  });

/** Accounts of role connector; what one without a desk brings is for the desk that takes in his service's. */
export const connectedSystems = async (
  { database, house }: Pick<PartiesPlumbing, 'database'> & { readonly house: SystemActor },
  parties: Parties,
) => {
  const systems = (await parties.people(house)).filter(({ roles }) => roles.includes('connector'));
  return database.transact(house, (unit) =>
    Promise.all(
      systems.map(async ({ id: person, party, name, nameArabic, desks }) => {
        const intake =
          desks.length > 0 ? null : await parties.intakeDesk(unit, { partner: party, field: null });
        return { person, party, name, nameArabic, desks: intake === null ? desks : [intake] };
      }),
    ),
  );
};
