/** One name in two forms: Arabic first where the scripts differ. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}
