/** A row of indicators: an indicator with its pattern, and the observable that it is about. Pure. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { StixObject } from '../../../plumbing/stix/index.ts';
import type { IndicatorField } from './contract.ts';
import { latinDigits } from './folding.ts';
import { composeObservable, guessKind, type ObservableKind, readKind, refang } from './observables.ts';
import { type NamedRow, present } from './row.ts';
import { readDay } from './spoken-values.ts';

export interface RowNeeds {
  readonly self: PartyId;
  readonly at: Instant;
}

const moment = (text: string): Instant | null => {
  const day = readDay(text);
  if (day !== null) return `${day}T00:00:00.000Z`;
  const isMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/.test(text);
  // A time without a zone is taken as UTC, the house's own.
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  const parsed = isMoment ? Date.parse(zoned.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
};

const percentage = (text: string): number | null => {
  const digits = latinDigits(text).replace(/\s*[%٪]$/, '');
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 100 ? Number(digits) : null;
};

const labelsOf = (text: string): readonly string[] =>
  text
    .split(/[,;،؛|]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');

const readValue = (row: NamedRow<IndicatorField>): { kind: ObservableKind; value: string } | null => {
  const named = row.parse('type', 'type-unknown', readKind);
  const written = row.read('value');
  if (written === null) {
    row.tell('value-missing', 'value');
    return null;
  }
  const value = refang(written);
  const kind = guessKind(value, named);
  if (kind === null) row.tell(named === null ? 'kind-unknown' : 'kind-differs', 'value');
  else if (value !== written) row.tell('refanged', 'value', value);
  return kind === null ? null : { kind, value };
};

/** The objects of the row; null where its value is none. */
export const readIndicatorRow = (
  row: NamedRow<IndicatorField>,
  { self, at }: RowNeeds,
): readonly StixObject[] | null => {
  const found = readValue(row);
  const validFrom = row.parse('validFrom', 'date', moment);
  const validUntil = row.parse('validUntil', 'date', moment);
  const confidence = row.parse('confidence', 'confidence', percentage);
  const labels = labelsOf(row.read('labels') ?? '');
  if (validUntil !== null && validUntil <= (validFrom ?? at)) row.tell('date-order', 'validUntil');
  if (found === null) return null;
  const { object, pattern } = composeObservable(found.kind, found.value);
  const indicator: StixObject = {
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${crypto.randomUUID()}`,
    created_by_ref: self,
    created: at,
    modified: at,
    name: found.value,
    pattern,
    pattern_type: 'stix',
    valid_from: validFrom ?? at,
    ...present({ description: row.read('description'), valid_until: validUntil, confidence }),
    ...(labels.length > 0 ? { labels } : {}),
  };
  return [indicator, object];
};
