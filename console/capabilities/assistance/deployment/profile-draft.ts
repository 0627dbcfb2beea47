/** An officer or a team as a form holds it while it is written, and as the node takes it. Pure. */
import {
  type CertificateKind,
  certificateKinds,
  type Profile,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { dayEnd, dayOfMoment, dayStart, lastDayBefore } from '../draft.ts';

export interface PaperForm {
  readonly id: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly issued: string;
  readonly expires: string;
}
export interface ArmForm {
  readonly id: string;
  readonly type: string;
  readonly serial: string;
}

/** What is typed; days are those of the reader's clock. */
export interface ProfileForm
  extends Pick<
    Profile,
    | 'nameLatin'
    | 'nameArabic'
    | 'service'
    | 'rank'
    | 'specialty'
    | 'languages'
    | 'powers'
    | 'phone'
    | 'hoursPerDay'
    | 'hoursPer7Days'
    | 'teamSize'
  > {
  readonly skills: string;
  readonly from: string;
  readonly until: string;
  readonly papers: readonly PaperForm[];
  readonly arms: readonly ArmForm[];
  readonly dogName: string;
  readonly dogChip: string;
  readonly homeName: string;
  readonly lat: string;
  readonly lon: string;
}

export const newPaper = (): PaperForm => ({
  id: crypto.randomUUID(),
  kind: certificateKinds[0],
  number: '',
  issued: '',
  expires: '',
});
export const newArm = (): ArmForm => ({ id: crypto.randomUUID(), type: '', serial: '' });

/** A new officer: what is known of him before anybody types. */
export const emptyForm = (
  known: Pick<Profile, 'service' | 'specialty'> & { readonly available: Profile['available'] | null },
  zone: string,
): ProfileForm => ({
  nameLatin: '',
  nameArabic: '',
  service: known.service,
  rank: '',
  specialty: known.specialty,
  languages: [],
  powers: [],
  phone: '',
  hoursPerDay: 12,
  hoursPer7Days: 60,
  teamSize: 1,
  skills: '',
  from: known.available === null ? '' : dayOfMoment(known.available.from, zone),
  until: known.available === null ? '' : lastDayBefore(known.available.until, zone),
  papers: [],
  arms: [],
  dogName: '',
  dogChip: '',
  homeName: '',
  lat: '',
  lon: '',
});

export const formOf = (profile: Profile, zone: string): ProfileForm => {
  const { skills, available, certificates, arms, dog, home, ...same } = profile;
  return {
    ...same,
    skills: skills.join(', '),
    from: dayOfMoment(available.from, zone),
    until: lastDayBefore(available.until, zone),
    papers: certificates.map((one) => ({ ...one, id: crypto.randomUUID() })),
    arms: arms.map((one) => ({ ...one, id: crypto.randomUUID() })),
    dogName: dog?.name ?? '',
    dogChip: dog?.chip ?? '',
    homeName: home?.name ?? '',
    lat: home === null ? '' : String(home.lat),
    lon: home === null ? '' : String(home.lon),
  };
};

/** A coordinate as it is typed: with a point or a comma. */
const degrees = (text: string): number => Number(text.trim().replace(',', '.'));

const homeOf = ({ homeName, lat, lon }: ProfileForm): Profile['home'] | undefined => {
  const [north, east] = [degrees(lat), degrees(lon)];
  if (homeName.trim() === '') return null;
  const isSound = lat.trim() !== '' && lon.trim() !== '' && Math.abs(north) <= 90 && Math.abs(east) <= 180;
  return isSound ? { name: homeName.trim(), lat: north, lon: east } : undefined;
};

/** A day that was not touched keeps its moment: an officer who comes at noon is not made to come at dawn. */
const periodOf = (
  { from, until }: ProfileForm,
  { zone, before }: { readonly zone: string; readonly before: Profile['available'] | null },
): Profile['available'] | null => {
  const isSame = (day: string, read: (at: string, zone: string) => string, at: string | undefined): boolean =>
    at !== undefined && read(at, zone) === day;
  const begins = isSame(from, dayOfMoment, before?.from) ? before?.from : dayStart(from, zone);
  const ends = isSame(until, lastDayBefore, before?.until) ? before?.until : dayEnd(until, zone);
  return begins && ends && begins < ends ? { from: begins, until: ends } : null;
};

/** The officer as the node takes him; null while something is missing or cannot be. */
export const profileOf = (
  form: ProfileForm,
  about: { readonly zone: string; readonly before: Profile['available'] | null },
): Profile | null => {
  const [available, home] = [periodOf(form, about), homeOf(form)];
  if (available === null || home === undefined) return null;
  const { nameLatin, nameArabic, service, rank, specialty, powers, phone } = form;
  return {
    nameLatin: nameLatin.trim(),
    nameArabic: nameArabic.trim(),
    service: service.trim(),
    rank: rank.trim(),
    specialty,
    skills: [...new Set(form.skills.split(/[,،;؛]/u).flatMap((skill) => skill.trim() || []))],
    languages: [...form.languages],
    powers: [...powers],
    arms: form.arms.map(({ type, serial }) => ({ type: type.trim(), serial: serial.trim() })),
    dog: form.dogName.trim() === '' ? null : { name: form.dogName.trim(), chip: form.dogChip.trim() },
    certificates: form.papers.map(({ kind, number, issued, expires }) => ({
      kind,
      number: number.trim(),
      issued,
      expires,
    })),
    phone: phone.trim(),
    home,
    available,
    hoursPerDay: form.hoursPerDay,
    hoursPer7Days: form.hoursPer7Days,
    teamSize: form.teamSize,
  };
};
