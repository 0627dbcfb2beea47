/** Several versions of one object that travel together (STIX 2.1 §3.6). */
import { canonical } from '../../kernel/canonical.ts';
import { pointerTo, type Report } from './problems.ts';
import type { StixObject } from './validation.ts';
import { compareTimes, isStixTime, timeKey } from './values.ts';

/** What no version may change (§3.6.1). */
const fixed = ['created', 'created_by_ref'] as const;

const versionOf = ({ modified }: StixObject): string =>
  typeof modified === 'string' && isStixTime(modified) ? timeKey(modified) : '';

/** Two contents of one version are refused, and so is a version that changes what none may change. */
export const checkVersions = (objects: readonly StixObject[], within: string, report: Report): void => {
  const versions = new Map<string, StixObject>();
  const firsts = new Map<string, StixObject>();
  const revoked = new Map<string, string>();
  for (const [index, object] of objects.entries()) {
    const version = versionOf(object);
    const key = `${object.id} ${version}`;
    const earlier = versions.get(key);
    if (earlier === undefined) versions.set(key, object);
    else if (canonical(earlier) !== canonical(object))
      report.add(pointerTo(within, index), version === '' ? 'same-id' : 'same-version', object.id);
    const first = firsts.get(object.id);
    if (first === undefined) firsts.set(object.id, object);
    else if (version !== '') checkFixed(first, object, pointerTo(within, index), report);
    if (object.revoked === true && typeof object.modified === 'string')
      revoked.set(object.id, object.modified);
  }
  if (revoked.size > 0) checkRevoked(objects, revoked, within, report);
};

const checkFixed = (first: StixObject, object: StixObject, path: string, report: Report): void => {
  for (const name of fixed) {
    const [before, now] = [first[name], object[name]];
    if (typeof before === 'string' && typeof now === 'string' && sameness(before) !== sameness(now))
      report.add(pointerTo(path, name), 'version-fixed', name);
  }
};

const sameness = (value: string): string => (isStixTime(value) ? timeKey(value) : value);

// §3.6.3: revocation ends an object; a version after it is told and kept as it came.
const checkRevoked = (
  objects: readonly StixObject[],
  revoked: ReadonlyMap<string, string>,
  within: string,
  report: Report,
): void => {
  for (const [index, object] of objects.entries()) {
    const end = revoked.get(object.id);
    const { modified } = object;
    if (end === undefined || typeof modified !== 'string' || !isStixTime(modified) || !isStixTime(end))
      continue;
    if (compareTimes(modified, end) > 0) report.add(pointerTo(within, index), 'version-revoked', object.id);
  }
};
