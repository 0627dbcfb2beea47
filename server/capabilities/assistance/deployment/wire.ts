/** Deployments and their steps as they travel, and back. Pure. */
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { type PartyId, readId } from '../../../kernel/ids.ts';
import { dayOf, type Instant, isDay } from '../../../kernel/time.ts';
import {
  type DeploymentMessage,
  type DeploymentStepMessage,
  extensionIds,
  messages,
} from '../../../plumbing/stix/index.ts';
import type { Profile } from './contract.ts';
import type { StoredUnit } from './unit.ts';

/** The kinds of envelope that carry them. */
export const deploymentKinds = {
  named: 'assistance.deployment',
  step: 'assistance.deployment-step',
} as const;

const [unitType, stepType, askType] = [
  'x-tansiq-deployment',
  'x-tansiq-deployment-step',
  'x-tansiq-assistance',
] as const;
const newSdo = { extension_type: 'new-sdo' } as const;
const uuidOf = (id: string): string => id.slice(id.indexOf('--') + 2);
const isMoment = (at: Instant): boolean => isDay(dayOf(at)) && at >= '1000';

const filled = <Name extends string, One>(name: Name, values: readonly One[]): { [Key in Name]?: One[] } => {
  const given: { [Key in Name]?: One[] } = {};
  if (values.length > 0) given[name] = [...values];
  return given;
};

const profileToWire = (profile: Profile) => ({
  name_latin: profile.nameLatin,
  ...(profile.nameArabic === '' ? {} : { name_arabic: profile.nameArabic }),
  service: profile.service,
  rank: profile.rank,
  specialty: profile.specialty,
  ...filled('skills', profile.skills),
  ...filled('languages', profile.languages),
  ...filled('powers', profile.powers),
  ...filled('arms', profile.arms),
  ...(profile.dog === null ? {} : { dog: profile.dog }),
  ...filled('certificates', profile.certificates),
  ...(profile.phone === '' ? {} : { phone: profile.phone }),
  ...(profile.home === null
    ? {}
    : { home: { name: profile.home.name, latitude: profile.home.lat, longitude: profile.home.lon } }),
  from: profile.available.from,
  until: profile.available.until,
  hours_per_day: profile.hoursPerDay,
  hours_per_7_days: profile.hoursPer7Days,
  team_size: profile.teamSize,
});

/** An officer as his service names him. */
export const unitToWire = (
  unit: Pick<StoredUnit, 'id' | 'party' | 'host' | 'ask' | 'line' | 'replaces' | 'profile' | 'grounds'>,
  at: Instant,
): DeploymentMessage => ({
  type: unitType,
  spec_version: '2.1',
  id: `${unitType}--${unit.id}`,
  created_by_ref: unit.party,
  created: at,
  modified: at,
  extensions: { [extensionIds[unitType]]: newSdo },
  assistance_ref: `${askType}--${unit.ask ?? ''}`,
  line: unit.line ?? '',
  host_ref: unit.host,
  ...(unit.replaces === null ? {} : { replaces_ref: `${unitType}--${unit.replaces}` }),
  ...profileToWire(unit.profile),
  purpose: unit.grounds.purpose,
  legal_basis: unit.grounds.legalBasis,
  review_on: unit.grounds.reviewOn,
  erase_on: unit.grounds.eraseOn,
});

const profileOf = (message: DeploymentMessage): Profile => ({
  nameLatin: message.name_latin,
  nameArabic: message.name_arabic ?? '',
  service: message.service,
  rank: message.rank,
  specialty: message.specialty,
  skills: message.skills ?? [],
  languages: message.languages ?? [],
  powers: message.powers ?? [],
  arms: (message.arms ?? []).map(({ type, serial }) => ({ type, serial })),
  dog: message.dog === undefined ? null : { name: message.dog.name, chip: message.dog.chip },
  certificates: (message.certificates ?? []).map(({ kind, number, issued, expires }) => ({
    kind,
    number,
    issued,
    expires,
  })),
  phone: message.phone ?? '',
  home:
    message.home === undefined
      ? null
      : { name: message.home.name, lat: message.home.latitude, lon: message.home.longitude },
  available: { from: message.from, until: message.until },
  hoursPerDay: message.hours_per_day,
  hoursPer7Days: message.hours_per_7_days,
  teamSize: message.team_size,
});

const firstOf = (body: JsonObject): unknown =>
  Array.isArray(body.objects) ? body.objects.find((one) => isObject(one)) : undefined;

/** The officer in the body of an envelope, as the host keeps him; null where there is none. */
export const unitFromWire = (
  body: JsonObject,
  place: { readonly holder: PartyId; readonly event: string | null; readonly receivedAt: Instant },
): (StoredUnit & { readonly ask: string; readonly line: string }) | null => {
  const reading = messages[unitType].read(firstOf(body));
  if (reading.kind === 'refused') return null;
  const { message } = reading;
  const party = readId('party', message.created_by_ref);
  const host = readId('party', message.host_ref);
  const profile = profileOf(message);
  const days = [
    message.review_on,
    message.erase_on,
    ...profile.certificates.flatMap((one) => [one.issued, one.expires]),
  ];
  if (party === null || host === null || !days.every(isDay)) return null;
  if (!isMoment(message.from) || !isMoment(message.until)) return null;
  return {
    id: uuidOf(message.id),
    holder: place.holder,
    kind: 'visiting',
    party,
    host,
    ask: uuidOf(message.assistance_ref),
    line: message.line,
    event: place.event,
    stage: 'named',
    person: null,
    profile,
    available: profile.available,
    grounds: {
      purpose: message.purpose,
      legalBasis: message.legal_basis,
      reviewOn: message.review_on,
      eraseOn: message.erase_on,
    },
    replaces: message.replaces_ref === undefined ? null : uuidOf(message.replaces_ref),
    ...untouched,
    createdAt: place.receivedAt,
  };
};

/** A unit of which nothing was said yet. */
export const untouched = {
  vetting: null,
  arrivedAt: null,
  lodging: '',
  briefed: null,
  proposal: null,
  extended: false,
  releasedAt: null,
  debriefedBy: [],
  told: { pair: null, task: null },
  badgeUntil: null,
  version: 1,
  writers: [],
  envelope: null,
  refusal: null,
  amendment: null,
} as const;

/** What a step says where it travels: lodging, names of pairs and tasks stay with the host. */
export type Told = Pick<
  DeploymentStepMessage,
  'step' | 'ground' | 'badge' | 'language' | 'from' | 'until' | 'text'
>;

export const stepToWire = (
  told: Told,
  about: { readonly id: string; readonly unit: string; readonly by: PartyId; readonly at: Instant },
): DeploymentStepMessage => ({
  type: stepType,
  spec_version: '2.1',
  id: `${stepType}--${about.id}`,
  created_by_ref: about.by,
  created: about.at,
  modified: about.at,
  extensions: { [extensionIds[stepType]]: newSdo },
  deployment_ref: `${unitType}--${about.unit}`,
  ...told,
});

/** What a step said as it was kept, to be sent once more; null where it says nothing that travels. */
export const toldAgain = (
  said: JsonObject,
  about: { readonly id: string; readonly unit: string; readonly by: PartyId; readonly at: Instant },
): Told | null => {
  const { was: _was, text: _text, badge, ...told } = said;
  const { step: _step, ...frame } = stepToWire({ step: 'arrive' }, about);
  const object = { ...frame, ...told, ...(isObject(badge) ? { badge } : {}) };
  return stepFromWire({ objects: [object] })?.told ?? null;
};

/** The step in the body of an envelope; null where there is none, or it does not say what it must. */
export const stepFromWire = (body: JsonObject) => {
  const reading = messages[stepType].read(firstOf(body));
  if (reading.kind === 'refused') return null;
  const { step, ground, badge, language, from, until, text, ...message } = reading.message;
  const by = readId('party', message.created_by_ref);
  const moments = [
    message.created,
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [until]),
  ];
  if (by === null || !moments.every(isMoment)) return null;
  if (step.endsWith('extension') && until === undefined) return null;
  if ((step === 'accredit') !== (badge !== undefined)) return null;
  if (step === 'brief' && language === undefined) return null;
  const told: Told = {
    step,
    ...(ground === undefined ? {} : { ground }),
    ...(badge === undefined ? {} : { badge }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
  };
  return { id: uuidOf(message.id), unit: uuidOf(message.deployment_ref), by, at: message.created, told };
};
