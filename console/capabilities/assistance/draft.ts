/** An ask as its form holds it, and as the node wants it. Pure. */
import type {
  Arms,
  Ask,
  AskDraft,
  AskedLine,
  Bearer,
  CostKind,
  Place,
  Power,
  Specialty,
} from '../../../server/capabilities/assistance/contract.ts';
import type { Language } from '../../../server/kernel/faults.ts';
import { type AgreementId, type CircleId, type PartyId, readId } from '../../../server/kernel/ids.ts';
import { dayMs, type Instant, later } from '../../../server/kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../server/kernel/zone.ts';

/** One line of the form. */
export interface LineForm {
  readonly id: string;
  readonly specialty: Specialty;
  readonly quantity: number;
  readonly from: string;
  readonly to: string;
  readonly places: string;
  readonly languages: readonly string[];
  readonly skills: string;
  readonly powers: readonly Power[];
  readonly arms: Arms;
  readonly conditions: string;
}

/** The form. */
export interface AskForm {
  readonly title: string;
  readonly event: string;
  readonly eventCode: string;
  readonly eventId: string | null;
  readonly lines: readonly LineForm[];
  readonly conditions: string;
  readonly costs: Readonly<Partial<Record<CostKind, Bearer>>>;
  readonly costsText: string;
  readonly answerBy: string;
  readonly reason: string;
  readonly agreement: string;
  readonly circle: string;
  readonly recipients: readonly PartyId[];
}

/** The first moment of a day by a clock, and of the day after it. */
export const dayStart = (day: string, zone: string): Instant | null => momentOf(zone, { day, time: '00:00' });
export const dayEnd = (day: string, zone: string): Instant | null => {
  const start = dayStart(day, zone);
  if (start === null) return null;
  // A day may be an hour longer or shorter: the next one begins where its own clock says.
  return dayStart(wallTimeOf(zone, later(start, 1.2 * dayMs)).day, zone);
};
/** The day of a moment, and the last day before one. */
export const dayOfMoment = (at: Instant, zone: string): string => wallTimeOf(zone, at).day;
export const lastDayBefore = (at: Instant, zone: string): string => wallTimeOf(zone, later(at, -1)).day;

const phrases = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،;؛\n]+/u)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** «Stade de France ; 48.92, 2.36»: a place a line. */
export const placesOf = (text: string): Place[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*?)\s*[;؛]\s*(-?\d+(?:\.\d+)?)\s*[,،]\s*(-?\d+(?:\.\d+)?)$/u.exec(line);
      const [, name = line, latitude, longitude] = found ?? [];
      if (latitude === undefined || longitude === undefined) return { name: line };
      return { name, latitude: Number(latitude), longitude: Number(longitude) };
    });

const placesText = (places: readonly Place[]): string =>
  places
    .map(({ name, latitude, longitude }) =>
      latitude === undefined ? name : `${name} ; ${latitude}, ${longitude}`,
    )
    .join('\n');

/** An empty line, for the same days as the one before. */
export const newLine = (id: string, before?: LineForm): LineForm => ({
  id,
  specialty: 'explosive-dog',
  quantity: 1,
  from: before?.from ?? '',
  to: before?.to ?? '',
  places: before?.places ?? '',
  languages: before?.languages ?? [],
  skills: '',
  powers: [],
  arms: 'none',
  conditions: '',
});

/** An empty form. */
export const newForm = (id: string): AskForm => ({
  title: '',
  event: '',
  eventCode: '',
  eventId: null,
  lines: [newLine(id)],
  conditions: '',
  costs: {},
  costsText: '',
  answerBy: '',
  reason: '',
  agreement: '',
  circle: '',
  recipients: [],
});

/** A line as the form holds it. */
export const lineForm = (line: AskedLine, zone: string): LineForm => ({
  id: line.id,
  specialty: line.requirement.specialty,
  quantity: line.quantity,
  from: dayOfMoment(line.from, zone),
  to: lastDayBefore(line.to, zone),
  places: placesText(line.places),
  languages: line.requirement.languages,
  skills: line.requirement.skills.join(', '),
  powers: line.requirement.powers,
  arms: line.arms,
  conditions: line.conditions,
});

/** The form of an ask that is written anew: its open version, or the last one for the next. */
export const formOf = (ask: Ask, zone: string): AskForm | null => {
  const version = ask.versions.at(-1);
  if (version === undefined) return null;
  const { content } = version;
  return {
    title: content.title,
    event: content.event?.name ?? '',
    eventCode: content.event?.code ?? '',
    eventId: content.event?.id ?? null,
    lines: content.lines.map((line) => lineForm(line, zone)),
    conditions: content.conditions,
    costs: Object.fromEntries(content.costs.map(({ kind, bearer }) => [kind, bearer])),
    costsText: content.costsText,
    answerBy: lastDayBefore(content.answerBy, zone),
    reason: version.state === 'issued' ? '' : content.reason,
    agreement: ask.agreement,
    circle: ask.circle ?? '',
    recipients: ask.recipients,
  };
};

const lineOf = (line: LineForm, zone: string): AskedLine | null => {
  const [from, to] = [dayStart(line.from, zone), dayEnd(line.to, zone)];
  if (from === null || to === null) return null;
  return {
    id: line.id,
    requirement: {
      specialty: line.specialty,
      skills: phrases(line.skills),
      languages: [...line.languages],
      powers: [...line.powers],
    },
    quantity: line.quantity,
    from,
    to,
    places: placesOf(line.places),
    arms: line.arms,
    conditions: line.conditions.trim(),
  };
};

export const wantings = ['title', 'days', 'answerBy', 'agreement', 'partners'] as const;

/** What still has to be filled in before the form can be saved. */
export const wantingIn = (form: AskForm): readonly (typeof wantings)[number][] => {
  const isWanting: Readonly<Record<(typeof wantings)[number], boolean>> = {
    title: form.title.trim() === '',
    days: form.lines.some(({ from, to }) => from === '' || to === ''),
    answerBy: form.answerBy === '',
    agreement: form.agreement === '',
    partners: form.circle === '' && form.recipients.length === 0,
  };
  return wantings.filter((one) => isWanting[one]);
};

/** What the node wants; null while what it needs is not there. */
export const draftOf = (
  form: AskForm,
  kinds: readonly CostKind[],
  { zone, language }: { readonly zone: string; readonly language: Language },
): AskDraft | null => {
  const lines = form.lines.flatMap((line) => lineOf(line, zone) ?? []);
  const answerBy = dayEnd(form.answerBy, zone);
  const agreement: AgreementId | null = readId('agreement', form.agreement);
  const circle: CircleId | null = readId('circle', form.circle);
  const isWhole = lines.length === form.lines.length && lines.length > 0;
  if (!isWhole || answerBy === null || agreement === null || form.title.trim() === '') return null;
  if (circle === null && form.recipients.length === 0) return null;
  return {
    content: {
      title: form.title.trim(),
      language,
      event:
        form.event.trim() === ''
          ? null
          : { id: form.eventId, name: form.event.trim(), code: form.eventCode.trim() || null },
      lines,
      conditions: form.conditions.trim(),
      costs: kinds.flatMap((kind) => {
        const bearer = form.costs[kind];
        return bearer === undefined ? [] : [{ kind, bearer }];
      }),
      costsText: form.costsText.trim(),
      answerBy,
      reason: form.reason.trim(),
    },
    address: { agreement, circle, recipients: circle === null ? [...form.recipients] : [] },
  };
};
