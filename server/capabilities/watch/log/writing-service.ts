/** The verbs that write the log: an entry in one line, and what the next one would take by default. */
import { randomBytes, randomInt } from 'node:crypto';
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import { type CircleId, newId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { isVisible } from '../../../kernel/visible.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { fold, stemsOf } from '../../../plumbing/search/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import type { Circle } from '../../agreements/index.ts';
import { watchLimits } from '../contract.ts';
import { mayAddTo, mayList, mayWrite } from '../policy.ts';
import { type Brought, createAttaching } from './attaching-service.ts';
import type { Entry, EntryDefaults, EntryDraft } from './contract.ts';
import {
  type EntryContent,
  type EntryFact,
  entryMarkingErrors,
  hashContent,
  hashFact,
  markingFrom,
  namesSomeone,
  nextMarking,
  plainMarking,
} from './entry.ts';
import { type ReadLine, readLine, toldMoment } from './line-contract.ts';
import { type LogNeeds, loadEntry, presentEntry } from './log-service.ts';
import * as store from './log-store.ts';
import { entryDocument, entryWords } from './search-query.ts';

const saltBytes = 16;
/** Digits of a number at first, and how many draws may be taken before it gets one more. */
const [leastDigits, drawsPerDigit] = [5, 4];

/** A number that no entry has; longer where many are taken. */
const drawNumber = (unit: Unit): Promise<number> =>
  unit.asHouse('watch', async (house) => {
    for (let draw = 0; ; draw += 1) {
      const digits = leastDigits + Math.floor(draw / drawsPerDigit);
      const number = randomInt(10 ** (digits - 1), 10 ** digits);
      if (!(await store.isNumberTaken(house, number))) return number;
    }
  });

/** A line as it came and as it was read. */
interface Written {
  readonly draft: EntryDraft;
  readonly line: ReadLine;
}
type Place = Pick<EntryFact, 'circle' | 'marking' | 'corrects'> & Pick<EntryContent, 'event'>;

/** What the writer said, once it is known to say something and to hide nothing. */
const contentOf = ({ draft, line }: Written, usualEvent: string | null): EntryContent => {
  const [wrong] = line.problems;
  if (wrong !== undefined) throw new Fault('watch/line-unsound', { said: wrong.said });
  const content = {
    text: line.text,
    place: (line.place ?? draft.place)?.trim() || null,
    event: (line.event ?? draft.event ?? usualEvent)?.trim() || null,
  };
  if (!isVisible(content.text)) throw new Fault('watch/nothing-written');
  if (content.text.length > watchLimits.entryText)
    throw new Fault('watch/too-long', { limit: watchLimits.entryText });
  const labels = [content.place ?? '', content.event ?? ''];
  if (labels.some((label) => label.length > watchLimits.label))
    throw new Fault('watch/too-long', { limit: watchLimits.label });
  return content;
};

/** The circles that a name may mean: the one that is called so, else those that begin so. */
const circlesNamed = (said: string, circles: readonly Circle[]): readonly Circle[] => {
  const wanted = fold(said);
  const names = ({ name }: Circle): readonly string[] => Object.values(name).map(fold);
  const exact = circles.filter((circle) => names(circle).includes(wanted));
  if (exact.length > 0) return exact;
  return circles.filter((circle) => names(circle).some((name) => name.startsWith(wanted)));
};

/** By the clock of the node's zone, as the line is read. */
const aheadFault = (told: Instant, zone: string, now: Instant): Fault => {
  const timeAt = (at: Instant): string => wallTimeOf(zone, at).time;
  return new Fault('watch/time-ahead', { told: timeAt(told), now: timeAt(now), zone });
};

export const createLogWriting = (needs: LogNeeds) => {
  const { verbs, clock, self, timeZone } = needs;
  const attaching = createAttaching(needs);

  const defaultsOf = async (unit: Unit, actor: Actor, language: Language) => {
    const last = actor.kind === 'person' ? await store.lastEntryOf(unit, actor.person) : null;
    const circle = last === null ? null : await circleOf(unit, last.circle);
    return {
      circle: circle?.id ?? null,
      event: last?.content?.event ?? null,
      marking: last === null ? plainMarking(language, clock.now()) : nextMarking(last.marking, clock.now()),
    };
  };

  const circleOf = async (unit: Unit, id: CircleId | null): Promise<Circle | null> => {
    const circle = id === null ? null : await needs.agreements.findCircle(unit, id);
    return circle?.members.includes(self) === true ? circle : null;
  };

  /** The circle that the line names or that was picked; null for this service alone. */
  const pickedCircle = async (
    unit: Unit,
    picked: CircleId | null,
    named: readonly Circle[] | null,
    said: string,
  ): Promise<Circle | null> => {
    if (named !== null) {
      const [circle, ...others] = named;
      if (circle === undefined || others.length > 0) throw new Fault('watch/unknown-circle', { said });
      return circleOf(unit, circle.id);
    }
    if (picked === null) return null;
    const circle = await circleOf(unit, picked);
    if (circle === null) throw new Fault('watch/unknown-circle', { said: picked });
    return circle;
  };

  /** What a correction takes over from what it corrects; it may not be read by fewer, or by more. */
  const corrected = async (work: Pick<Work, 'unit' | 'permit'>, actor: Actor, { draft, line }: Written) => {
    if (line.corrects === undefined) return null;
    const before = await store.findFact(work.unit, { number: line.corrects });
    if (before === null) throw new Fault('watch/unknown-entry', { number: line.corrects });
    work.permit(mayAddTo(actor, self, before));
    if ((await loadEntry(work.unit, before.id)).erasedAt !== null) throw new Fault('watch/erased');
    const fields = [
      ...(line.tlp === undefined ? [] : ['tlp']),
      ...(line.circle === undefined ? [] : ['circle']),
      ...(draft.marking === undefined ? [] : ['marking']),
    ];
    if (fields.length > 0) throw new Fault('watch/correction-keeps-marking', { fields });
    return before;
  };

  /** Among whom it stands, and under which marking; what it corrects decides both. */
  const placeOf = async (
    work: Pick<Work, 'unit' | 'permit'>,
    actor: Actor,
    written: Written & { readonly named: readonly Circle[] | null },
  ): Promise<Place> => {
    const { unit } = work;
    const { draft, line, named } = written;
    const before = await corrected(work, actor, written);
    if (before !== null) {
      const categories = [...new Set([...before.marking.personCategories, ...line.categories])];
      const marking = { ...before.marking, personCategories: categories };
      return { circle: before.circle, marking, corrects: before.id, event: null };
    }
    const defaults = await defaultsOf(unit, actor, draft.language);
    const picked = draft.circle === undefined ? defaults.circle : draft.circle;
    const alone = line.circle === '-';
    const circle = alone ? null : await pickedCircle(unit, picked, named, line.circle ?? '');
    const others = circle?.members.filter((party) => party !== self) ?? [];
    const marking = markingFrom(defaults.marking, draft.marking, line);
    return {
      circle: circle?.id ?? null,
      marking: { ...marking, releasableTo: [self, ...others] },
      corrects: null,
      event: defaults.event,
    };
  };

  /** The fact, once its marking holds together and its time is one that can be meant. */
  const factOf = (
    actor: Actor,
    given: Written & {
      readonly place: Place;
      readonly content: EntryContent;
      readonly number: number;
      readonly brought: readonly Brought[];
    },
  ): Omit<EntryFact, 'contentHash'> => {
    const { draft, line, content, number, brought } = given;
    const said = brought.flatMap(({ attachment }) => [attachment.name, attachment.description ?? '']);
    const { event: _content, ...place } = given.place;
    const now = clock.now();
    const errors = entryMarkingErrors(place.marking, now);
    if (errors.length > 0) throw new Fault('watch/marking-unsound', { fields: [...errors] });
    const told = toldMoment(line.at, timeZone, now);
    if (told.kind === 'ahead') throw aheadFault(told.at, timeZone, now);
    const isPerson = actor.kind === 'person';
    return {
      ...place,
      id: newId('entry'),
      number,
      holder: self,
      kind: place.corrects === null ? (line.kind ?? 'note') : 'correction',
      author: isPerson ? actor.person : null,
      desk: isPerson ? (actor.desks[0] ?? null) : null,
      language: draft.language,
      happenedAt: told.at,
      recordedAt: now,
      personal:
        place.marking.personCategories.length > 0 ||
        [content.text, content.place ?? '', ...said].some(namesSomeone),
    };
  };

  /** Keeps it with its words, and gives what the journal says of it. */
  const keep = async (
    unit: Unit,
    fact: Omit<EntryFact, 'contentHash'>,
    content: EntryContent,
    brought: readonly Brought[],
  ) => {
    const salt = randomBytes(saltBytes).toString('base64url');
    const attachments = brought.map(({ attachment }) => attachment);
    const whole: EntryFact = { ...fact, contentHash: hashContent(salt, content, attachments) };
    const worded = { ...content, descriptions: attachments.flatMap(({ description }) => description ?? []) };
    const document = entryDocument(worded, await stemsOf(unit, entryWords(worded)));
    await store.insertEntry(unit, whole, { ...content, salt, document });
    await attaching.keep(unit, whole, brought);
    await needs.live.announce(unit, { topic: 'watch.entry', id: whole.id });
    return {
      fact: hashFact(whole),
      content: whole.contentHash,
      circle: whole.circle,
      corrects: whole.corrects,
      ...(attachments.length > 0 ? { attachments: attachments.map(({ hash }) => hash) } : {}),
      ...(whole.personal ? { personal: true } : {}),
    };
  };

  return {
    /** What the next entry of this writer takes where he says nothing. */
    defaults: (actor: Actor, language: Language): Promise<EntryDefaults> =>
      verbs.read({ actor, verb: 'watch.defaults', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor));
        const { circle, event, marking } = await defaultsOf(unit, actor, language);
        const { handling, personCategories, ...rest } = marking;
        return {
          circle,
          place: '',
          event: event ?? '',
          marking: { ...rest, handling: [...handling], personCategories: [...personCategories] },
          timeZone,
        };
      }),

    /** Writes one entry. A command that is not understood writes nothing. */
    write: async (actor: Actor, draft: EntryDraft): Promise<Entry> => {
      const line = readLine(draft.line);
      const asksCircle = line.circle !== undefined && line.circle !== '-';
      const named = asksCircle ? circlesNamed(line.circle ?? '', await needs.circles(actor)) : null;
      const brought = await attaching.bring(actor, draft.attachments ?? []);
      return verbs.run({ actor, verb: 'watch.write', subject: null }, async (work) => {
        const { unit, permit, note, subject } = work;
        permit(mayWrite(actor, self, 'clear'));
        const place = await placeOf(work, actor, { draft, line, named });
        permit(mayWrite(actor, self, place.marking.tlp));
        await needs.permitTightened(work, actor, 'compose', { originator: self, marking: place.marking });
        const content = contentOf({ draft, line }, place.event);
        const fact = factOf(actor, { draft, line, place, content, number: await drawNumber(unit), brought });
        subject(fact.id);
        note(await keep(unit, fact, content, brought));
        if (line.pin) {
          await store.setPin(unit, fact.id, { at: fact.recordedAt, by: actorName(actor) });
          note({ pinned: true });
        }
        // Whoever wrote it sees what he wrote, whether or not he has said why he looks.
        const written = { ...(await loadEntry(unit, fact.id)), content };
        return presentEntry(written, { self, reader: actor.party, opened: true });
      });
    },
  };
};
