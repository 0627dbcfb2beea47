/** The verbs of who writes: edit, discard, approve. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { SitrepId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank } from '../../../kernel/marking.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { consultationPolicy } from '../../exchange/index.ts';
import { watchLimits } from '../contract.ts';
import { markingOver, tellsOfPersons } from './assembly.ts';
import { type Edit, type Section, type Sitrep, sitrepLimits } from './contract.ts';
import { mayApprove, mayAssemble, mayWorkOn } from './policy.ts';
import { products } from './products.ts';
import {
  hashContent,
  keyOf,
  type SitrepContent,
  type Source,
  type StoredSitrep,
  shownSource,
} from './sitrep.ts';
import {
  announce,
  contentShown,
  loadSitrep,
  permitContent,
  presentSitrep,
  requireFresh,
  requireRevision,
  requireState,
  type SitrepNeeds,
  staleIn,
} from './sitrep-service.ts';
import * as store from './sitrep-store.ts';

const requireLimits = ({ sections }: Edit): void => {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const letters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (paragraphs.length > sitrepLimits.paragraphs)
    throw new Fault('watch/sitrep-too-long', { limit: sitrepLimits.paragraphs });
  if (letters > sitrepLimits.text) throw new Fault('watch/sitrep-too-long', { limit: sitrepLimits.text });
};

/** What was written, each paragraph with the source that the node itself knows of it. */
const sectionsOf = (edit: Edit, { sections, sources }: SitrepContent): readonly Section[] => {
  // Those it was begun with: a product may have got another section since.
  const wanted = sections.map(({ key }) => key);
  const isTemplate =
    edit.sections.length === wanted.length && edit.sections.every(({ key }, at) => key === wanted[at]);
  if (!isTemplate) throw new Fault('watch/sitrep-section');
  const known = new Map(sources.map((source) => [keyOf(source), source]));
  const ids = new Set<string>();
  const seen = new Set<string>();
  return edit.sections.map(({ key, paragraphs }) => ({
    key,
    paragraphs: paragraphs.map(({ id, text, language, entry, request = null }) => {
      const key = entry ?? request;
      const source = key === null ? null : known.get(key);
      if (source === undefined || ids.has(id) || (key !== null && seen.has(key)))
        throw new Fault('watch/sitrep-unknown-source');
      ids.add(id);
      if (key !== null) seen.add(key);
      return { id, text, language, source: source === null ? null : shownSource(source) };
    }),
  }));
};

/** A fault where what stands in it is under a stricter label than it is itself. */
const requireLabel = (content: SitrepContent, tlp: Tlp): void => {
  if (standing(content.sections, content.sources).some((source) => tlpRank(source.tlp) > tlpRank(tlp)))
    throw new Fault('watch/sitrep-label', { label: `TLP:${tlp.toUpperCase()}` });
};

const standing = (sections: readonly Section[], sources: readonly Source[]): readonly Source[] => {
  const stands = new Set(
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ source }) => (source === null ? [] : [keyOf(source)])),
    ),
  );
  return sources.filter((source) => stands.has(keyOf(source)));
};

export const createEditing = (needs: SitrepNeeds) => {
  const { verbs, clock, self } = needs;

  /** Marked anew over what stands in it now. */
  const markAnew = (sitrep: StoredSitrep, content: SitrepContent): StoredSitrep => {
    const now = clock.now();
    const { pap, handling } = products[sitrep.product].marking;
    const { tlp, field, purpose, legalBasis, releasableTo } = sitrep.marking;
    const dates = {
      reviewOn: dayOf(later(sitrep.assembledAt, watchLimits.reviewAfterDays * dayMs)),
      eraseOn: dayOf(later(sitrep.assembledAt, watchLimits.eraseAfterDays * dayMs)),
    };
    const frame = { tlp, field, purpose, legalBasis, releasableTo, pap, handling, ...dates };
    const marking = markingOver(frame, standing(content.sections, content.sources), dayOf(now));
    return { ...sitrep, marking, personal: tellsOfPersons(content.sections), editedAt: now };
  };

  const load = async (work: Work, actor: Actor, id: SitrepId) => {
    const sitrep = await loadSitrep(work.unit, id);
    work.permit(mayWorkOn(actor, self, sitrep));
    await permitContent(needs, work, actor, sitrep);
    return sitrep;
  };

  return {
    /** Keeps what was written in a draft, its title and label too. Its marking follows what stands in it. */
    edit: (actor: Actor, id: SitrepId, edit: Edit): Promise<Sitrep> =>
      verbs.run({ actor, verb: 'watch.edit-sitrep', subject: id }, async (work) => {
        const { unit, note } = work;
        const sitrep = await load(work, actor, id);
        requireState(sitrep, 'edit');
        requireRevision(sitrep, edit.revision);
        requireLimits(edit);
        const before = await contentShown(needs, unit, sitrep);
        if (before === null) throw new Fault('watch/sitrep-gone');
        const { sources } = before;
        const content = { title: edit.title, sections: sectionsOf(edit, before), sources };
        const tlp = edit.tlp ?? sitrep.marking.tlp;
        work.permit(mayAssemble(actor, self, tlp));
        requireLabel(content, tlp);
        const author = actor.kind === 'person' ? actor.person : null;
        const isKnown = author === null || sitrep.editors.includes(author);
        const edited = markAnew(
          {
            ...sitrep,
            marking: { ...sitrep.marking, tlp },
            revision: sitrep.revision + 1,
            editors: isKnown ? sitrep.editors : [...sitrep.editors, author],
          },
          content,
        );
        // What he writes of a person now, he writes for a reason that he stated.
        if (edited.personal && !sitrep.personal) {
          const decision = consultationPolicy.mayConsult(actor, true);
          if (decision.kind === 'refused') work.permit(decision);
        }
        await store.rewriteDraft(unit, edited, content);
        await announce(needs, unit, id);
        if (tlp !== sitrep.marking.tlp) note({ label: tlp });
        note({ revision: edited.revision, ...(edited.personal ? { personal: true } : {}) });
        return presentSitrep(needs, unit, edited, content);
      }),

    /** Deletes a draft; the journal keeps that it was. */
    discard: (actor: Actor, id: SitrepId, revision: number): Promise<void> =>
      verbs.run({ actor, verb: 'watch.discard-sitrep', subject: id }, async (work) => {
        const sitrep = await loadSitrep(work.unit, id);
        work.permit(mayWorkOn(actor, self, sitrep));
        requireState(sitrep, 'discard');
        requireRevision(sitrep, revision);
        await work.unit.asHouse('watch', (house) => store.deleteContent(house, id));
        await store.deleteDraft(work.unit, id);
        await announce(needs, work.unit, id);
      }),

    /** The centre head's word: from now on nothing in it is altered. */
    approve: (actor: Actor, id: SitrepId, revision: number): Promise<Sitrep> =>
      verbs.run({ actor, verb: 'watch.approve-sitrep', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const sitrep = await loadSitrep(unit, id);
        permit(mayApprove(actor, sitrep));
        await permitContent(needs, work, actor, sitrep);
        requireState(sitrep, 'approve');
        requireRevision(sitrep, revision);
        const content = await store.findContent(unit, id);
        if (content === null) throw new Fault('watch/sitrep-gone');
        if (content.sections.every(({ paragraphs }) => paragraphs.length === 0))
          throw new Fault('watch/sitrep-empty');
        requireFresh(await staleIn(needs, unit, content));
        const marked = markAnew(sitrep, content);
        await store.rewriteDraft(unit, { ...marked, editedAt: sitrep.editedAt }, content);
        const approval = {
          by: actor.kind === 'person' ? actor.person : '',
          at: clock.now(),
          hash: hashContent(marked, content),
        };
        await store.approve(unit, id, approval);
        await announce(needs, unit, id);
        note({ revision, version: sitrep.version, content: approval.hash });
        return presentSitrep(needs, unit, await loadSitrep(unit, id), content);
      }),

    /** Takes out of drafts what was erased in the log; what comes round asks for it. */
    cleanDrafts: async (): Promise<void> => {
      const { house: actor, database } = needs;
      const drafts = await database.transact(actor, store.openDrafts);
      for (const id of drafts)
        await database.transact(actor, async (unit) => {
          const sitrep = await store.lockSitrep(unit, id);
          if (sitrep?.state !== 'draft') return;
          const [kept, shown] = [await store.findContent(unit, id), await contentShown(needs, unit, sitrep)];
          if (shown === null || shown === kept || shown.sources.length === kept?.sources.length) return;
          const cleaned = { ...markAnew(sitrep, shown), revision: sitrep.revision + 1 };
          await store.rewriteDraft(unit, cleaned, shown);
          await announce(needs, unit, id);
        });
    },
  };
};
