/** The duties of one unit on paper, in its language; and in the calendar of its telephone. Pure. */
import type { Language, Words } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import {
  type Block,
  type Phrase,
  type PrintedDocument,
  printedDates,
  zoneNames,
} from '../../plumbing/documents/index.ts';
import { powerWords, specialtyWords } from '../../plumbing/specialties/index.ts';
import type { CalendarDuty } from './calendar.ts';
import type { Duty } from './contract.ts';
import { isSuspended } from './duty.ts';
import { dutyWords } from './duty-words.ts';

/** What a paper is made of. */
export interface PrintedDuties {
  readonly name: string;
  readonly language: Language;
  readonly issuer: Words;
  /** Whose roster it is. */
  readonly self: PartyId;
  readonly briefing: string | null;
  readonly duties: readonly Duty[];
  readonly now: string;
}

const hostsOf = ({ content }: Duty): string =>
  content.hosts.map(({ name, phone }) => (phone === null ? name : `${name}\n${phone}`)).join('\n');

/** In words, where the duty does not stand as it was planned. */
const saidOf = (duty: Duty, self: PartyId): 'cancelled' | 'suspended' | null => {
  if (duty.state === 'cancelled') return 'cancelled';
  return isSuspended(duty, self) ? 'suspended' : null;
};

const rowOf = (duty: Duty, { language, self }: PrintedDuties): readonly Phrase[] => {
  const dates = printedDates(language, duty.content.zone);
  const { specialty, task, venue } = duty.content;
  const what = [specialtyWords[specialty][language], ...(task === null ? [] : [task])].join('\n');
  const said = saidOf(duty, self);
  const hosts = { cancelled: '', suspended: dutyWords.hostMissing[language] };
  return [
    { text: dates.day(duty.startsAt) },
    // Two times have no direction of their own: in an Arabic paper the earlier stands at the right.
    { text: `${language === 'ar' ? '\u200f' : ''}${dates.times(duty.startsAt, duty.endsAt)}` },
    { text: venue },
    { text: said === null ? what : `${dutyWords[said][language]}\n${what}` },
    { text: said === null ? hostsOf(duty) : hosts[said] },
  ];
};

/** The paper of a unit. */
export const documentOf = (printed: PrintedDuties): PrintedDocument => {
  const { language, duties, briefing, now } = printed;
  const zone = duties[0]?.content.zone ?? 'UTC';
  const word = (key: keyof typeof dutyWords): string => dutyWords[key][language];
  const table: Block =
    duties.length === 0
      ? { kind: 'paragraph', phrase: { text: word('none') } }
      : {
          kind: 'table',
          head: [word('day'), word('when'), word('where'), word('what'), word('host')],
          widths: [3, 3, 4, 4, 3],
          rows: duties.map((duty) => rowOf(duty, printed)),
        };
  const told: readonly Block[] =
    briefing === null
      ? []
      : [
          { kind: 'heading', level: 1, text: word('briefing') },
          { kind: 'paragraph', phrase: { text: briefing } },
        ];
  return {
    language,
    title: word('title'),
    issuer: printed.issuer[language],
    reference: duties[0]?.event.slice(0, 8) ?? '',
    tlp: 'amber+strict',
    marking: word('marking'),
    madeAt: `${word('made')} ${printedDates(language, zone).inZone(now)}`,
    pageWords: word('page'),
    facts: [
      { label: word('for'), value: { text: printed.name } },
      ...(duties[0] === undefined ? [] : [{ label: '', value: { text: duties[0].content.event } }]),
      { label: '', value: { text: word('zone').replace('{zone}', zoneNames(zone)[language]) } },
    ],
    blocks: [table, ...told],
  };
};

const statuses = { cancelled: 'CANCELLED', suspended: 'TENTATIVE' } as const;

/** A duty as the calendar of a telephone shows it. */
export const calendarDuty = (
  duty: Duty,
  { language, self }: Pick<PrintedDuties, 'language' | 'self'>,
): CalendarDuty => {
  const { specialty, venue, task, powers, event } = duty.content;
  const named = powers.map((power) => powerWords[power][language]);
  const said = saidOf(duty, self);
  const what = specialtyWords[specialty][language];
  const warning = said === 'suspended' ? dutyWords.hostMissing[language] : '';
  return {
    uid: duty.uid,
    sequence: duty.sequence,
    status: said === null ? 'CONFIRMED' : statuses[said],
    startsAt: duty.startsAt,
    endsAt: duty.endsAt,
    toldAt: duty.toldAt,
    // A telephone shows no more than the beginning of it.
    summary: [...(said === null ? [] : [dutyWords[said][language]]), what, venue].join(' · '),
    location: venue,
    description: [warning, event, task ?? '', named.join(' · '), hostsOf(duty)]
      .filter((line) => line !== '')
      .join('\n'),
  };
};
