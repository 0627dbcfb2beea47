/** The SQL of assessments: versions, which are only added to, and what stands now. */
import { sql } from 'kysely';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { batchesOf, tables } from '../rows-store.ts';
import type { Current } from './assessment.ts';
import type { AssessmentDraft, Source } from './contract.ts';
import type { HazardName } from './hazards.ts';
import { type Confidence, type Level, levelOf, levelOfRank, rankOf, type Step } from './level.ts';
import { riskLimits } from './limits.ts';
import { readTarget } from './target.ts';
import type { Version } from './view-contract.ts';

/** A version on its way to be kept. */
export interface NewVersion extends Omit<AssessmentDraft, 'seen'> {
  readonly version: number;
  readonly origin: Version['origin'];
}

const refOf = (key: string) => {
  const target = readTarget(key);
  switch (target?.kind) {
    case 'session':
      return { kind: target.kind, ref: target.session, day: null };
    case 'venue-day':
      return { kind: target.kind, ref: target.venue, day: target.day };
    case 'object':
      return { kind: target.kind, ref: target.object, day: null };
    default:
      throw new Error('bug: a target that is none was assessed');
  }
};

/** Adds versions, and brings up to date what is read of them. */
export const addVersions = async (
  unit: Unit,
  how: { readonly holder: PartyId; readonly event: string; readonly at: Instant; readonly by: string },
  versions: readonly NewVersion[],
): Promise<void> => {
  for (const some of batchesOf(versions)) {
    const rows = some.map(({ reviewOn, sources, ...rest }) => ({
      ...rest,
      sources,
      review_on: reviewOn,
      rank: rankOf(levelOf(rest.likelihood, rest.impact)),
      ...how,
    }));
    const columns = sql.raw(
      'holder, event, target, hazard, version, likelihood, impact, ' +
        'confidence, rank, reason, sources, owner, ' +
        'review_on, origin, at, by',
    );
    await sql`insert into events_risk_version (${columns}) select ${columns}
      from jsonb_populate_recordset(null::events_risk_version, ${JSON.stringify(rows)}::jsonb)`.execute(
      tables(unit),
    );
    await sql`insert into events_risk_current (target, hazard, holder, event, version, likelihood, impact,
        confidence, rank, review_on, at)
      select target, hazard, holder, event, version, likelihood, impact, confidence, rank, review_on, at
      from jsonb_populate_recordset(null::events_risk_version, ${JSON.stringify(rows)}::jsonb)
      on conflict (target, hazard) do update set version = excluded.version, likelihood = excluded.likelihood,
        impact = excluded.impact, confidence = excluded.confidence, rank = excluded.rank,
        review_on = excluded.review_on, at = excluded.at`.execute(tables(unit));
  }
  const targets = [...new Set(versions.map(({ target }) => target))];
  for (const some of batchesOf(targets)) await sumUp(unit, some);
};

/** Of each target what it comes to, from what stands of it. */
export const sumUp = async (unit: Unit, targets: readonly string[]): Promise<void> => {
  const refs = targets.map((target) => ({ target, ...refOf(target) }));
  await sql`insert into events_risk_target (target, holder, event, kind, ref, day, rank, hazard, first_review)
    select c.target, min(c.holder), min(c.event), min(r.kind), min(r.ref), min(r.day), max(c.rank),
      (array_agg(c.hazard order by c.rank desc, c.hazard))[1], min(c.review_on)
    from events_risk_current c
    join jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(target text, kind text, ref text, day date)
      on r.target = c.target
    group by c.target
    on conflict (target) do update set rank = excluded.rank, hazard = excluded.hazard,
      first_review = excluded.first_review`.execute(tables(unit));
};

interface VersionRow {
  hazard: HazardName;
  version: number;
  likelihood: Step;
  impact: Step;
  confidence: Confidence;
  rank: number;
  reason: string;
  sources: Source[];
  owner: PersonId | null;
  review_on: Day;
  origin: Version['origin'];
  at: Instant;
  by: string;
}

/** A version without what it changed. */
export type StoredVersion = Omit<Version, 'changed'> & { readonly hazard: HazardName };

const toVersion = ({ rank, review_on: reviewOn, ...row }: VersionRow): StoredVersion => ({
  ...row,
  reviewOn,
  level: levelOfRank(rank) ?? 'critical',
});

/** All versions of a target, the newest of each hazard first. */
export const versionsOf = async (
  unit: Unit,
  event: string,
  target: string,
): Promise<readonly StoredVersion[]> => {
  const { rows } = await sql<VersionRow>`select hazard, version, likelihood, impact, confidence, rank, reason,
      sources, owner, review_on, origin, at, by
    from events_risk_version where target = ${target} and event = ${event}
    order by hazard, version desc limit ${riskLimits.versions * 20}`.execute(tables(unit));
  return rows.map(toVersion);
};

/** The version that stands, 0 where there is none. The event is held by who asks to write. */
export const versionNow = async (unit: Unit, target: string, hazard: HazardName): Promise<number> => {
  const { rows } = await sql<{ version: number }>`select version from events_risk_current
    where target = ${target} and hazard = ${hazard}`.execute(tables(unit));
  return rows[0]?.version ?? 0;
};

interface CurrentRow {
  target: string;
  hazard: HazardName;
  likelihood: Step;
  impact: Step;
  confidence: Confidence;
  rank: number;
  version: number;
  review_on: Day;
}

const toCurrent = ({ rank, review_on: reviewOn, ...row }: CurrentRow): Current => ({
  ...row,
  reviewOn,
  level: levelOfRank(rank) ?? 'critical',
});

/** What stands of an event; of one hazard where it is named. */
export const currentOf = async (
  unit: Unit,
  event: string,
  hazard: HazardName | null = null,
): Promise<readonly Current[]> => {
  const only = hazard === null ? sql`true` : sql`hazard = ${hazard}`;
  const { rows } = await sql<CurrentRow>`select target, hazard, likelihood, impact, confidence, rank, version,
      review_on from events_risk_current where event = ${event} and ${only}
    order by rank desc, target, hazard`.execute(tables(unit));
  return rows.map(toCurrent);
};

/** The reasons of what stands, cut: what a post keeps of them. */
export const reasonsOf = async (
  unit: Unit,
  event: string,
  length: number,
): Promise<
  readonly {
    readonly target: string;
    readonly hazard: HazardName;
    readonly level: Level;
    readonly reason: string;
  }[]
> => {
  const { rows } = await sql<{ target: string; hazard: HazardName; rank: number; reason: string }>`
    select c.target, c.hazard, c.rank, left(v.reason, ${length}) as reason
    from events_risk_current c join events_risk_version v
      on v.target = c.target and v.hazard = c.hazard and v.version = c.version
    where c.event = ${event}`.execute(tables(unit));
  return rows.map(({ rank, ...row }) => ({ ...row, level: levelOfRank(rank) ?? 'critical' }));
};
