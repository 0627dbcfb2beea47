/** The verbs that read: the list, what is due today, a version, all versions, what changed, documents. */
import { type Actor, refuse } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { SitrepId } from '../../../kernel/ids.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { PrintedDocument } from '../../../plumbing/documents/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { compare, mayStandBeside } from './comparison.ts';
import {
  type Comparison,
  type DocumentQuery,
  type Due,
  productKinds,
  type Sitrep,
  type SitrepFilter,
  type SitrepPage,
  type SitrepRow,
} from './contract.ts';
import { printSitrep } from './document.ts';
import { renderPage } from './page.ts';
import { mayListSitreps, mayReadSitrep } from './policy.ts';
import { products } from './products.ts';
import { entriesIn, type SitrepContent, type StoredSitrep } from './sitrep.ts';
import {
  contentShown,
  permitContent,
  presentRow,
  presentSitrep,
  type SitrepNeeds,
} from './sitrep-service.ts';
import * as store from './sitrep-store.ts';
import { filesOf } from './source-store.ts';

/** A document as it is given out. */
export type GivenDocument =
  | { readonly format: 'pdf'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly format: 'html'; readonly name: string; readonly text: string };

export const createSitrepReading = (needs: SitrepNeeds) => {
  const { verbs, clock, self, timeZone } = needs;

  const load = async (work: Work, actor: Actor, id: SitrepId): Promise<StoredSitrep> => {
    const sitrep = await store.findSitrep(work.unit, id);
    if (sitrep === null) throw new Fault('access/absent');
    work.permit(mayReadSitrep(actor, sitrep));
    await permitContent(needs, work, actor, sitrep);
    return sitrep;
  };

  /** The version before it, else the last one of this product that the circle got. */
  const before = async (unit: Unit, sitrep: StoredSitrep) => {
    const earlier =
      sitrep.corrects === null
        ? await store.lastSent(unit, sitrep, sitrep.until)
        : await store.findSitrep(unit, sitrep.corrects);
    // What was taken back from those who had it does not come back to them as something removed.
    if (earlier === null || earlier.state === 'recalled' || !mayStandBeside(earlier, sitrep)) return null;
    const content = await store.findContent(unit, earlier.id);
    return content === null ? null : { sitrep: earlier, content };
  };

  const comparisonOf = async (work: Work, actor: Actor, sitrep: StoredSitrep, content: SitrepContent) => {
    const earlier = await before(work.unit, sitrep);
    if (earlier === null) return null;
    await permitContent(needs, work, actor, earlier.sitrep);
    return { against: earlier.sitrep, sections: compare(earlier.content, content) };
  };

  const contentOf = async (unit: Unit, sitrep: StoredSitrep): Promise<SitrepContent> => {
    const content = await contentShown(needs, unit, sitrep);
    if (content === null) throw new Fault('watch/sitrep-gone');
    return content;
  };

  /** The document as a value; which entries stand in it is settled before anything is typeset. */
  const print = (actor: Actor, id: SitrepId, query: DocumentQuery): Promise<PrintedDocument> =>
    verbs.run({ actor, verb: 'watch.print-sitrep', subject: id }, async (work) => {
      const sitrep = await load(work, actor, id);
      const { unit, permit, note } = work;
      // A reason is stated by people: what tells of persons does not go through the operator's door.
      if (sitrep.personal && actor.kind !== 'person')
        permit(refuse('watch/reason-is-a-persons', 'parties/reason-needed'));
      const content = await contentOf(unit, sitrep);
      const { language = 'en', format = 'pdf' } = query;
      const circle = await needs.agreements.findCircle(unit, sitrep.circle);
      note({ language, format, purpose: sitrep.marking.purpose });
      return printSitrep({
        ...{ sitrep, content, language, timeZone, issuer: needs.service.name, now: clock.now() },
        circle: circle?.name ?? null,
        files: await filesOf(unit, entriesIn(content.sections)),
        marks: query.marks === true ? await comparisonOf(work, actor, sitrep, content) : null,
      });
    });

  return {
    list: (actor: Actor, filter: SitrepFilter): Promise<SitrepPage> =>
      verbs.read({ actor, verb: 'watch.list-sitreps', subject: null }, async ({ unit, permit }) => {
        permit(mayListSitreps(actor, self));
        const found = await store.listSitreps(unit, filter);
        return { items: found.items.map(presentRow), next: found.next, timeZone };
      }),

    /** The products of today by the centre's clock, with what was made of them. */
    due: (actor: Actor): Promise<Due> =>
      verbs.read({ actor, verb: 'watch.list-sitreps', subject: null }, async ({ unit, permit }) => {
        permit(mayListSitreps(actor, self));
        const { day } = wallTimeOf(timeZone, clock.now());
        const next = dayOf(later(`${day}T12:00:00.000Z`, dayMs));
        const [from, until] = [day, next].map((at) => momentOf(timeZone, { day: at, time: '00:00' }));
        if (from === null || until === null || from === undefined || until === undefined) return [];
        const made = await store.sitrepsEnding(unit, from, until);
        return productKinds.flatMap((product) => {
          const time = products[product].dueAt;
          const dueAt = time === null ? null : momentOf(timeZone, { day, time });
          const sitreps = made.filter((one) => one.product === product).map(presentRow);
          return dueAt === null ? [] : [{ product, dueAt, sitreps }];
        });
      }),

    /** A consultation: what it holds of persons is shown to who has stated why. */
    read: (actor: Actor, id: SitrepId): Promise<Sitrep> =>
      verbs.run({ actor, verb: 'watch.read-sitrep', subject: id }, async (work) => {
        const sitrep = await load(work, actor, id);
        work.note({ purpose: sitrep.marking.purpose });
        return presentSitrep(needs, work.unit, sitrep, await contentShown(needs, work.unit, sitrep));
      }),

    versions: (actor: Actor, id: SitrepId): Promise<SitrepRow[]> =>
      verbs.read({ actor, verb: 'watch.list-sitreps', subject: id }, async ({ unit, permit }) => {
        const sitrep = await store.findSitrep(unit, id);
        if (sitrep === null) throw new Fault('access/absent');
        permit(mayReadSitrep(actor, sitrep));
        return (await store.versionsOf(unit, sitrep.series)).map(presentRow);
      }),

    /** What changed against the version before, or against the last product that this circle got. */
    compare: (actor: Actor, id: SitrepId): Promise<Comparison> =>
      verbs.run({ actor, verb: 'watch.compare-sitrep', subject: id }, async (work) => {
        const sitrep = await load(work, actor, id);
        const found = await comparisonOf(work, actor, sitrep, await contentOf(work.unit, sitrep));
        if (found === null) return { against: null, sections: [] };
        const { id: earlier, version, until, series } = found.against;
        work.note({ against: earlier });
        return {
          against: { id: earlier, version, until, same: series === sitrep.series },
          sections: found.sections,
        };
      }),

    print,

    /** The document, typeset or as a page. Typesetting holds no transaction open. */
    document: async (actor: Actor, id: SitrepId, query: DocumentQuery): Promise<GivenDocument> => {
      const printed = await print(actor, id, query);
      const name = `${printed.reference.replace('/', '-v')}-${printed.language}`;
      return query.format === 'html'
        ? { format: 'html', name: `${name}.html`, text: renderPage(printed) }
        : { format: 'pdf', name: `${name}.pdf`, bytes: await needs.typesetter.typeset(printed) };
    },
  };
};
