/** The verbs of a table: look at what would become of it, and make one draft of it. */
import type { Actor } from '../../../kernel/decision.ts';
import { permitReason } from '../consultation/consultation-service.ts';
import { holdsPersonalData } from '../consultation/personal-data.ts';
import type { ItemDraft } from '../contract.ts';
import { createDraftWriting } from '../draft-writing-service.ts';
import type { ExchangeNeeds } from '../item-service.ts';
import { mayCompose } from '../policy.ts';
import type { CsvFile, CsvImportReport, CsvReport } from './contract.ts';
import { type CsvReading, readCsv } from './reading.ts';

/** May this reading be stored? All of it sound, or its sound rows where the others are to be left out. */
const mayStore = ({ report, objects, fileUnsound }: CsvReading, leaveOut: boolean): boolean =>
  !fileUnsound && objects.length > 0 && (leaveOut || report.soundCount === report.rowCount);

/** A table of persons is personal data before a row of it is sound. */
const isOfPersons = ({ kind }: CsvFile, objects: CsvReading['objects']): boolean =>
  kind === 'persons' || holdsPersonalData({ personCategories: [] }, objects);

/** Makes the verbs. They throw the faults of writing a draft; what is wrong in the table is in the report. */
export const createCsvImport = (needs: ExchangeNeeds) => {
  const { verbs, clock, self } = needs;
  const { put, fresh } = createDraftWriting(needs);
  const context = () => ({ self, at: clock.now() });

  return {
    /** What the file is and what would become of it, row by row. Stores nothing. */
    preview: (actor: Actor, file: CsvFile): Promise<CsvReport> =>
      verbs.run({ actor, verb: 'exchange.preview-csv', subject: null }, async (work) => {
        const { permit, note } = work;
        permit(mayCompose(actor, self, 'clear'));
        const { report, objects } = readCsv(file, context(), null);
        permitReason(work, actor, isOfPersons(file, objects));
        note({ kind: file.kind, rowCount: report.rowCount, problemCount: report.problemCount });
        return report;
      }),

    /** Makes one draft of the table, or none of it; `leaveOut` leaves out the rows that are not sound. */
    importTable: (
      actor: Actor,
      file: CsvFile,
      draft: Omit<ItemDraft, 'objects'>,
      leaveOut: boolean,
    ): Promise<CsvImportReport> =>
      verbs.run({ actor, verb: 'exchange.import-csv', subject: null }, async (work) => {
        const { unit, permit, note, subject } = work;
        permit(mayCompose(actor, self, draft.marking.tlp));
        const reading = readCsv(file, context(), draft.marking.personCategories);
        const { report, objects } = reading;
        permitReason(work, actor, isOfPersons(file, objects));
        note({ kind: file.kind, rowCount: report.rowCount, soundCount: report.soundCount });
        if (!mayStore(reading, leaveOut)) return { stored: false, item: null, report };
        const personCategories = [...new Set([...draft.marking.personCategories, ...report.categories])];
        const before = await fresh(unit, actor, draft.marking);
        subject(before.id);
        const marking = { ...draft.marking, personCategories };
        await put({ unit, permit }, actor, { ...draft, marking, objects: [...objects] }, before);
        return { stored: true, item: before.id, report };
      }),
  };
};

/** The verbs of a table. */
export type CsvImport = ReturnType<typeof createCsvImport>;
