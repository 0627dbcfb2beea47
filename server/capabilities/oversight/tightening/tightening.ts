/**
 * What a tightening refuses. Pure. It is asked after the floor's rules have allowed and has no way to allow,
 * so that what is left is always a part of the floor. `oversight_lets_read` is the same rule for reading.
 */
import { type Actor, allow, type Decision, type Role, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { type Day, dayOf, type Instant } from '../../../kernel/time.ts';
import type { Act, TightenedItem } from '../../exchange/index.ts';
import type { Rule, Tightening } from './contract.ts';

/** Who is bound: a person, of this service or a guest of it. */
export interface Bound {
  readonly role: Role;
  readonly isOwn: boolean;
}

const minutesPerHour = 60;

/** The minute of the day at a moment by the clock of a zone. */
const minuteOf = (at: Instant, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of('hour') * minutesPerHour + of('minute');
};

/** True at a moment in the free hours: a pair that runs over midnight is a night. */
export const isFreeHour = (hours: NonNullable<Rule['freeHours']>, at: Instant): boolean => {
  const minute = minuteOf(at, hours.zone);
  return hours.from < hours.to
    ? minute >= hours.from && minute < hours.to
    : minute >= hours.from || minute < hours.to;
};

const isEmptyOrHas = (list: readonly string[], ...values: readonly string[]): boolean =>
  list.length === 0 || values.some((value) => list.includes(value));

const bindsWhom = (rule: Rule, bound: Bound): boolean =>
  (rule.who === 'everyone' || (rule.who === 'own') === bound.isOwn) && isEmptyOrHas(rule.roles, bound.role);

/** True for a rule that may bind this role today, at some hour. */
export const isBoundEver = (rule: Rule, bound: Bound, today: Day): boolean =>
  bindsWhom(rule, bound) && today >= rule.validFrom && (rule.validUntil === null || today <= rule.validUntil);

const bindsWhen = (rule: Rule, at: Instant): boolean => {
  const today = dayOf(at);
  if (today < rule.validFrom || (rule.validUntil !== null && today > rule.validUntil)) return false;
  return rule.freeHours === null || !isFreeHour(rule.freeHours, at);
};

const isAbout = (rule: Rule, { originator, marking }: TightenedItem): boolean =>
  (rule.tlpAtLeast === null || tlpRank(marking.tlp) >= tlpRank(rule.tlpAtLeast)) &&
  isEmptyOrHas(rule.fields, marking.field) &&
  isEmptyOrHas(rule.purposes, marking.purpose) &&
  isEmptyOrHas(rule.personCategories, ...marking.personCategories) &&
  isEmptyOrHas(rule.partners, originator, ...marking.releasableTo);

/** True when the rule refuses this act; one that forbids reading forbids all that needs it. */
export const refuses = (
  rule: Rule,
  access: { readonly bound: Bound; readonly act: Act; readonly item: TightenedItem; readonly at: Instant },
): boolean =>
  isEmptyOrHas(rule.acts, 'read', access.act) &&
  bindsWhom(rule, access.bound) &&
  bindsWhen(rule, access.at) &&
  isAbout(rule, access.item);

/** True for a rule that binds now: its withdrawal counts from its confirmation. */
export const isInForce = ({ state }: Pick<Tightening, 'state'>): boolean =>
  state === 'in-force' || state === 'withdrawal-proposed';

/** What the rules in force leave of what the floor has allowed. */
export const tighten = (
  rules: readonly Tightening[],
  actor: Actor,
  access: { readonly self: PartyId; readonly act: Act; readonly item: TightenedItem; readonly at: Instant },
): Decision => {
  if (actor.kind !== 'person') return allow('oversight/tightenings-bind-people');
  const bound = { role: actor.role, isOwn: actor.party === access.self };
  const rule = rules.find((one) => isInForce(one) && refuses(one, { ...access, bound }));
  if (rule === undefined) return allow('oversight/not-tightened');
  // Who may not read it is not told that it is there.
  const isHidden = rule.acts.includes('read') && access.act !== 'compose';
  return refuse(`oversight/tightened:${rule.id}`, isHidden ? 'access/absent' : 'oversight/tightened');
};

/** True for the name of a time zone (IANA). */
export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** What of a rule contradicts itself; empty when it is sound. */
export const ruleErrors = (rule: Rule, isDay: (day: string) => boolean): readonly string[] => {
  const errors: string[] = [];
  if (!isDay(rule.validFrom)) errors.push('validFrom');
  if (rule.validUntil !== null && (!isDay(rule.validUntil) || rule.validUntil < rule.validFrom))
    errors.push('validUntil');
  if (rule.freeHours !== null && rule.freeHours.from === rule.freeHours.to) errors.push('freeHours');
  if (rule.freeHours !== null && !isZone(rule.freeHours.zone)) errors.push('freeHours.zone');
  return errors;
};
