/** What part of the world the map of an event shows. Pure. */
import type { Point } from '../../../server/capabilities/events/contract.ts';

/** A place on the map: degrees, with longitudes drawn together as they are at the middle's latitude. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const leastDegrees = 0.01;
const mostDegrees = 400;
/** Height of the picture for its width. */
const aspect = 0.5;
const kilometresPerDegree = 111.2;

/** How longitudes are drawn together around these places. */
export const squeezeOf = (points: readonly Point[]): number => {
  const lats = points.map(({ lat }) => lat).sort((one, other) => one - other);
  const middle = lats[Math.floor(lats.length / 2)] ?? 0;
  return Math.max(0.2, Math.cos((middle * Math.PI) / 180));
};
export const spotOf = ({ lat, lon }: Point, squeeze: number): Spot => ({ x: lon * squeeze, y: -lat });

const around = (spots: readonly Spot[]): View => {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const width = Math.max((right - left) * 1.25, ((bottom - top) * 1.35) / aspect, leastDegrees * 4);
  const height = width * aspect;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
};

/** All of them. */
export const wholeView = (spots: readonly Spot[]): View =>
  spots.length === 0 ? { x: -10, y: -50, width: 20, height: 10 } : around(spots);

/** Most of them: the one venue on the other side of the world does not make all others one dot. */
export const mainView = (spots: readonly Spot[]): View => {
  const middle = (values: readonly number[]): number =>
    [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
  const [x, y] = [middle(spots.map((one) => one.x)), middle(spots.map((one) => one.y))];
  const byDistance = [...spots].sort(
    (one, other) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y),
  );
  return wholeView(byDistance.slice(0, Math.max(1, Math.ceil(spots.length * 0.75))));
};

/** How large the picture is, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The view and as much around it as fills the frame, and how much of it one pixel is. */
export const filling = (view: View, frame: Frame): { readonly shown: View; readonly pixel: number } => {
  const pixel = Math.max(view.width / frame.width, view.height / frame.height);
  const [width, height] = [frame.width * pixel, frame.height * pixel];
  const [x, y] = [view.x - (width - view.width) / 2, view.y - (height - view.height) / 2];
  return { shown: { x, y, width, height }, pixel };
};

/** Larger or smaller around a place, which stays where it is. */
export const zoomed = (view: View, factor: number, at?: Spot): View => {
  const width = Math.min(mostDegrees, Math.max(leastDegrees, view.width * factor));
  const share = width / view.width;
  const [x, y] = [at?.x ?? view.x + view.width / 2, at?.y ?? view.y + view.height / 2];
  return {
    x: x - (x - view.x) * share,
    y: y - (y - view.y) * share,
    width,
    height: view.height * share,
  };
};
export const moved = (view: View, byX: number, byY: number): View => ({
  ...view,
  x: view.x + byX,
  y: view.y + byY,
});

/** A round number of kilometres that takes about a quarter of the width, and the degrees that it is. */
export const scaleOf = ({ width }: View): { readonly kilometres: number; readonly degrees: number } => {
  const rough = (width * kilometresPerDegree) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const kilometres = [5, 2, 1].map((one) => one * power).find((one) => one <= rough) ?? power;
  return { kilometres, degrees: kilometres / kilometresPerDegree };
};

/** Lines of a grid, a round number of degrees apart. */
export const gridOf = (view: View): { readonly xs: readonly number[]; readonly ys: readonly number[] } => {
  const step = 10 ** Math.floor(Math.log10(view.width)) / 2;
  const lines = (from: number, length: number): number[] =>
    Array.from(
      { length: Math.min(60, Math.ceil(length / step) + 1) },
      (_, index) => (Math.floor(from / step) + index) * step,
    );
  return { xs: lines(view.x, view.width), ys: lines(view.y, view.height) };
};

/** A path of SVG through places. */
export const pathOf = (
  positions: readonly (readonly number[])[],
  squeeze: number,
  closed: boolean,
): string => {
  const steps = positions.map(([lon = 0, lat = 0], index) => {
    const { x, y } = spotOf({ lat, lon }, squeeze);
    return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
  });
  return `${steps.join('')}${closed ? 'Z' : ''}`;
};
