/** The SQL of a service's own templates. */
import type { ColumnType, Selectable } from 'kysely';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Field } from '../../../kernel/marking.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type Template, type TemplateDraft, templateLimits } from './contract.ts';

interface TemplateTable {
  id: string;
  holder: PartyId;
  field: Field;
  draft: ColumnType<TemplateDraft, string, string>;
  version: number;
  retired_at: Instant | null;
  changed_by: PersonId | null;
  changed_at: Instant;
}
const tables = (unit: Unit) => unit.tables<{ request_template: TemplateTable }>();

const toTemplate = (row: Selectable<TemplateTable>): Template => ({
  ...row.draft,
  id: row.id,
  builtIn: false,
  version: row.version,
  retiredAt: row.retired_at,
});

export const listTemplates = async (unit: Unit): Promise<readonly Template[]> => {
  const rows = await tables(unit)
    .selectFrom('request_template')
    .selectAll()
    .orderBy('field')
    .orderBy('id')
    .limit(templateLimits.templates)
    .execute();
  return rows.map(toTemplate);
};

/** Held until the end of the transaction. */
export const lockTemplate = async (unit: Unit, id: string): Promise<Template | null> => {
  const row = await tables(unit)
    .selectFrom('request_template')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toTemplate(row) : null;
};

export const putTemplate = async (
  unit: Unit,
  { id, builtIn: _builtIn, version, retiredAt, ...draft }: Template,
  how: { readonly holder: PartyId; readonly by: PersonId | null; readonly at: Instant },
): Promise<void> => {
  const kept = { field: draft.field, version, retired_at: retiredAt, changed_by: how.by, changed_at: how.at };
  const changing = { ...kept, draft: JSON.stringify(draft) };
  await tables(unit)
    .insertInto('request_template')
    .values({ id, holder: how.holder, ...changing })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
};
