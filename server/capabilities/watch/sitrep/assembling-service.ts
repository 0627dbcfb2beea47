/** The verbs that begin a version: assembled from log and requests, or begun anew from the one before it. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { newId, type SitrepId } from '../../../kernel/ids.ts';
import { dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { consultationPolicy } from '../../exchange/index.ts';
import { watchLimits } from '../contract.ts';
import { assemble, type MarkingFrame, markingOver, type Period, tellsOfPersons } from './assembly.ts';
import { type Assemble, type Sitrep, sitrepLimits } from './contract.ts';
import { mayAssemble, mayWorkOn } from './policy.ts';
import { products } from './products.ts';
import type { StoredSitrep } from './sitrep.ts';
import {
  announce,
  loadSitrep,
  permitContent,
  presentSitrep,
  requireState,
  type SitrepNeeds,
} from './sitrep-service.ts';
import * as store from './sitrep-store.ts';
import { readPeriod } from './source-store.ts';
import { productTitles, reportBasis } from './words.ts';

export const createAssembling = (needs: SitrepNeeds) => {
  const { verbs, clock, self } = needs;

  /** From the end of the last one that went out, to now, unless he says otherwise. */
  const periodOf = async (unit: Unit, asked: Assemble) => {
    const now = clock.now();
    const until = asked.until ?? now;
    const last = asked.from === undefined ? await store.lastSent(unit, asked, until) : null;
    const lookBack = later(until, -products[asked.product].lookBackHours * 3_600_000);
    const from = asked.from ?? last?.until ?? lookBack;
    const moments = [from, until].map((at) => Date.parse(at));
    const [begins = Number.NaN, ends = Number.NaN] = moments;
    const days = sitrepLimits.periodDays;
    const isSound = begins < ends && ends <= Date.parse(now) && ends - begins <= days * dayMs;
    if (!isSound) throw new Fault('watch/sitrep-period', { days });
    return { from: new Date(begins).toISOString(), until: new Date(ends).toISOString() };
  };

  /** Its members, this service first; a circle of others, or of this service alone, gets no product. */
  const partiesOf = async (unit: Unit, { circle: id }: Pick<Assemble, 'circle'>) => {
    const circle = await needs.agreements.findCircle(unit, id);
    const others = circle?.members.filter((party) => party !== self) ?? [];
    if (circle?.members.includes(self) !== true || others.length === 0)
      throw new Fault('watch/sitrep-circle');
    return [self, ...others];
  };

  /** Entries that the node's owner keeps from him, asked once for each marking. */
  const hiddenIn = async (unit: Unit, actor: Actor, { entries, corrections }: Period) => {
    const verdicts = new Map<string, boolean>();
    const hidden = new Set<(typeof entries)[number]['id']>();
    for (const { id, holder, marking } of [...entries, ...corrections]) {
      const { tlp, field, purpose, personCategories, releasableTo } = marking;
      const key = JSON.stringify([tlp, field, purpose, personCategories, releasableTo]);
      const known = verdicts.get(key);
      const refused = known ?? (await needs.isTightened(unit, actor, { originator: holder, marking }));
      verdicts.set(key, refused);
      if (refused) hidden.add(id);
    }
    return hidden;
  };

  const frameOf = (asked: Assemble, parties: MarkingFrame['releasableTo'], now: Instant): MarkingFrame => {
    const { marking } = products[asked.product];
    return {
      ...marking,
      tlp: asked.tlp ?? marking.tlp,
      legalBasis: reportBasis[asked.language],
      releasableTo: parties,
      reviewOn: dayOf(later(now, watchLimits.reviewAfterDays * dayMs)),
      eraseOn: dayOf(later(now, watchLimits.eraseAfterDays * dayMs)),
    };
  };

  /** What the period holds for the circle, sorted into the product. */
  const gather = async (
    unit: Unit,
    actor: Actor,
    { asked, names }: { asked: Assemble; names: Awaited<ReturnType<SitrepNeeds['names']>> },
  ) => {
    const now = clock.now();
    const span = await periodOf(unit, asked);
    const parties = await partiesOf(unit, asked);
    const frame = frameOf(asked, parties, now);
    const period = await readPeriod(unit, span.from, span.until);
    if (period.entries.length > sitrepLimits.entries)
      throw new Fault('watch/sitrep-too-many', { limit: sitrepLimits.entries });
    const requests = await needs.requests.told(unit, { ...span, limit: sitrepLimits.requests + 1 });
    if (requests.length > sitrepLimits.requests)
      throw new Fault('watch/sitrep-too-many-requests', { limit: sitrepLimits.requests });
    const { language } = asked;
    const frameOfAll = {
      language,
      nameOf: (party: MarkingFrame['releasableTo'][number]) => names.get(party)?.[language] ?? '?',
    };
    const assembled = assemble(
      { ...period, requests },
      {
        ...frameOfAll,
        product: products[asked.product],
        tlp: frame.tlp,
        parties,
        today: dayOf(now),
        reasonStated: consultationPolicy.mayConsult(actor, true).kind === 'allowed',
        hidden: await hiddenIn(unit, actor, period),
      },
    );
    if (assembled.sources.length > sitrepLimits.paragraphs)
      throw new Fault('watch/sitrep-too-many', { limit: sitrepLimits.paragraphs });
    return { ...assembled, span, marking: markingOver(frame, assembled.sources, dayOf(now)) };
  };

  return {
    /** A draft of the product for the circle: what may go to all of its members, and nothing else. */
    assemble: async (actor: Actor, asked: Assemble): Promise<Sitrep> => {
      const names = await needs.names();
      return verbs.run({ actor, verb: 'watch.assemble', subject: null }, async (work) => {
        const { unit, permit, note, subject } = work;
        const tlp = asked.tlp ?? products[asked.product].marking.tlp;
        permit(mayAssemble(actor, self, tlp));
        const { sections, sources, leftOut, span, marking } = await gather(unit, actor, { asked, names });
        await needs.permitTightened(work, actor, 'compose', { originator: self, marking });
        const id = newId('sitrep');
        const now = clock.now();
        const author = actor.kind === 'person' ? actor.person : null;
        const personal = tellsOfPersons(sections);
        const sitrep: StoredSitrep = {
          ...{ id, series: id, version: 1, revision: 1, holder: self, state: 'draft' },
          ...{ product: asked.product, circle: asked.circle, ...span, marking, personal, corrects: null },
          ...{ assembledBy: author, editors: author === null ? [] : [author], leftOut },
          ...{ assembledAt: now, editedAt: now, ...notYet },
        };
        const content = { title: productTitles[asked.product], sections, sources };
        await store.insertSitrep(unit, sitrep, content);
        await announce(needs, unit, id);
        subject(id);
        const { product, circle } = asked;
        note({ product, circle, sources: sources.length, leftOut, ...(personal ? { personal } : {}) });
        return presentSitrep(needs, unit, sitrep, content);
      });
    },

    /** The next version, a draft that begins as the last one ended and says that it corrects it. */
    beginVersion: (actor: Actor, id: SitrepId): Promise<Sitrep> =>
      verbs.run({ actor, verb: 'watch.begin-sitrep-version', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const before = await loadSitrep(unit, id);
        permit(mayWorkOn(actor, self, before));
        await permitContent(needs, work, actor, before);
        const [newest] = await store.versionsOf(unit, before.series);
        if (newest?.id !== before.id) throw new Fault('watch/sitrep-state', { state: newest?.state ?? '' });
        requireState(before, 'version');
        const content = await store.findContent(unit, id);
        if (content === null) throw new Fault('watch/sitrep-gone');
        const parties = await partiesOf(unit, before);
        // Its sources were taken for those who were in the circle then: who joined since gets none of them.
        if (parties.some((party) => !before.marking.releasableTo.includes(party)))
          throw new Fault('watch/sitrep-circle-changed');
        if (before.state === 'approved') await store.setState(unit, id, 'superseded');
        const now = clock.now();
        const author = actor.kind === 'person' ? actor.person : null;
        const known = before.editors.filter((editor) => editor !== author);
        const sitrep: StoredSitrep = {
          ...before,
          ...{ id: newId('sitrep'), version: before.version + 1, revision: 1, state: 'draft', corrects: id },
          marking: { ...before.marking, releasableTo: parties },
          ...{ assembledBy: author, editors: author === null ? known : [...known, author] },
          ...{ assembledAt: now, editedAt: now, ...notYet },
        };
        await store.insertSitrep(unit, sitrep, content);
        await announce(needs, unit, sitrep.id);
        note({ corrects: id, sitrep: sitrep.id, version: sitrep.version });
        return presentSitrep(needs, unit, sitrep, content);
      }),
  };
};

/** What has not happened to a draft. */
const notYet = {
  contentHash: null,
  approvedBy: null,
  approvedAt: null,
  item: null,
  sentAt: null,
} as const;
