/** What comes round: content that has come to its date, and drafts whose entries were erased in the log. */
import { dayOf } from '../../../kernel/time.ts';
import { mayReadSitrep } from './policy.ts';
import { announce, loadSitrep, type SitrepNeeds } from './sitrep-service.ts';
import * as store from './sitrep-store.ts';

/** Versions erased in one round. */
const erasedAtOnce = 500;

/** Erases the content of versions on their date; the version itself stays, and says so. */
export const createSitrepErasing = (needs: SitrepNeeds) => async (): Promise<void> => {
  const { house: actor, database, verbs, clock } = needs;
  const due = await database.transact(actor, (unit) =>
    store.sitrepsDue(unit, dayOf(clock.now()), erasedAtOnce),
  );
  for (const { id } of due)
    await verbs.run({ actor, verb: 'watch.erase-sitrep', subject: id }, async (work) => {
      const sitrep = await loadSitrep(work.unit, id);
      work.permit(mayReadSitrep(actor, sitrep));
      await store.deleteContent(work.unit, id);
      await store.setState(work.unit, id, 'erased');
      work.note({ eraseOn: sitrep.marking.eraseOn });
      await announce(needs, work.unit, id);
    });
};
