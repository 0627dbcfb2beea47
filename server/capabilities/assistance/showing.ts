/** An ask as its readers see it: how it stands with each partner, and what is missing. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import {
  lastInstantOf,
  periodOf,
  recipientsOf,
  type SentCopy,
  type StoredAsk,
  type StoredVersion,
} from './ask.ts';
import type { AskRow, DeliveryState, Fill, Standing, Thread } from './contract.ts';
import { hasTravelled, type StoredStep } from './step.ts';
import { foldThread, isLapsed, quantitiesOf } from './thread.ts';

/** All that a node has of one ask. */
export interface AskWhole {
  readonly ask: StoredAsk;
  readonly versions: readonly StoredVersion[];
  readonly steps: readonly StoredStep[];
  readonly sent: readonly SentCopy[];
  /** By envelope. */
  readonly deliveries: ReadonlyMap<string, DeliveryState>;
}

/** The version that stands: the last that was issued, or what is being written. */
export const standing = (whole: Pick<AskWhole, 'versions'>): StoredVersion | null =>
  whole.versions.filter(({ state }) => state === 'issued').at(-1) ?? whole.versions.at(-1) ?? null;

const saidWith = (whole: AskWhole, party: PartyId): readonly StoredStep[] =>
  whole.steps.filter((step) => step.party === party && hasTravelled(step));

/** Who is in it beside the asker: on the asker's node all whom he asked, on a partner's node that one. */
const partnersIn = ({ ask }: AskWhole): readonly PartyId[] => recipientsOf(ask);

const threadOf = (whole: AskWhole, party: PartyId, now: Instant): Thread => {
  const said = saidWith(whole, party);
  const thread = foldThread(said);
  const version = standing(whole);
  const answers = said.filter(({ side, content }) => side === 'partner' && content.kind !== 'read');
  const read = said.filter(
    ({ content, askVersion }) => content.kind === 'read' && askVersion === version?.version,
  );
  const sent = whole.sent.filter((copy) => copy.party === party);
  const isOpen = whole.ask.state === 'issued' && thread.state === 'asked';
  const isOffered = thread.state === 'offered' || thread.state === 'countered';
  return {
    party,
    state: thread.state,
    delivery: whole.deliveries.get(sent.at(-1)?.envelope ?? '') ?? null,
    readAt: read[0]?.releasedAt ?? null,
    askedAt: sent[0]?.sentAt ?? version?.issuedAt ?? whole.ask.createdAt,
    answeredAt: answers.at(-1)?.releasedAt ?? null,
    overdue: isOpen && version !== null && version.content.answerBy < now,
    lapsed: isOffered && isLapsed(thread.offer?.content, now),
    outdated: thread.offer !== null && thread.offer.askVersion < (version?.version ?? 0),
    quantities: (version?.content.lines ?? []).map(({ id, quantity }) => {
      const of = quantitiesOf(thread, id);
      return { line: id, ...of, above: of.offered > quantity };
    }),
    offer: thread.offer?.number ?? null,
  };
};

/** How an ask stands with each partner. */
export const threadsOf = (whole: AskWhole, now: Instant): Thread[] =>
  whole.ask.state === 'draft' ? [] : partnersIn(whole).map((party) => threadOf(whole, party, now));

/** Steps that crossed with one of the other side, in any thread. */
export const crossedIn = (whole: AskWhole): ReadonlySet<string> =>
  new Set(partnersIn(whole).flatMap((party) => [...foldThread(saidWith(whole, party)).crossed]));

/** How far each line is filled. */
export const fillOf = (whole: AskWhole, threads: readonly Thread[]): Fill[] =>
  (standing(whole)?.content.lines ?? []).map(({ id, quantity: asked }) => {
    const of = (what: 'offered' | 'accepted') =>
      threads.reduce(
        (sum, { quantities }) => sum + (quantities.find(({ line }) => line === id)?.[what] ?? 0),
        0,
      );
    const [offered, accepted] = [of('offered'), of('accepted')];
    return { line: id, asked, offered, accepted, missing: Math.max(0, asked - accepted) };
  });

const sum = (fill: readonly Fill[], what: 'asked' | 'offered' | 'accepted'): number =>
  fill.reduce((total, one) => total + one[what], 0);

/** Whether an answer of this service is waited for, as long as the ask is not over. */
export const waitsFor = (
  { ask }: Pick<AskWhole, 'ask'>,
  self: PartyId,
  threads: readonly Pick<Thread, 'state'>[],
): boolean => {
  const waits = ask.originator === self ? ['offered', 'countered'] : ['asked', 'more-asked'];
  return ask.state === 'issued' && threads.some(({ state }) => waits.includes(state));
};

const isToSettle = (whole: AskWhole, self: PartyId, threads: readonly Thread[], now: Instant): boolean => {
  const content = standing(whole)?.content;
  return content !== undefined && lastInstantOf(content) > now && waitsFor(whole, self, threads);
};

/** How it stands for this service. */
export const standingOf = (
  whole: AskWhole,
  self: PartyId,
  { threads, now }: { readonly threads: readonly Thread[]; readonly now: Instant },
): Standing => {
  const { ask, versions, steps } = whole;
  const open = versions.find(({ state }) => state !== 'issued')?.state ?? null;
  const isReceived = ask.originator !== self && ask.state !== 'withdrawn';
  return {
    open,
    thread: isReceived ? (threads[0]?.state ?? null) : null,
    toRelease: open === 'proposed' || steps.some(({ state }) => state === 'proposed'),
    toSettle: isToSettle(whole, self, threads, now),
    overdue: threads.some(({ overdue }) => overdue),
    lapsed: ask.state === 'issued' && threads.some(({ lapsed }) => lapsed),
  };
};

/** An ask in a list. */
export const rowOf = (whole: AskWhole, self: PartyId, now: Instant): AskRow | null => {
  const { ask } = whole;
  const version = standing(whole);
  if (version === null) return null;
  const { content } = version;
  const threads = threadsOf(whole, now);
  const fill = fillOf(whole, threads);
  const isOwn = ask.originator === self;
  return {
    id: ask.id,
    originator: ask.originator,
    own: isOwn,
    state: ask.state,
    ...standingOf(whole, self, { threads, now }),
    version: ask.version,
    title: content.title,
    event: content.event?.name ?? null,
    language: content.language,
    specialties: [...new Set(content.lines.map(({ requirement }) => requirement.specialty))],
    recipients: isOwn ? [...recipientsOf(ask)] : [],
    ...periodOf(content),
    answerBy: content.answerBy,
    createdAt: ask.createdAt,
    asked: sum(fill, 'asked'),
    offered: sum(fill, 'offered'),
    accepted: sum(fill, 'accepted'),
    answered: threads.filter(({ answeredAt }) => answeredAt !== null).length,
  };
};
