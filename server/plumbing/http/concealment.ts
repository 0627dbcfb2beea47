/** Texts of a body that hide something from who reads them (`hidesSomething`). Pure. */
import { hidesSomething } from '../../kernel/visible.ts';

/**
 * What is taken as it came: STIX content, which comes out as it went in, and what only its owner knows. The
 * names of members whose whole content is passed over.
 */
const keptAsGiven: readonly string[] = ['objects', 'password', 'newPassword', 'currentPassword'];

/**
 * The JSON pointers (RFC 6901) of texts that hide something, in the order of the body. The body is one in
 * which `findUnspeakable` found nothing: its depth is bounded.
 */
export const findConcealed = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'string') return hidesSomething(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !keptAsGiven.includes(name))
    .flatMap(([name, member]) => findConcealed(member, `${path}/${name}`));
};
