/** The hard rules by their codes. Pure. */

/** The rules that a duty can break; the words that people read are in the catalogues. */
export const rules = [
  'not-taskable',
  'specialty',
  'skill',
  'language',
  'power',
  'size',
  'host-pair',
  'availability',
  'engaged',
  'home',
  'forbidden',
  'overlap',
  'travel',
  'rest',
  'duty-span',
  'hours-per-day',
  'hours-per-7-days',
  'escort',
  'pair-apart',
] as const;
/** A hard rule. */
export type Rule = (typeof rules)[number];
/** Nobody sets these aside: a visitor is beside his officer of the host, and nobody is in two places. */
export const neverSetAside: readonly string[] = ['host-pair', 'escort', 'pair-apart', 'overlap', 'engaged'];
