/** What an address wants of a new ask: a remedy of the roster leads to it, filled as far as known. Pure. */
import {
  type Power,
  powers,
  type Specialty,
  specialties,
} from '../../../server/capabilities/assistance/contract.ts';
import { type PartyId, readId } from '../../../server/kernel/ids.ts';
import { type AskForm, newForm } from './draft.ts';

const dayPattern = /^\d{4}-\d\d-\d\d$/;
const most = { quantity: 2_000, listed: 40, text: 300 } as const;

/** As the address says it; what it says wrongly is left out. */
export interface Wanted {
  readonly event?: string;
  readonly specialty?: Specialty;
  readonly quantity?: number;
  readonly from?: string;
  readonly to?: string;
  readonly languages?: readonly string[];
  readonly skills?: readonly string[];
  readonly powers?: readonly Power[];
  readonly places?: readonly string[];
  readonly parties?: readonly string[];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= most.text ? value : undefined;
const dayOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && dayPattern.test(text) ? text : undefined;
};
const textsOf = (value: unknown): readonly string[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const texts = value.flatMap((one) => textOf(one) ?? []).slice(0, most.listed);
  return texts.length === 0 ? undefined : texts;
};
const quantityOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most.quantity
    ? value
    : undefined;

/** Only what is said stands in it, so that an address keeps nothing empty. */
const said = <Value extends object>(value: Value): Value => {
  for (const key of Object.keys(value))
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key);
  return value;
};

/** Reads what an address wants. */
export const readWanted = (search: Record<string, unknown>): Wanted => {
  const listed = textsOf(search.powers);
  return said({
    event: textOf(search.event),
    specialty: specialties.find((one) => one === search.specialty),
    quantity: quantityOf(search.quantity),
    from: dayOf(search.from),
    to: dayOf(search.to),
    languages: textsOf(search.languages),
    skills: textsOf(search.skills),
    powers: listed === undefined ? undefined : powers.filter((one) => listed.includes(one)),
    places: textsOf(search.places),
    parties: textsOf(search.parties),
  });
};

/** Agreements and events as far as a wanted ask looks at them. */
export interface WantedFrom {
  readonly events: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  /** In force. */
  readonly agreements: readonly { readonly id: string; readonly parties: readonly string[] }[];
}

/** The agreement that reaches most of those who could be asked. */
const groundOf = (wanted: readonly PartyId[], agreements: WantedFrom['agreements']) => {
  const reached = agreements
    .map(({ id, parties }) => ({ id, of: wanted.filter((party) => parties.includes(party)) }))
    .toSorted((one, other) => other.of.length - one.of.length);
  const [best] = reached;
  return best === undefined || best.of.length === 0 ? {} : { agreement: best.id, recipients: best.of };
};

/** A new form with what is wanted; the rest is for whoever writes it. */
export const formOfWanted = (id: string, wanted: Wanted, { events, agreements }: WantedFrom): AskForm => {
  const form = newForm(id);
  const event = events.find((one) => one.id === wanted.event);
  const parties = (wanted.parties ?? []).flatMap((party) => readId('party', party) ?? []);
  const { specialty, quantity, from, to } = wanted;
  return {
    ...form,
    ...(event === undefined
      ? {}
      : { eventId: event.id, event: event.name, eventCode: event.code.slice(0, 100) }),
    ...groundOf(parties, agreements),
    lines: form.lines.map((line) => ({
      ...line,
      ...(specialty === undefined ? {} : { specialty }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      languages: wanted.languages ?? [],
      skills: (wanted.skills ?? []).join(', '),
      powers: wanted.powers ?? [],
      places: (wanted.places ?? []).join('\n'),
    })),
  };
};
