/** The SQL of assessments and generated posts when their venue goes into another, or comes back. */
import { sql } from 'kysely';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import { type NewVersion, sumUp } from './assessment-store.ts';
import type { Source } from './contract.ts';
import type { HazardName } from './hazards.ts';
import type { Confidence, Step } from './level.ts';

/** From which venue to which. */
export interface Way {
  readonly event: string;
  readonly from: string;
  readonly to: string;
}
const daysOf = (venue: string): string => `venue-day:${venue}:%`;

interface Row {
  target: string;
  hazard: HazardName;
  likelihood: Step;
  impact: Step;
  confidence: Confidence;
  reason: string;
  sources: Source[];
  owner: PersonId | null;
  reviewOn: Day;
  origin: NewVersion['origin'];
  version: number;
  outdone: boolean;
}

/**
 * What stands of the days of a venue, as it would stand of the other: no level falls, so that only what the
 * other does not have as high goes over.
 */
export const versionsInto = async (
  unit: Unit,
  { event, from, to }: Way,
): Promise<{ readonly over: readonly NewVersion[]; readonly outdone: number }> => {
  const { rows } = await sql<Row>`
    select replace(c.target, ${from}, ${to}) as target, c.hazard, v.likelihood, v.impact, v.confidence,
      v.reason, v.sources, v.owner, v.review_on as "reviewOn", v.origin,
      coalesce(other.version, 0) + 1 as version, coalesce(other.rank >= c.rank, false) as outdone
    from events_risk_current c
    join events_risk_version v on v.target = c.target and v.hazard = c.hazard and v.version = c.version
    left join events_risk_current other
      on other.target = replace(c.target, ${from}, ${to}) and other.hazard = c.hazard
    where c.event = ${event} and c.target like ${daysOf(from)} order by c.target, c.hazard`.execute(
    tables(unit),
  );
  return {
    over: rows.flatMap(({ outdone, ...version }) => (outdone ? [] : [version])),
    outdone: rows.filter(({ outdone }) => outdone).length,
  };
};

/** Takes what stands of a venue's days off the map; the versions remain. */
export const hideDays = async (unit: Unit, event: string, venue: string): Promise<void> => {
  for (const table of ['events_risk_current', 'events_risk_target'])
    await sql`delete from ${sql.table(table)}
      where event = ${event} and target like ${daysOf(venue)}`.execute(tables(unit));
};

/** Puts the newest versions of a venue's days on the map again. */
export const showDays = async (unit: Unit, event: string, venue: string): Promise<void> => {
  const { rows } = await sql<{ target: string }>`insert into events_risk_current
      (target, hazard, holder, event, version, likelihood, impact, confidence, rank, review_on, at)
    select distinct on (target, hazard) target, hazard, holder, event, version, likelihood, impact,
      confidence, rank, review_on, at
    from events_risk_version where event = ${event} and target like ${daysOf(venue)}
    order by target, hazard, version desc
    on conflict (target, hazard) do nothing returning target`.execute(tables(unit));
  await sumUp(unit, [...new Set(rows.map(({ target }) => target))]);
};

/**
 * What posts were made as follows them to their new place, so that generation finds them there again; what a
 * hand did to them since remains told by the version.
 */
export const carryMade = async (
  unit: Unit,
  { event, from, to }: Way,
  posts: readonly string[],
  zones: readonly (readonly [string, string])[],
): Promise<void> => {
  const moved = sql`r.event = ${event} and r.post = any(${[...posts]}::text[])`;
  await sql`update events_risk_post r set version = p.version from events_post p
    where ${moved} and p.id = r.post and r.version = p.version - 1`.execute(tables(unit));
  for (const [one, other] of [[from, to] as const, ...zones])
    await sql`update events_risk_post r set draft = replace(r.draft::text, ${one}, ${other})::jsonb
      where ${moved}`.execute(tables(unit));
  await sql`update events_risk_post r set target = replace(r.target, ${from}, ${to}),
      key = replace(r.key, ${from}, ${to})
    where ${moved} and r.target like ${daysOf(from)} and not exists (
      select from events_risk_post o where o.event = r.event
        and o.key = replace(r.key, ${from}, ${to}))`.execute(tables(unit));
};
