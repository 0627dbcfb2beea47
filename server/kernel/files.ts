/** Files that people bring: how a name is shown, and what its reader is warned of. Pure. */

/**
 * `executable`, `script`: would run if opened. `active`: a page or drawing that may hold code. `macros`: an
 * office document with code. `encrypted`, `unchecked`: an archive that could not be looked into. `wrong-
 * ending`: the name says another kind than the content. `disguised`: the name holds what misleads the eye.
 */
export const fileWarnings = [
  'executable',
  'script',
  'active',
  'macros',
  'encrypted',
  'unchecked',
  'wrong-ending',
  'disguised',
] as const;
export type FileWarning = (typeof fileWarnings)[number];

/** Bidirectional controls, other invisible characters, and what means a path. */
const misleading = /[\p{Cc}\p{Bidi_Control}\u200b-\u200d\u2060\ufeff]/gu;

/** A name without what misleads the eye or means a path; its letters as they were given. */
export const shownName = (name: string): string =>
  name.replaceAll(misleading, '\u{fffd}').replaceAll(/[\\/]/g, '\u{2215}').trim() || '\u{fffd}';
