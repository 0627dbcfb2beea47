/** A badge as a document: a card to cut out, with a code that is checked without a network. Pure. */
import QRCode from 'qrcode';
import type { Language, Words } from '../../../kernel/faults.ts';
import type { Instant } from '../../../kernel/time.ts';
import { type Fact, type PrintedDocument, printedDates } from '../../../plumbing/documents/index.ts';
import { powerWords, specialtyWords } from '../../../plumbing/specialties/index.ts';
import { badgeWords } from './badge-words.ts';
import type { StoredUnit } from './unit.ts';

export interface BadgePrinting {
  readonly unit: StoredUnit;
  readonly badge: {
    readonly number: string;
    readonly code: string;
    readonly from: string;
    readonly until: string;
    readonly zones: readonly string[];
    readonly armed: boolean;
  };
  readonly language: Language;
  readonly issuer: Words;
  readonly partner: string;
  readonly now: Instant;
  readonly timeZone: string;
}

/** Between facts of one line. */
const separator = ' · ';

const factsOf = ({ unit, badge, language, partner }: BadgePrinting): readonly Fact[] => {
  const { profile } = unit;
  const say = (key: keyof typeof badgeWords): string => badgeWords[key][language];
  const powers = profile.powers.map((power) => powerWords[power][language]);
  return [
    { label: say('service'), value: { text: `${profile.service} (${partner})` } },
    { label: say('role'), value: { text: specialtyWords[profile.specialty][language], language } },
    { label: say('valid'), value: { text: `${badge.from} → ${badge.until}`, isCode: true } },
    { label: say('zones'), value: { text: badge.zones.join(separator) || say('allZones') } },
    { label: say('powers'), value: { text: powers.join(separator) || say('noPowers'), language } },
  ];
};

/** The badge as the typesetter takes it. */
export const badgeDocument = async (printing: BadgePrinting): Promise<PrintedDocument> => {
  const { unit, badge, language, issuer, now, timeZone } = printing;
  const say = (key: keyof typeof badgeWords): string => badgeWords[key][language];
  const { nameLatin, nameArabic, rank } = unit.profile;
  return {
    language,
    title: say('title'),
    issuer: issuer[language],
    reference: badge.number,
    tlp: 'green',
    marking: say('marking'),
    madeAt: printedDates(language, timeZone).moment(now),
    pageWords: say('pages'),
    facts: [],
    blocks: [
      { kind: 'notice', phrase: { text: say('notice'), language } },
      {
        kind: 'card',
        issuer: issuer[language],
        title: say('card'),
        photo: say('photo'),
        names: [
          { text: nameLatin, language: 'en' },
          ...(nameArabic === '' ? [] : [{ text: nameArabic, language: 'ar' as const }]),
          { text: rank },
        ],
        facts: factsOf(printing),
        band: badge.armed ? say('armed') : say('unarmed'),
        isWarning: badge.armed,
        code: await QRCode.toString(badge.code, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
        number: badge.number,
      },
    ],
  };
};
