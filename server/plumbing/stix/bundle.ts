/** Reading and writing of STIX text: a bundle (STIX 2.1 §8), one object, or a list of objects. */
import {
  canonical,
  isObject,
  type Json,
  type JsonObject,
  nameBasedUuid,
  readJson,
} from '../../kernel/canonical.ts';
import { stixLimits } from './limits.ts';
import { createReport, errorsOf, type Problem, pointerTo, type Report } from './problems.ts';
import { inspectObject, type StixObject } from './validation.ts';
import { isIdentifier, typeOfId } from './values.ts';
import { checkVersions } from './versions.ts';

/** What came of reading a text: all of its objects, or every problem. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly objects: readonly StixObject[];
      /** The bundle's own identifier; null where the text was not a bundle. */
      readonly bundleId: string | null;
      /** What is unusual but valid. */
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A STIX 2.1 bundle (§8). */
export interface Bundle extends JsonObject {
  readonly type: 'bundle';
  readonly id: string;
  readonly objects: readonly StixObject[];
}

/**
 * Reads the text of a STIX 2.1 bundle, a single object or a list of objects. All objects come out as they
 * were written (equal in RFC 8785 canonical form), in order, several versions of one object included; or
 * the whole text is refused and every problem says where it is. Never throws; limits: `stixLimits`.
 */
export const readBundle = (text: string): Reading => {
  const report = createReport();
  if (Buffer.byteLength(text) > stixLimits.bytes)
    return refuse(report, '', 'limit-bytes', `${stixLimits.bytes}`);
  const json = readJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (json === null) return refuse(report, '', 'json');
  return readBundleValue(json.value);
};

const refuse = (report: Report, ...problem: Parameters<Report['add']>): Reading => {
  report.add(...problem);
  return { kind: 'refused', problems: report.problems };
};

/** As `readBundle`, for a value that was already read from JSON: the body of a request or of an envelope. */
export const readBundleValue = (value: Json): Reading => {
  const report = createReport();
  checkLimits(value, '', 1, report);
  if (report.problems.length > 0) return { kind: 'refused', problems: report.problems };
  const isBundle = isObject(value) && value.type === 'bundle';
  const id = isBundle ? value.id : null;
  const isBundleId = typeof id === 'string' && isIdentifier(id) && typeOfId(id) === 'bundle';
  if (isBundle && !isBundleId) report.add('/id', 'identifier');
  const found = isBundle ? value.objects : Array.isArray(value) ? value : [value];
  if (found === undefined || (Array.isArray(found) && found.length === 0))
    return refuse(report, '', 'nothing');
  if (!Array.isArray(found)) return refuse(report, '/objects', 'list');
  if (found.length > stixLimits.objects)
    return refuse(report, isBundle ? '/objects' : '', 'limit-objects', `${stixLimits.objects}`);
  const within = isBundle ? '/objects' : '';
  const objects: StixObject[] = [];
  for (const [index, object] of found.entries()) {
    const path = isBundle || Array.isArray(value) ? pointerTo(within, index) : '';
    if (inspectObject(object, path, report)) objects.push(object);
  }
  checkVersions(objects, within, report);
  const errors = errorsOf(report.problems);
  return errors.length > 0
    ? { kind: 'refused', problems: report.problems }
    : { kind: 'read', objects, bundleId: isBundleId ? id : null, warnings: report.problems };
};

/** What came of reading a batch object by object. */
export interface EachReading {
  /** The objects that are what STIX says, with their place in the batch. */
  readonly sound: readonly {
    readonly index: number;
    readonly object: StixObject;
    readonly warnings: readonly Problem[];
  }[];
  /** The others: their identifier where they have one, and what is wrong, as paths within the object. */
  readonly unsound: readonly {
    readonly index: number;
    readonly id: string | null;
    readonly problems: readonly Problem[];
  }[];
}

/**
 * Reads objects that stand on their own, as a TAXII batch does: each is sound or is not, and one that is not
 * takes nothing from the others. How many there may be is up to the caller; each keeps to `stixLimits`.
 */
export const readEach = (objects: readonly Json[]): EachReading => {
  const sound: EachReading['sound'][number][] = [];
  const unsound: EachReading['unsound'][number][] = [];
  for (const [index, object] of objects.entries()) {
    const report = createReport(stixLimits.problemsEach);
    if (!isWithin(object, 1)) checkLimits(object, '', 1, report);
    const isWithinLimits = report.problems.length === 0;
    if (isWithinLimits && inspectObject(object, '', report) && errorsOf(report.problems).length === 0)
      sound.push({ index, object, warnings: report.problems });
    else unsound.push({ index, id: idOf(object), problems: errorsOf(report.problems) });
  }
  return { sound, unsound };
};

const idOf = (object: Json): string | null => {
  const id = isObject(object) ? object.id : null;
  return typeof id === 'string' && isIdentifier(id) ? id : null;
};

// A lone surrogate has no UTF-8, and the database cannot hold U+0000: neither would come out as it went in.
const hasBadCharacters = (value: string): boolean => !value.isWellFormed() || value.includes('\0');

const checkText = (value: string, path: string, report: Report): void => {
  if (value.length > stixLimits.stringLength)
    report.add(path, 'limit-characters', `${stixLimits.stringLength}`);
  else if (hasBadCharacters(value)) report.add(path, 'characters');
};

/** Whether `checkLimits` has nothing to say: most often so, and then no path has to be written down. */
const isWithin = (value: Json, depth: number): boolean => {
  if (typeof value === 'string') return value.length <= stixLimits.stringLength && !hasBadCharacters(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > stixLimits.depth) return false;
  if (Array.isArray(value))
    return value.length <= stixLimits.listItems && value.every((item) => isWithin(item, depth + 1));
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return (
    names.length <= stixLimits.properties &&
    names.every((name) => isWithin(name, depth) && isWithin(value[name] ?? null, depth + 1))
  );
};

const checkLimits = (value: Json, path: string, depth: number, report: Report): void => {
  if (typeof value === 'string') checkText(value, path, report);
  // 1e999 is JSON but no number of ours (RFC 8785 §3.2.2.3).
  else if (typeof value === 'number' && !Number.isFinite(value)) report.add(path, 'number');
  else if (typeof value !== 'object' || value === null) return;
  else if (depth > stixLimits.depth) report.add(path, 'limit-depth', `${stixLimits.depth}`);
  else if (Array.isArray(value)) checkItems(value, path, depth, report);
  else if (isObject(value)) checkMembers(value, path, depth, report);
};

const checkItems = (items: readonly Json[], path: string, depth: number, report: Report): void => {
  if (items.length > stixLimits.listItems) report.add(path, 'limit-items', `${stixLimits.listItems}`);
  else
    for (const [index, item] of items.entries()) checkLimits(item, pointerTo(path, index), depth + 1, report);
};

const checkMembers = (object: JsonObject, path: string, depth: number, report: Report): void => {
  const members = Object.entries(object);
  if (members.length > stixLimits.properties)
    report.add(path, 'limit-properties', `${stixLimits.properties}`);
  else
    for (const [name, member] of members) {
      checkText(name, path, report);
      checkLimits(member, pointerTo(path, name), depth + 1, report);
    }
};

/** Of our own: a bundle's identifier is derived from its content, so that equal content is equal text. */
const bundleNamespace = '2f8f0c1e-54a9-4c0b-9b60-8a2a0d8f6b11';

/** Wraps objects into a bundle (§8). Equal objects in the same order give an equal bundle. */
export const toBundle = (objects: readonly StixObject[]): Bundle => ({
  type: 'bundle',
  id: `bundle--${nameBasedUuid(bundleNamespace, canonical(objects))}`,
  objects,
});
