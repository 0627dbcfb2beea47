/** The only SQL of alerts. */
import { sql } from 'kysely';
import type {
  AgreementId,
  AlertId,
  CircleId,
  DeskId,
  ItemId,
  PartyId,
  PersonId,
} from '../../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type Country, type Ending, highestLevel, type StoredAlert } from './alert.ts';
import { alertLimits } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface AlertRow {
  id: AlertId;
  holder: PartyId;
  originator: PartyId;
  state: StoredAlert['state'];
  urgency: StoredAlert['urgency'];
  severity: StoredAlert['severity'];
  certainty: StoredAlert['certainty'];
  language: StoredAlert['language'];
  headline: string;
  description: string;
  area: string | null;
  marking: Marking;
  agreement: AgreementId;
  circle: CircleId | null;
  author: PersonId | null;
  desk: DeskId | null;
  acknowledge_ms: number;
  created_at: Instant;
  sent_at: Instant | null;
  sent_by: string | null;
  received_at: Instant | null;
  acknowledge_by: Instant | null;
  expires_at: Instant;
  replaces: AlertId | null;
  reason: string | null;
  items: readonly ItemId[];
  ended_at: Instant | null;
  ended_how: Ending['how'] | null;
  ended_reason: string | null;
  replaced_by: AlertId | null;
}

const toEnding = (row: AlertRow): Ending | null =>
  row.ended_at === null || row.ended_how === null
    ? null
    : { at: row.ended_at, how: row.ended_how, reason: row.ended_reason, replacedBy: row.replaced_by };

const toAlert = (row: AlertRow): StoredAlert => ({
  id: row.id,
  holder: row.holder,
  originator: row.originator,
  state: row.state,
  urgency: row.urgency,
  severity: row.severity,
  certainty: row.certainty,
  language: row.language,
  headline: row.headline,
  description: row.description,
  area: row.area,
  marking: row.marking,
  agreement: row.agreement,
  circle: row.circle,
  author: row.author,
  desk: row.desk,
  acknowledgeMs: row.acknowledge_ms,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  sentBy: row.sent_by,
  receivedAt: row.received_at,
  acknowledgeBy: row.acknowledge_by,
  expiresAt: row.expires_at,
  replaces: row.replaces,
  reason: row.reason,
  items: row.items,
  ended: toEnding(row),
});

export const insertAlert = async (unit: Unit, alert: StoredAlert): Promise<void> => {
  const { marking } = alert;
  await sql`insert into watch_alert (id, holder, originator, state, urgency, severity, certainty, language,
      headline, description, area, tlp_rank, releasable_to, marking, erase_on, agreement, circle, author,
      desk, acknowledge_ms, created_at, sent_at, sent_by, received_at, acknowledge_by, expires_at, replaces,
      reason, items)
    values (${alert.id}, ${alert.holder}, ${alert.originator}, ${alert.state}, ${alert.urgency},
      ${alert.severity}, ${alert.certainty}, ${alert.language}, ${alert.headline}, ${alert.description},
      ${alert.area}, ${tlpRank(marking.tlp)}, ${[...marking.releasableTo]}, ${JSON.stringify(marking)},
      ${marking.eraseOn}, ${alert.agreement}, ${alert.circle}, ${alert.author}, ${alert.desk},
      ${alert.acknowledgeMs}, ${alert.createdAt}, ${alert.sentAt}, ${alert.sentBy}, ${alert.receivedAt},
      ${alert.acknowledgeBy}, ${alert.expiresAt}, ${alert.replaces}, ${alert.reason},
      ${[...alert.items]}::text[])`.execute(tables(unit));
};

/** The alert, held until the end of the transaction. */
export const lockAlert = async (unit: Unit, id: AlertId): Promise<StoredAlert | null> => {
  const { rows } = await sql<AlertRow>`select * from watch_alert where id = ${id} for update`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toAlert(rows[0]);
};

export const findAlert = async (unit: Unit, id: AlertId): Promise<StoredAlert | null> => {
  const { rows } = await sql<AlertRow>`select * from watch_alert where id = ${id}`.execute(tables(unit));
  return rows[0] === undefined ? null : toAlert(rows[0]);
};

export const listAlerts = async (unit: Unit): Promise<readonly StoredAlert[]> => {
  const { rows } = await sql<AlertRow>`select * from watch_alert
    order by created_at desc, id desc limit ${alertLimits.listed}`.execute(tables(unit));
  return rows.map(toAlert);
};

export const markSent = async (
  unit: Unit,
  id: AlertId,
  sent: Pick<StoredAlert, 'items'> & {
    readonly at: Instant;
    readonly by: string;
    readonly acknowledgeBy: Instant;
  },
): Promise<void> => {
  await sql`update watch_alert set state = 'sent', sent_at = ${sent.at}, sent_by = ${sent.by},
    acknowledge_by = ${sent.acknowledgeBy}, items = ${[...sent.items]}::text[] where id = ${id}`.execute(
    tables(unit),
  );
};

/** Items made of the entry of which this alert was made, the oldest first; as far as the sender may see. */
export const itemsBeside = async (unit: Unit, id: AlertId): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ target: ItemId }>`select i.target from watch_promotion a
    join watch_promotion i on i.entry = a.entry and i.kind = 'item'
    where a.target = ${id} and a.kind = 'alert' order by i.promoted_at limit ${alertLimits.items}`.execute(
    tables(unit),
  );
  return rows.map(({ target }) => target);
};

/** Those of the items that are here and that the reader may know of, with whose they are. */
export const itemsHere = async (
  unit: Unit,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, PartyId>> => {
  if (items.length === 0) return new Map();
  const { rows } = await sql<{ id: ItemId; originator: PartyId }>`
    select id, originator from exchange_item where id = any(${[...items]}::text[])`.execute(tables(unit));
  return new Map(rows.map(({ id, originator }) => [id, originator]));
};

/** Ends an alert, once: false where it had ended before. */
export const endAlert = async (
  unit: Unit,
  id: AlertId,
  ending: Ending & { readonly by: string | null },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update watch_alert
    set ended_at = ${ending.at}, ended_how = ${ending.how}, ended_reason = ${ending.reason},
      ended_by = ${ending.by}, replaced_by = ${ending.replacedBy}
    where id = ${id} and ended_at is null`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** An alert of this sender that came before the one that it takes the place of. */
export const findReplacement = async (
  unit: Unit,
  replaced: AlertId,
  originator: PartyId,
): Promise<StoredAlert | null> => {
  const { rows } = await sql<AlertRow>`select * from watch_alert
    where replaces = ${replaced} and originator = ${originator} and state <> 'draft'
    order by created_at limit 1`.execute(tables(unit));
  return rows[0] === undefined ? null : toAlert(rows[0]);
};

export const insertCountry = async (
  unit: Unit,
  alert: AlertId,
  party: PartyId,
  envelope: string | null,
): Promise<void> => {
  await sql`insert into watch_alert_country (alert, party, envelope)
    values (${alert}, ${party}, ${envelope})`.execute(tables(unit));
};

interface CountryRow {
  alert: AlertId;
  party: PartyId;
  acknowledged_at: Instant | null;
  role: string | null;
  contact: string | null;
  level: number;
}

const toCountry = (row: CountryRow): Country => ({
  party: row.party,
  acknowledgedAt: row.acknowledged_at,
  role: row.role,
  contact: row.contact,
  level: row.level,
});

/** The countries of alerts, those that have not acknowledged first. */
export const countriesOf = async (
  unit: Unit,
  alerts: readonly AlertId[],
): Promise<ReadonlyMap<AlertId, readonly Country[]>> => {
  const { rows } = await sql<CountryRow>`select alert, party, acknowledged_at, role, contact, level
    from watch_alert_country where alert = any(${[...alerts]}::text[])
    order by acknowledged_at desc nulls first, party`.execute(tables(unit));
  const byAlert = new Map<AlertId, Country[]>();
  for (const row of rows) byAlert.set(row.alert, [...(byAlert.get(row.alert) ?? []), toCountry(row)]);
  return byAlert;
};

/** Keeps the first acknowledgement; false where there was one, or that country was not told. */
export const acknowledge = async (
  unit: Unit,
  alert: AlertId,
  party: PartyId,
  given: {
    readonly at: Instant;
    readonly role: string;
    readonly contact: string | null;
    readonly person: PersonId | null;
    readonly heardAt: Instant;
  },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update watch_alert_country
    set acknowledged_at = ${given.at}, role = ${given.role}, contact = ${given.contact},
      person = ${given.person}, heard_at = ${given.heardAt}
    where alert = ${alert} and party = ${party} and acknowledged_at is null`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** Countries whose time is over and that are not yet escalated as far as they may be; as the house. */
export const countriesOverdue = async (
  unit: Unit,
  now: Instant,
  limit: number,
): Promise<readonly { readonly alert: AlertId; readonly party: PartyId; readonly level: number }[]> => {
  const { rows } = await sql<{ alert: AlertId; party: PartyId; level: number }>`
    select c.alert, c.party, c.level from watch_alert_country c join watch_alert a on a.id = c.alert
    where c.acknowledged_at is null and a.ended_at is null and c.level < ${highestLevel}
      and a.acknowledge_by + (c.level * a.acknowledge_ms) * interval '1 millisecond' <= ${now}::timestamptz
    order by a.acknowledge_by, c.alert, c.party limit ${limit}`.execute(tables(unit));
  return rows;
};

/** Raises the level, once: false where another process did, or it was acknowledged meanwhile. */
export const escalate = async (
  unit: Unit,
  alert: AlertId,
  party: PartyId,
  level: number,
  at: Instant,
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update watch_alert_country
    set level = ${level}, escalated_at = ${at}
    where alert = ${alert} and party = ${party} and acknowledged_at is null and level < ${level}`.execute(
    tables(unit),
  );
  return numAffectedRows > 0n;
};

/** Sent or received alerts that some country has not acknowledged, as far as the reader may see them. */
export const openAlerts = async (
  unit: Unit,
): Promise<readonly { readonly id: AlertId; readonly title: string; readonly dueAt: Instant }[]> => {
  const { rows } = await sql<{ id: AlertId; title: string; dueAt: Instant }>`
    select a.id, a.headline as title, a.acknowledge_by as "dueAt" from watch_alert a
    where a.state <> 'draft' and a.ended_at is null and exists (select 1 from watch_alert_country c
      where c.alert = a.id and c.acknowledged_at is null)
    order by a.acknowledge_by, a.id limit ${alertLimits.listed}`.execute(tables(unit));
  return rows;
};

/** Deletes alerts that have come to their date; as the house. */
export const eraseAlertsDue = async (unit: Unit, day: Day): Promise<readonly AlertId[]> => {
  const { rows } = await sql<{ id: AlertId }>`
    delete from watch_alert where erase_on <= ${day}::date returning id`.execute(tables(unit));
  return rows.map(({ id }) => id);
};
