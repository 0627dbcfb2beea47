/** Pictures: which kinds a page may show, and the small copy of one that stands in a list. */

import type { Readable } from 'node:stream';
import { attachmentLimits } from './limits.ts';

const shown: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/** True for kinds that a browser shows and that hold no code; by what the bytes are. */
export const isShownWithinPage = (mimeType: string): boolean => shown.includes(mimeType);

/** True where a browser may take it apart: measured when it came, and of no more points than memory holds. */
export const isShownWhole = ({
  mimeType,
  pixels,
}: {
  readonly mimeType: string;
  readonly pixels?: number;
}): boolean =>
  isShownWithinPage(mimeType) && pixels !== undefined && pixels <= attachmentLimits.picturePixels;

/** How many points a picture says that it has, by its head alone; undefined for what is none. */
export const measurePicture = async (path: string): Promise<number | undefined> => {
  const sharp = await openSharp();
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return undefined;
  }
};

/** Loaded with the first picture: a node starts without it. */
const openSharp = async () => {
  const { default: sharp } = await import('sharp');
  // One at a time: a picture is taken apart in memory, and the node has other things to do.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
};

/**
 * A small WebP of a picture, turned as its camera held it and without what the camera wrote into it (place,
 * device). Null for what cannot be read as a picture, or would fill the memory.
 */
export const makeThumbnail = async (picture: Readable): Promise<Buffer | null> => {
  const sharp = await openSharp();
  const { thumbnailPixels, picturePixels, pictureSeconds } = attachmentLimits;
  const small = sharp({ limitInputPixels: picturePixels, failOn: 'error', pages: 1 })
    .timeout({ seconds: pictureSeconds })
    .rotate()
    .resize(thumbnailPixels, thumbnailPixels, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 });
  picture.on('error', (error) => small.destroy(error));
  try {
    return await picture.pipe(small).toBuffer();
  } catch {
    return null;
  } finally {
    picture.destroy();
  }
};
