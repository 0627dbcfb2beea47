/** SQL of people and desks. What a reader may not see is simply not there: row security decides. */
import { sql } from 'kysely';
import type { Role } from '../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Desk } from './contract.ts';
import { partiesLimits } from './limits.ts';
import { type PersonFile, sameEmail } from './person.ts';
import type { PersonRow } from './rows.ts';
import type { PartiesTables } from './tables-store.ts';

const tablesOf = (unit: Unit) => unit.tables<PartiesTables>();

export const personOf = (row: PersonRow): PersonFile => ({
  id: row.id,
  party: row.party,
  name: row.name,
  nameArabic: row.name_arabic,
  email: row.email,
  roles: row.roles,
  clearance: row.clearance,
  languages: row.languages,
  desks: row.desks,
  circles: row.circles,
  state: row.state,
  demo: row.demo,
  createdAt: row.created_at,
});

/** Writes the service that this database belongs to, once; returns whose it is. */
export const claimDatabase = async (unit: Unit, party: PartyId): Promise<PartyId> => {
  await tablesOf(unit)
    .insertInto('own_service')
    .values({ party })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tablesOf(unit).selectFrom('own_service').select('party').executeTakeFirstOrThrow();
  return row.party;
};

export const readPerson = async (unit: Unit, id: PersonId): Promise<PersonFile | null> => {
  const row = await tablesOf(unit).selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? personOf(row) : null;
};

/** As `readPerson`; others who change the same person wait until this transaction ends. */
export const lockPerson = async (unit: Unit, id: PersonId): Promise<PersonFile | null> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? personOf(row) : null;
};

export const findPersonByEmail = async (unit: Unit, email: string): Promise<PersonFile | null> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .selectAll()
    .where(sql`lower(email)`, '=', sameEmail(email))
    .executeTakeFirst();
  return row ? personOf(row) : null;
};

export const findPersonBySubject = async (unit: Unit, subject: string): Promise<PersonFile | null> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .selectAll()
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
  return row ? personOf(row) : null;
};

/** Ties a person to the provider's subject unless he is tied already; true when it is his now. */
export const keepSubject = async (unit: Unit, person: PersonId, subject: string): Promise<boolean> => {
  await tablesOf(unit)
    .updateTable('person')
    .set({ oidc_subject: subject })
    .where('id', '=', person)
    .where('oidc_subject', 'is', null)
    .execute();
  const row = await tablesOf(unit)
    .selectFrom('person')
    .select('oidc_subject')
    .where('id', '=', person)
    .executeTakeFirst();
  return row?.oidc_subject === subject;
};

export const readPeople = async (unit: Unit): Promise<PersonFile[]> => {
  const rows = await tablesOf(unit)
    .selectFrom('person')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(partiesLimits.people)
    .execute();
  return rows.map(personOf);
};

export const countPeople = async (unit: Unit): Promise<number> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

export const hasPersonWithRole = async (unit: Unit, role: Role): Promise<boolean> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`${role} = any(roles)`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const hasDemoAccounts = async (unit: Unit): Promise<boolean> => {
  const row = await tablesOf(unit)
    .selectFrom('person')
    .select('id')
    .where('demo', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

const rowOf = (person: PersonFile): Omit<PersonRow, 'oidc_subject'> => ({
  id: person.id,
  party: person.party,
  name: person.name,
  name_arabic: person.nameArabic,
  email: person.email,
  roles: person.roles,
  clearance: person.clearance,
  languages: person.languages,
  desks: person.desks,
  circles: person.circles,
  state: person.state,
  demo: person.demo,
  created_at: person.createdAt,
});

/** False when somebody has the e-mail address already. */
export const insertPerson = async (unit: Unit, person: PersonFile): Promise<boolean> => {
  const result = await tablesOf(unit)
    .insertInto('person')
    .values({ ...rowOf(person), oidc_subject: null })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const updatePerson = async (unit: Unit, person: PersonFile): Promise<void> => {
  await tablesOf(unit).updateTable('person').set(rowOf(person)).where('id', '=', person.id).execute();
};

/** A person proved himself for the first time: he is active from now on. */
export const activatePerson = async (unit: Unit, person: PersonId): Promise<void> => {
  await tablesOf(unit)
    .updateTable('person')
    .set({ state: 'active' })
    .where('id', '=', person)
    .where('state', '=', 'invited')
    .execute();
};

export const readDesks = async (unit: Unit): Promise<Desk[]> => {
  const rows = await tablesOf(unit)
    .selectFrom('desk')
    .select(['id', 'name', 'partner', 'fields'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(partiesLimits.desks)
    .execute();
  return rows.map((row) => ({ ...row, fields: [...row.fields] }));
};

export const insertDesk = async (unit: Unit, desk: Desk, at: Instant): Promise<void> => {
  await tablesOf(unit)
    .insertInto('desk')
    .values({ ...desk, name: JSON.stringify(desk.name), created_at: at })
    .execute();
};
