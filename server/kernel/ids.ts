/**
 * Identifiers. Each kind of id is its own type, so that a person's id cannot be passed for an item's.
 * Everything that travels is a STIX object, so ids have STIX's shape `type--uuid` (STIX 2.1 §2.9).
 */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** A service: STIX `identity--uuid`, chosen by its own node and the same on every node. */
export type PartyId = Id<'party'>;
/** A person of this node. Never leaves the node. */
export type PersonId = Id<'person'>;
/** A desk of this node. */
export type DeskId = Id<'desk'>;
/** An item: STIX `grouping--uuid`. */
export type ItemId = Id<'item'>;
/** An agreement: STIX `x-tansiq-agreement--uuid`. */
export type AgreementId = Id<'agreement'>;
/** A circle: STIX `x-tansiq-circle--uuid`. */
export type CircleId = Id<'circle'>;
/** An entry of the watch log. Never leaves the node. */
export type EntryId = Id<'entry'>;
/** A shift of the rota. Never leaves the node. */
export type ShiftId = Id<'shift'>;
/** A version of a situation report. Never leaves the node; what does is an item. */
export type SitrepId = Id<'sitrep'>;
/** An alert: STIX `x-tansiq-alert--uuid`. */
export type AlertId = Id<'alert'>;
/** An envelope on a link: a bare UUID. */
export type EnvelopeId = Id<'envelope'>;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

const prefixes = {
  party: 'identity--',
  person: 'person--',
  desk: 'desk--',
  item: 'grouping--',
  agreement: 'x-tansiq-agreement--',
  circle: 'x-tansiq-circle--',
  entry: 'entry--',
  shift: 'shift--',
  sitrep: 'sitrep--',
  alert: 'x-tansiq-alert--',
  envelope: '',
} as const;

type Kinds = {
  party: PartyId;
  person: PersonId;
  desk: DeskId;
  item: ItemId;
  agreement: AgreementId;
  circle: CircleId;
  entry: EntryId;
  shift: ShiftId;
  sitrep: SitrepId;
  alert: AlertId;
  envelope: EnvelopeId;
};

/** The pattern of an id of this kind, for schemas. */
export const idPattern = (of: keyof Kinds): string => `^${prefixes[of]}${uuid}$`;

/** Makes a new random id of the kind. */
export const newId = <Kind extends keyof Kinds>(of: Kind): Kinds[Kind] =>
  `${prefixes[of]}${crypto.randomUUID()}` as Kinds[Kind];

/** Reads an id of the kind; null when the text is not one. */
export const readId = <Kind extends keyof Kinds>(of: Kind, text: string): Kinds[Kind] | null =>
  new RegExp(idPattern(of)).test(text) ? (text as Kinds[Kind]) : null;

/** As `readId`, for text that this house wrote itself: anything else is a bug. */
export const asId = <Kind extends keyof Kinds>(of: Kind, text: string): Kinds[Kind] => {
  const id = readId(of, text);
  if (id === null) throw new Error(`bug: not an id of kind ${of}: ${text.slice(0, 80)}`);
  return id;
};
