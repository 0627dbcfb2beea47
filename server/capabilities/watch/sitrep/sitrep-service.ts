/** What the verbs of situation reports share: their needs, and how a version is shown. */
import type { Actor, SystemActor } from '../../../kernel/decision.ts';
import { Fault, type Words } from '../../../kernel/faults.ts';
import type { PartyId, SitrepId } from '../../../kernel/ids.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Typesetter } from '../../../plumbing/documents/index.ts';
import type { Journal } from '../../../plumbing/journal/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { consultationPolicy, type ExchangeService } from '../../exchange/index.ts';
import type { LogNeeds } from '../log/log-service.ts';
import type { RequestSource } from '../requested-service.ts';
import { leftOutReasons, type ParagraphSource, type Sitrep, type SitrepRow } from './contract.ts';
import {
  canFollow,
  entriesIn,
  keyOf,
  type SitrepContent,
  type SitrepVerb,
  type Source,
  type StoredSitrep,
  withoutErased,
} from './sitrep.ts';
import * as store from './sitrep-store.ts';
import { filesOf, staleAmong } from './source-store.ts';

/** What the verbs of situation reports need, by name. */
export interface SitrepNeeds
  extends Pick<
    LogNeeds,
    'verbs' | 'live' | 'clock' | 'self' | 'timeZone' | 'agreements' | 'permitTightened' | 'isTightened'
  > {
  readonly database: Database;
  readonly house: SystemActor;
  readonly items: Pick<ExchangeService, 'composeFrom' | 'propose' | 'read'>;
  readonly typesetter: Pick<Typesetter, 'typeset'>;
  readonly requests: Pick<RequestSource, 'told' | 'gone'>;
  /** Services by the names that a product calls them; asked outside any transaction. */
  names(): Promise<ReadonlyMap<PartyId, Words>>;
  /** The service by whose name its documents are issued. */
  readonly service: { readonly name: Words };
}

/** What follows the items of situation reports needs. */
export type SitrepFollowerNeeds = Pick<SitrepNeeds, 'live' | 'clock' | 'self'> & {
  readonly journal: Journal;
};

export const announce = ({ live }: Pick<SitrepNeeds, 'live'>, unit: Unit, id: SitrepId): Promise<void> =>
  live.announce(unit, { topic: 'watch.sitrep', id });

/** The version, held; `access/absent` where there is none that he may see. */
export const loadSitrep = async (unit: Unit, id: SitrepId): Promise<StoredSitrep> => {
  const sitrep = await store.lockSitrep(unit, id);
  if (sitrep === null) throw new Fault('access/absent');
  return sitrep;
};

export const requireState = ({ state }: StoredSitrep, verb: SitrepVerb): void => {
  if (!canFollow(state, verb)) throw new Fault('watch/sitrep-state', { state });
};

export const requireRevision = (sitrep: StoredSitrep, revision: number): void => {
  if (sitrep.revision !== revision) throw new Fault('state/changed');
};

/** Goes on where it tells of nobody, or he has said why he looks. */
export const permitContent = async (
  needs: Pick<SitrepNeeds, 'permitTightened'>,
  work: Work,
  actor: Actor,
  sitrep: StoredSitrep,
): Promise<void> => {
  await needs.permitTightened(work, actor, 'read', { originator: sitrep.holder, marking: sitrep.marking });
  if (!sitrep.personal) return;
  const decision = consultationPolicy.mayConsult(actor, true);
  if (decision.kind === 'refused') work.permit(decision);
  work.note({ personal: true });
};

export const presentRow = (sitrep: StoredSitrep): SitrepRow => {
  const { holder: _self, leftOut: _counts, contentHash: _hash, marking, ...row } = sitrep;
  const { handling, personCategories, releasableTo, ...rest } = marking;
  return {
    ...row,
    editors: [...row.editors],
    marking: {
      ...rest,
      handling: [...handling],
      personCategories: [...personCategories],
      releasableTo: [...releasableTo],
    },
  };
};

/** What became of the entries that stand in it. */
export const staleIn = async (
  needs: Pick<SitrepNeeds, 'requests'>,
  unit: Unit,
  content: SitrepContent,
): Promise<Sitrep['stale']> => {
  const stands = content.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ source }) => (source === null ? [] : [source])),
  );
  const stale = await staleSources(needs, unit, stands);
  return stands.flatMap((source) => {
    const why = stale.get(keyOf(source));
    const [entry, number] = 'entry' in source ? [source.entry, source.number] : [null, null];
    return why === undefined ? [] : [{ entry, number, why }];
  });
};

/** Sources by their keys: entries that were corrected or erased, requests that were recalled or erased. */
const staleSources = async (
  { requests }: Pick<SitrepNeeds, 'requests'>,
  unit: Unit,
  sources: readonly (Source | ParagraphSource)[],
): Promise<ReadonlyMap<string, 'corrected' | 'erased'>> => {
  const entries = await staleAmong(
    unit,
    sources.flatMap((source) => ('entry' in source ? [source.entry] : [])),
  );
  const told = sources.flatMap((source) => ('item' in source ? [source] : []));
  const items = [...new Set(told.map(({ item }) => item))];
  // That one reader may not see it does not make it gone.
  const gone = await unit.asHouse('watch', (house) => requests.gone(house, items));
  const erased = told.filter(({ item }) => gone.has(item));
  return new Map<string, 'corrected' | 'erased'>([
    ...entries,
    ...erased.map((source) => [keyOf(source), 'erased'] as const),
  ]);
};

/** A draft without what was erased in the log; what was approved is shown as it was approved. */
export const contentShown = async (
  needs: Pick<SitrepNeeds, 'requests'>,
  unit: Unit,
  sitrep: StoredSitrep,
): Promise<SitrepContent | null> => {
  const content = await store.findContent(unit, sitrep.id);
  if (content === null || sitrep.state !== 'draft') return content;
  const stale = await staleSources(needs, unit, content.sources);
  const erased = new Set([...stale].flatMap(([key, why]) => (why === 'erased' ? [key] : [])));
  if (erased.size === 0) return content;
  return {
    title: content.title,
    sections: withoutErased(content.sections, erased),
    sources: content.sources.filter((source) => !erased.has(keyOf(source))),
  };
};

export const presentSitrep = async (
  needs: Pick<SitrepNeeds, 'requests'>,
  unit: Unit,
  sitrep: StoredSitrep,
  content: SitrepContent | null,
): Promise<Sitrep> => ({
  ...presentRow(sitrep),
  title: content?.title ?? null,
  sections: content === null ? null : [...content.sections],
  leftOut: leftOutReasons.flatMap((reason) => {
    const count = sitrep.leftOut[reason] ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  }),
  files: content === null ? [] : [...(await filesOf(unit, entriesIn(content.sections)))],
  stale: content === null ? [] : await staleIn(needs, unit, content),
});

/** Numbers named in one fault. */
const numbersNamed = 20;

/** A fault where entries that stand in it say something else by now, or nothing. */
export const requireFresh = (stale: Sitrep['stale']): void => {
  if (stale.length === 0) return;
  const numbers = stale.slice(0, numbersNamed).map(({ number }) => (number === null ? '–' : String(number)));
  throw new Fault('watch/sitrep-stale', { numbers });
};
