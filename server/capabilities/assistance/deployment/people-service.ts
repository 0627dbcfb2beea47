/** Who officers and teams are: for papers that they read, and for what a host says of those we sent. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { briefingFor } from './briefing.ts';
import { holdsOf } from './showing-service.ts';
import type { StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';

/** A unit by its name, with whom it stands. */
export interface RosterPerson {
  readonly id: string;
  readonly party: PartyId;
  readonly nameLatin: string;
  readonly nameArabic: string;
  readonly languages: readonly string[];
  /** Its account on this node. */
  readonly account: string | null;
  /** In a language of its own; null where there is none, and for officers of this service. */
  readonly briefing: string | null;
  readonly hosts: readonly {
    readonly name: string;
    readonly phone: string | null;
    readonly account: string | null;
    readonly from: Instant;
    readonly until: Instant;
  }[];
}

/** Here, on their way here, or of this service: all others are told nothing. */
const present: readonly string[] = ['named', 'vetted', 'accredited', 'arrived', 'standing'];

const phoneOf = ({ profile }: StoredUnit): string | null => (profile.phone === '' ? null : profile.phone);

export const createRosterPeople = () => ({
  /** Those of these who are here or are to come. */
  peopleOf: (unit: Unit, ids: readonly string[]): Promise<readonly RosterPerson[]> =>
    unit.asHouse('deployment', async (part) => {
      const found = (await units.findUnits(part, ids)).filter(({ stage }) => present.includes(stage));
      const held = await holdsOf(part, ids);
      const pairs = found.flatMap(({ id }) =>
        held(id).pairs.filter(({ visitor, endedAt }) => visitor === id && endedAt === null),
      );
      const hosts = new Map(
        (await units.findUnits(part, [...new Set(pairs.map(({ host }) => host))])).map((one) => [
          one.id,
          one,
        ]),
      );
      return found.map(
        (one): RosterPerson => ({
          id: one.id,
          party: one.party,
          nameLatin: one.profile.nameLatin,
          nameArabic: one.profile.nameArabic,
          languages: one.profile.languages,
          account: one.person,
          briefing: one.kind === 'own' ? null : (briefingFor(one.profile.languages)?.text ?? null),
          hosts: pairs
            .filter(({ visitor }) => visitor === one.id)
            .flatMap(({ host, from, until }) => {
              const beside = hosts.get(host);
              if (beside === undefined) return [];
              const { nameLatin: name } = beside.profile;
              return [{ name, phone: phoneOf(beside), account: beside.person, from, until }];
            }),
        }),
      );
    }),
  /** Those of these who are of this service and were sent to that one. */
  sentTo: async (
    unit: Unit,
    party: PartyId,
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly nameLatin: string }[]> =>
    unit.asHouse('deployment', async (part) =>
      (await units.findUnits(part, ids))
        .filter(({ kind, host }) => kind === 'sent' && host === party)
        .map(({ id, profile }) => ({ id, nameLatin: profile.nameLatin })),
    ),
});
