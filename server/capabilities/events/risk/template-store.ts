/** The SQL of templates that this service wrote or changed. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import { riskLimits } from './limits.ts';
import type { TemplateDraft } from './template-contract.ts';

/** A template of this service's own, or one of the program's as it was changed. */
export interface StoredTemplate {
  readonly id: string;
  readonly draft: TemplateDraft;
  readonly version: number;
  readonly retiredAt: Instant | null;
}

const columns = sql`id, draft, version, retired_at as "retiredAt"`;

export const listTemplates = async (unit: Unit): Promise<readonly StoredTemplate[]> => {
  const { rows } = await sql<StoredTemplate>`select ${columns} from events_risk_template
    order by id limit ${riskLimits.templates}`.execute(tables(unit));
  return rows;
};

/** Held until the end of the transaction: two who write templates come one after the other. */
export const lockTemplates = async (unit: Unit): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${templatesLock})`.execute(tables(unit));
};
const templatesLock = 7_361_091;

export const putTemplate = async (
  unit: Unit,
  template: StoredTemplate,
  how: { readonly holder: PartyId; readonly by: string; readonly at: Instant },
): Promise<void> => {
  await sql`insert into events_risk_template (id, holder, draft, version, retired_at, changed_by, changed_at)
    values (${template.id}, ${how.holder}, ${JSON.stringify(template.draft)}, ${template.version},
      ${template.retiredAt}, ${how.by}, ${how.at})
    on conflict (id) do update set draft = excluded.draft, version = excluded.version,
      retired_at = excluded.retired_at, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at`.execute(tables(unit));
};
