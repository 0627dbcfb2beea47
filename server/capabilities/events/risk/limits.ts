/** Every limit of risk, named. Pure. */

/** The limits; minutes, hours and days where the name says so. */
export const riskLimits = {
  /** UTF-16 units. */
  reason: 2_000,
  source: 500,
  /** Graded sources of one version. */
  sources: 20,
  /** Versions of one hazard at one place: a thing assessed more often than that is not being assessed. */
  versions: 500,
  /** Proposals accepted at once: five thousand places with every hazard. */
  accepted: 50_000,
  /** Rows of what rose that are shown. */
  rose: 300,
  /** Of one node, those that came with the program included. */
  templates: 200,
  lines: 30,
  /** Of one line. */
  quantity: 500,
  minutes: 2_880,
  shiftHours: { least: 2, most: 24 },
  /** Nations that one line places officers for, those with the most spectators first. */
  nations: 12,
  spectators: 5_000_000,
  priorities: 5,
  /** Partners asked at once. */
  partners: 100,
  /** Lines of a preview that are shown; the figures are of all. */
  shown: 500,
  /** Days before a milestone's day is called soon. */
  soonDays: 7,
  /** Days after which an accepted proposal is looked at again. */
  reviewDays: 14,
  /** Overdue reviews that are told in one round, and that one person is shown. */
  remindedAtOnce: 5_000,
  overdueShown: 100,
} as const;
