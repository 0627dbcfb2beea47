/** The SQL of teams. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import { putRows, tables } from './rows-store.ts';
import type { Team } from './team-contract.ts';

export const putTeams = (unit: Unit, holder: PartyId, teams: readonly Team[]): Promise<void> =>
  putRows(
    unit,
    'events_team',
    teams.map((team) => ({
      ...{ id: team.id, holder, event: team.event, code: team.code, name: team.name },
      ...{ nation: team.nation, part: team.part, state: team.state, version: team.version },
    })),
  );

/** All teams of an event, those that withdrew too, by their code. */
export const listTeams = async (unit: Unit, event: string): Promise<readonly Team[]> => {
  const { rows } = await sql<Team>`select id, event, code, name, nation, part, state, version from events_team
    where event = ${event} order by code limit ${eventsLimits.teams}`.execute(tables(unit));
  return rows;
};
