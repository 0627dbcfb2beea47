import type { Bar } from './board.ts';

export const Explanation = (_needs: { bar: Bar }) => null;
