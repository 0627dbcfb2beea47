/** The verbs that read the log: pages, search, and one entry, which is a consultation. */
import type { Actor } from '../../../kernel/decision.ts';
import type { EntryId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { stemsOf } from '../../../plumbing/search/index.ts';
import { consultationPolicy } from '../../exchange/index.ts';
import { mayList, mayRead } from '../policy.ts';
import { untightened } from '../tightening-service.ts';
import type { Entry, EntryFilter, EntryPage, Origin } from './contract.ts';
import { listEntries, searchEntries } from './list-store.ts';
import { type LogNeeds, loadEntry, presentEntry } from './log-service.ts';
import { originOf } from './log-store.ts';
import { questionWords, readQuestion, writeQuestion } from './search-query.ts';

export const createLogReading = (
  needs: Pick<LogNeeds, 'verbs' | 'self' | 'permitTightened' | 'isTightened'>,
) => {
  const { verbs, self } = needs;

  const present = async (
    unit: Unit,
    actor: Actor,
    found: Awaited<ReturnType<typeof listEntries>>,
  ): Promise<Pick<EntryPage, 'items' | 'next'>> => {
    const entries = await untightened(needs, unit, actor, found.items);
    const showing = { self, reader: actor.party, opened: false };
    return { items: entries.map((entry) => presentEntry(entry, showing)), next: found.next };
  };

  const search = (actor: Actor, filter: EntryFilter, question: string): Promise<EntryPage> =>
    verbs.run({ actor, verb: 'watch.search', subject: null }, async ({ unit, permit, note }) => {
      permit(mayList(actor));
      const withPersonal = consultationPolicy.mayConsult(actor, true).kind === 'allowed';
      const terms = readQuestion(question);
      const written = writeQuestion(terms, await stemsOf(unit, questionWords(terms)));
      if (written === null) return { items: [], next: null, personalLeftOut: !withPersonal };
      const found = await searchEntries(unit, written, filter, actor.party === self ? 'own' : 'guest');
      const personal = found.items.some((entry) => entry.personal);
      note({ found: found.items.length, ...(personal ? { personal } : {}) });
      return { ...(await present(unit, actor, found)), personalLeftOut: !withPersonal };
    });

  return {
    /** A page of the log; with a question, of what answers it, which is journalled as a search. */
    list: (actor: Actor, filter: EntryFilter): Promise<EntryPage> => {
      const question = filter.q?.trim() ?? '';
      if (question !== '') return search(actor, filter, question);
      return verbs.read({ actor, verb: 'watch.list', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor));
        const found = await listEntries(unit, filter);
        return { ...(await present(unit, actor, found)), personalLeftOut: false };
      });
    },

    /** The entry of which an item, a request or an alert was made, by its number: no word of it. */
    origin: (actor: Actor, target: string): Promise<Origin> =>
      verbs.read({ actor, verb: 'watch.origin', subject: target }, async ({ unit, permit }) => {
        permit(mayList(actor));
        const found = await originOf(unit, target);
        return { entry: found === null ? null : { id: found.entry, number: found.number } };
      }),

    /** A consultation: what it holds of persons is shown to who has stated why. */
    read: (actor: Actor, id: EntryId): Promise<Entry> =>
      verbs.run({ actor, verb: 'watch.read', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const entry = await loadEntry(unit, id);
        permit(mayRead(actor, entry));
        await needs.permitTightened(work, actor, 'read', {
          originator: entry.holder,
          marking: entry.marking,
        });
        if (entry.personal && entry.erasedAt === null) {
          const decision = consultationPolicy.mayConsult(actor, true);
          if (decision.kind === 'refused') permit(decision);
          note({ personal: true });
        }
        note({ purpose: entry.marking.purpose });
        return presentEntry(entry, { self, reader: actor.party, opened: true });
      }),
  };
};
