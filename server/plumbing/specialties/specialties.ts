/**
 * What an officer or a team on duty can be asked for: specialty, certificates, powers. Coded once, so that
 * a post, an ask to partners and a unit of the roster mean the same.
 */
import Type, { type Static } from 'typebox';
import { oneOf, visibleText } from '../../kernel/schemas.ts';

/** Specialties that host services ask of partners, and those that they post themselves. */
export const specialties = [
  'explosive-dog',
  'bomb-disposal',
  'counter-drone',
  'document-fraud',
  'spotter',
  'mounted',
  'motorcyclist',
  'patrol',
  'public-order',
  'close-protection',
  'screening',
  'investigator',
  'analyst',
  'liaison',
  'cyber',
  'forensics',
  'cbrn',
  'medical',
] as const;
/** One of `specialties`. */
export type Specialty = (typeof specialties)[number];

/**
 * What an officer may do where he is posted. A visiting officer has them in the presence of his host officer
 * alone, and those that need a judge's or prosecutor's authority never by himself.
 */
export const powers = [
  'identity-check',
  'search',
  'arrest',
  'carry-arms',
  'traffic-control',
  'drone-neutralisation',
] as const;
/** One of `powers`. */
export type Power = (typeof powers)[number];

/** Limits of what a post or an ask may want. */
export const requirementLimits = { quantity: 2_000, skills: 10, skill: 60, languages: 8 } as const;

/** ISO 639-1, in lower case. */
export const languageCodeSchema = Type.String({ pattern: '^[a-z]{2}$' });

/** What is wanted of one officer or team, wherever it is asked for. */
export const requirementSchema = Type.Object(
  {
    specialty: oneOf(specialties),
    /** Beyond the specialty, in free words: «k9-explosives-urban», «night vision». */
    skills: Type.Array(visibleText(requirementLimits.skill), {
      maxItems: requirementLimits.skills,
      uniqueItems: true,
    }),
    languages: Type.Array(languageCodeSchema, { maxItems: requirementLimits.languages, uniqueItems: true }),
    powers: Type.Array(oneOf(powers), { maxItems: powers.length, uniqueItems: true }),
  },
  { additionalProperties: false },
);
/** What is wanted of one officer or team. */
export type Requirement = Static<typeof requirementSchema>;

/** True where nothing of what is wanted is lacking; skills are the same where they are written alike. */
export const hasAll = (held: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((one) => held.includes(one));
