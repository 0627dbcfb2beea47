/** Venues of a file under other codes than the event knows: which of those there they are. Pure. */
import type { Venue } from '../place-contract.ts';
import { type ImportReport, importLimits, type LinkedBy } from './contract.ts';
import { createLikeness } from './likeness.ts';
import type { venueOf } from './place-rows.ts';
import type { OtherCode, Planning } from './plan.ts';
import { rowWords } from './row-words.ts';

type VenueRow = ReturnType<typeof venueOf>;

export interface Linked {
  /** Each under the code of the venue that it is. */
  readonly drafts: readonly VenueRow[];
  readonly alike: ImportReport['alike'];
  readonly codes: readonly OtherCode[];
  /** Venues that are linked: they stay with the list that they came from. */
  readonly venues: ReadonlySet<string>;
}

interface Proposal {
  readonly draft: VenueRow;
  readonly venue: Venue | null;
  readonly by: LinkedBy;
  readonly isLinked: boolean;
  readonly score: number;
}

/** The first row of each code that the event does not have itself. */
const strangersOf = (drafts: readonly VenueRow[], own: ReadonlySet<string>): readonly VenueRow[] => {
  const seen = new Set(own);
  return drafts.filter(({ code, refused }) => {
    const isNew = refused.length === 0 && !seen.has(code);
    if (isNew) seen.add(code);
    return isNew;
  });
};

const proposalsOf = (strangers: readonly VenueRow[], planning: Planning): readonly Proposal[] => {
  const { there, file, model } = planning;
  const find = createLikeness(there.venues, model);
  const byId = new Map(there.venues.map((venue) => [venue.id, venue] as const));
  const chosen = new Map(Object.entries(file.settings.links ?? {}));
  return strangers.map((draft): Proposal => {
    const choice = chosen.get(draft.code);
    const [picked, known] = [byId.get(choice ?? ''), byId.get(there.codes.get(draft.code) ?? '')];
    if (picked !== undefined) return { draft, venue: picked, by: 'chosen', isLinked: true, score: 0 };
    if (choice === undefined && known !== undefined)
      return { draft, venue: known, by: 'known', isLinked: true, score: 0 };
    const { name, town, place } = draft.fields;
    const like = find({ names: name ?? {}, town: town ?? null, place: place ?? null });
    const venue = byId.get(like?.venue ?? '') ?? null;
    const isLinked = choice === undefined && like !== null && like.isSure;
    return { draft, venue, by: like?.by ?? 'none', isLinked, score: like?.score ?? 0 };
  });
};

/** A list that names two venues means two: only the likeliest row is taken for one that is there. */
const onceEach = (proposals: readonly Proposal[], named: ReadonlySet<string>): readonly Proposal[] => {
  const isFirm = ({ by }: Proposal): boolean => by === 'chosen' || by === 'known';
  const taken = new Set(proposals.filter(isFirm).map(({ venue }) => venue?.code));
  const best = new Map<string, Proposal>();
  for (const one of proposals) {
    const code = one.venue?.code ?? '';
    if (one.isLinked && one.score > (best.get(code)?.score ?? -1)) best.set(code, one);
  }
  return proposals.map((one) => {
    const { venue } = one;
    if (!one.isLinked || venue === null || isFirm(one)) return one;
    const isFree = !named.has(venue.code) && !taken.has(venue.code) && best.get(venue.code) === one;
    return { ...one, isLinked: isFree };
  });
};

/** Under the code of its venue, which keeps the names that it has. */
const asVenue = (draft: VenueRow, venue: Venue, isNew: boolean): VenueRow => {
  const { name, ...rest } = draft.fields;
  const others = Object.entries(name ?? {}).filter(([language]) => !(language in venue.name));
  const named = others.length === 0 ? rest : { ...rest, name: Object.fromEntries(others) };
  const notes = isNew ? [...draft.notes, rowWords('linked', venue.code)] : draft.notes;
  return { ...draft, code: venue.code, notes, fields: named };
};

/** Takes venues of the file for those that are there, as was chosen or as is likely. */
export const linkVenues = (drafts: readonly VenueRow[], planning: Planning): Linked => {
  const { venues } = planning.there;
  const own = new Set(venues.map(({ code }) => code));
  if (own.size === 0) return { drafts, alike: [], codes: [], venues: new Set() };
  const named = new Set(drafts.map(({ code }) => code));
  const proposals = onceEach(proposalsOf(strangersOf(drafts, own), planning), named);
  const links = new Map(
    proposals.flatMap(({ draft, venue, by, isLinked }) =>
      isLinked && venue !== null ? [[draft.code, { venue, isNew: by !== 'known' }] as const] : [],
    ),
  );
  const alike = proposals
    .toSorted((one, other) => Number(other.venue !== null) - Number(one.venue !== null))
    .slice(0, importLimits.choices)
    .map(({ draft: { row, code, label }, venue, by, isLinked }) => ({
      ...{ row, code, label, by, isLinked },
      venue: venue?.id ?? null,
    }));
  return {
    drafts: drafts.map((draft) => {
      const link = links.get(draft.code);
      return link === undefined ? draft : asVenue(draft, link.venue, link.isNew);
    }),
    alike,
    codes: [...links].flatMap(([code, { venue, isNew }]) => (isNew ? [{ code, venue: venue.id }] : [])),
    venues: new Set([...links.values()].map(({ venue }) => venue.id)),
  };
};
