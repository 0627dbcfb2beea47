/** Every limit of the store of attachments, named. */
import { dayMs } from '../../kernel/time.ts';

/** The limits; milliseconds and bytes where the name says so. */
export const attachmentLimits = {
  /** How long bytes that are being gathered stay when nobody goes on with them. */
  gatheringKeptMs: dayMs,
  /** Names of the folder that one look of the sweep compares with the rows. */
  sweepBatch: 1_000,
  /** Entries in an archive, those of archives within it included. */
  archiveEntries: 20_000,
  /** Bytes that an archive holds once unpacked. */
  archiveUnpackedBytes: 2_147_483_648,
  /** How many times its own size an archive may hold, beyond `archiveRatioFromBytes`. */
  archiveRatio: 200,
  archiveRatioFromBytes: 16_777_216,
  /** Archives within archives. */
  archiveDepth: 3,
  /** Bytes of an archive within an archive that is looked into: it is held in memory meanwhile. */
  archiveNestedBytes: 33_554_432,
  /** How long one archive is looked into. */
  archiveMs: 60_000,
  /** Bytes at the beginning of a file by which text is told from the rest. */
  sampleBytes: 8_192,
  /** The longer side of the small copy of a picture. */
  thumbnailPixels: 320,
  /** Points of a picture that is shown whole or made small, and how long that may take. */
  picturePixels: 60_000_000,
  pictureSeconds: 5,
} as const;
