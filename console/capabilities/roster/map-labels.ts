/** Which names of a map are written: those of the largest places first, each only where none stands yet. */

/** A circle of the map with its name below. */
export interface Mark {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of letters as they are drawn, in the picture's own units. */
const [letterWidth, lineHeight, gap] = [6.4, 13, 3];

const nameBox = ({ name, x, y, radius }: Mark, scale: number): Box => {
  const half = (name.length * letterWidth * scale) / 2;
  const top = y + radius + gap;
  return { left: x - half, right: x + half, top, bottom: top + lineHeight * scale };
};
const circleBox = ({ x, y, radius }: Mark): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Ids of the marks whose names lie over no circle of another, over no other name and inside the picture, when
 * letters are drawn so many times their usual size.
 */
export const writtenNames = (marks: readonly Mark[], size: number, scale = 1): ReadonlySet<string> => {
  const written = new Map<string, Box>();
  for (const mark of marks.toSorted((one, other) => other.radius - one.radius)) {
    const box = nameBox(mark, scale);
    const isInside = box.left >= 0 && box.right <= size && box.bottom <= size;
    const isFree =
      marks.every((other) => other.id === mark.id || !overlap(box, circleBox(other))) &&
      [...written.values()].every((other) => !overlap(box, other));
    if (isInside && isFree) written.set(mark.id, box);
  }
  return new Set(written.keys());
};
