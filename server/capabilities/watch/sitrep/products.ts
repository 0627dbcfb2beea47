/**
 * The products as templates: the daily situation report, and the two of a centre’s morning, 09:30
 * intelligence and 11:30 general security. Which entries each takes, into which section, and how it is
 * marked. Pure.
 */
import type { Field, Marking } from '../../../kernel/marking.ts';
import type { EntryKind } from '../log/contract.ts';
import type { ProductKind, SectionKey } from './contract.ts';

/** What a product looks at, of an entry: the kind is that of the entry which a correction corrects. */
export interface Sortable {
  readonly kind: EntryKind;
  readonly field: Field;
}

interface SectionOf {
  readonly key: SectionKey;
  takes(entry: Sortable): boolean;
}

export interface Product {
  /** By the centre's clock; null for a product that is due at no hour. */
  readonly dueAt: string | null;
  /** What carries no grade is left out. */
  readonly gradedOnly: boolean;
  /** An entry goes into the first that takes it; what none takes is left out. */
  readonly sections: readonly SectionOf[];
  /** Where what came of requests stands; null for a product that does not tell of them. */
  readonly requests: SectionKey | null;
  readonly marking: Pick<Marking, 'tlp' | 'pap' | 'handling' | 'field' | 'purpose'>;
  /** The period where nothing was sent before. */
  readonly lookBackHours: number;
}

const ofKind =
  (...kinds: readonly EntryKind[]) =>
  ({ kind }: Sortable): boolean =>
    kinds.includes(kind);
const ofField =
  (...fields: readonly Field[]) =>
  ({ field }: Sortable): boolean =>
    fields.includes(field);
const nothing = (): boolean => false;

const strict = { tlp: 'amber', pap: 'amber', handling: ['H1'] } as const;
const threats = ofField('terrorism', 'explosives', 'firearms', 'cybercrime');
const ofEvents = ofField('event-security', 'public-order', 'missing-persons');

export const products: { readonly [Kind in ProductKind]: Product } = {
  daily: {
    dueAt: null,
    gradedOnly: false,
    sections: [
      { key: 'assessment', takes: nothing },
      { key: 'incidents', takes: ofKind('incident') },
      { key: 'decisions', takes: ofKind('decision') },
      { key: 'calls', takes: ofKind('call') },
      { key: 'observations', takes: () => true },
      { key: 'requests', takes: nothing },
    ],
    requests: 'requests',
    marking: { ...strict, field: 'event-security', purpose: 'event-protection' },
    lookBackHours: 24,
  },
  intelligence: {
    dueAt: '09:30',
    gradedOnly: true,
    sections: [
      { key: 'assessment', takes: nothing },
      { key: 'threats', takes: (entry) => entry.kind !== 'decision' && threats(entry) },
      { key: 'event', takes: (entry) => entry.kind !== 'decision' && ofEvents(entry) },
      { key: 'crime', takes: ({ kind }) => kind !== 'decision' },
    ],
    requests: null,
    marking: { ...strict, field: 'event-security', purpose: 'event-protection' },
    lookBackHours: 24,
  },
  general: {
    dueAt: '11:30',
    gradedOnly: false,
    sections: [
      { key: 'assessment', takes: nothing },
      { key: 'incidents', takes: ofKind('incident') },
      { key: 'order', takes: (entry) => entry.kind !== 'decision' && ofEvents(entry) },
      { key: 'decisions', takes: ofKind('decision') },
      { key: 'requests', takes: nothing },
    ],
    requests: 'requests',
    marking: { ...strict, field: 'event-security', purpose: 'event-protection' },
    lookBackHours: 24,
  },
};
