/** Moments as the house writes them sort as texts. Pure. */
import type { Instant } from '../../kernel/time.ts';

/** The earliest of them. */
export const earliest = (moments: readonly Instant[]): Instant => moments.toSorted()[0] ?? '';

/** The latest of them. */
export const latest = (moments: readonly Instant[]): Instant => moments.toSorted().at(-1) ?? '';
