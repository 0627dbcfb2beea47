/**
 * The shapes of the demo world. Everything here is data: nothing knows how it is seeded. Parties, people,
 * items refer to each other by key; the seed gives them their ids. Days are kept as distances from the day
 * of seeding, because the demo is looked at in any year and a marking that has lapsed is refused.
 */
import type { Role } from '../../server/kernel/decision.ts';
import type { Language, Words } from '../../server/kernel/faults.ts';
import type { Field, HandlingCode, Marking, Pap, Purpose, Tlp } from '../../server/kernel/marking.ts';
import type { Day, Instant } from '../../server/kernel/time.ts';
import type { StixObject } from './stix-objects.ts';

/** Shown wherever the demo is. */
export const notice: Words = {
  ar: 'عالم للعرض: الأشخاص والنصوص من نسج الخيال، والوقائع العامة عن باريس 2024 منشورة.',
  fr: 'Monde de démonstration : personnes et textes sont inventés ; les faits sur Paris 2024 sont publics.',
  en: 'Demo world: people and texts are invented; the general facts on Paris 2024 are public.',
};

export const nodeKeys = ['fr', 'ma', 'es'] as const;
export type NodeKey = (typeof nodeKeys)[number];

export const deskKeys = ['national', 'watch', 'intelligence', 'event'] as const;
export type DeskKey = (typeof deskKeys)[number];

export type AgreementKey = 'fr-ma' | 'fr-es' | 'paris-2024';
/** Each circle lives under the agreement of the same key. */
export type CircleKey = AgreementKey;

export interface ScenarioService {
  readonly node: NodeKey;
  readonly name: Words;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In the order in which the service works. */
  readonly languages: readonly Language[];
}

export interface ScenarioDesk {
  readonly node: NodeKey;
  readonly key: DeskKey;
  readonly name: Words;
}

export interface ScenarioPerson {
  readonly node: NodeKey;
  /** One person per role and node: the role is also his key. */
  readonly role: Role;
  readonly name: { readonly latin: string; readonly arabic: string };
  readonly email: string;
  readonly clearance: Tlp;
  readonly languages: readonly Language[];
  readonly desk: DeskKey | null;
}

export interface ScenarioAgreement {
  readonly key: AgreementKey;
  readonly title: Words;
  readonly legalBasis: Words;
  /** True where the text itself exists only in this demo. */
  readonly invented: boolean;
  readonly parties: readonly NodeKey[];
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Day;
  readonly validForDays: number;
  readonly defaults: { readonly tlp: Tlp; readonly pap: Pap; readonly handling: readonly HandlingCode[] };
  /** Where the parties tell each other more of their readers than the first reading. */
  readonly readers?: 'count' | 'roles';
  /** Identifiers that may be asked about blindly in a day; what the holder is told of hits; decoys. */
  readonly matching?: {
    readonly perDay: number;
    readonly perOfficer: number;
    readonly hitsTold?: 'count' | 'identifiers';
    readonly decoysTo?: number;
  };
}

export interface ScenarioCircle {
  readonly key: CircleKey;
  readonly kind: 'bilateral' | 'event' | 'region';
  readonly name: Words;
  readonly owner: NodeKey;
  readonly members: readonly NodeKey[];
}

/** A marking whose parties are keys and whose days are distances from the seeding. */
export type ScenarioMarking = Omit<Marking, 'releasableTo' | 'reviewOn' | 'eraseOn'> & {
  readonly releasableTo: readonly NodeKey[];
  readonly reviewInDays: number;
  readonly eraseInDays: number;
};

export interface ScenarioItem {
  /** Starts with the originator's node key. */
  readonly key: string;
  readonly originator: NodeKey;
  readonly author: Role;
  readonly desk: DeskKey;
  /** The language of title and summary. */
  readonly language: Language;
  /** When it would have been written in 2024; the objects carry the same time. */
  readonly at: Instant;
  readonly title: string;
  readonly summary: string;
  readonly agreement: AgreementKey;
  readonly marking: ScenarioMarking;
  readonly objects: readonly StixObject[];
  /** The public source of the real facts in the text; absent where all is invented. */
  readonly factSource?: string;
}
