/** Texts of a body that hide something from who reads them (`hidesSomething`). Pure. */
import { hidesSomething } from '../../kernel/visible.ts';

/** What every route takes as it came: STIX content, which comes out as it went in, and passwords. */
const always: readonly string[] = ['objects', 'password'];

/**
 * The JSON pointers (RFC 6901) of texts that hide something, in the order of the body; members named in
 * `keptAsGiven` are passed over wherever they stand. The body is one in which `findUnspeakable` found
 * nothing: its depth is bounded.
 */
export const findConcealed = (
  value: unknown,
  keptAsGiven: readonly string[] = [],
  path = '',
): readonly string[] => {
  if (typeof value === 'string') return hidesSomething(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !always.includes(name) && !keptAsGiven.includes(name))
    .flatMap(([name, member]) => findConcealed(member, keptAsGiven, `${path}/${name}`));
};
