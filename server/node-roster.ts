/** The roster as a node opens it: posts of its events, units of its register, and its worker. */

import type { Assistance } from './capabilities/assistance/index.ts';
import type { Events } from './capabilities/events/index.ts';
import { createRoster, createRosterSource, type RosterService } from './capabilities/roster/index.ts';
import type { Federation } from './federation/index.ts';
import { houseFolder } from './node-database.ts';
import type { Plumbing } from './node-plumbing.ts';
import { zoneOf } from './plumbing/config/index.ts';
import type { HttpApp } from './plumbing/http/index.ts';

/** Says who stands on which post when. */
export const openRoster = (
  needs: Plumbing &
    Pick<Parameters<typeof createRoster>[0], 'isLinked'> & {
      readonly federation: Federation;
      readonly log: HttpApp['log'];
    },
  from: { readonly events: Events; readonly assistance: Assistance },
): RosterService => {
  const { settings, self } = needs;
  const roster = createRoster({
    ...needs,
    program: houseFolder(),
    name: settings.name,
    publicAddress: settings.publicAddress,
    source: createRosterSource({
      self,
      events: from.events.reading,
      register: from.assistance.roster,
      answersBefore: from.assistance.answersBefore,
      zone: zoneOf(settings),
      language: settings.languages[0] ?? 'en',
    }),
  });
  roster.registerMessages(needs.federation);
  from.assistance.roster.whenLost(roster.unitLost);
  return roster;
};
