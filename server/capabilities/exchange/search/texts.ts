/**
 * What of an object people search for: its names, values, identifiers and descriptions, each with its
 * place. Pure.
 */
import { isObject, type Json } from '../../../kernel/canonical.ts';
import type { StoredObject } from '../item.ts';

/** How much a place says about what the item is about: title, names and values, summary, descriptions. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A stretch of text and where it stands: `name`, `external_references.external_id`. */
export interface Stretch {
  readonly path: string;
  readonly text: string;
  readonly weight: Weight;
}

/**
 * What says how an object is kept or joined, not what it is about. Ids of other objects and of markings
 * among it.
 */
const passedOver = new RegExp(
  `^(${[
    'type|spec_version|lang|created|modified|schema|extension_type|extensions?_types|pattern_(type|version)',
    'identity_class|context|granular_markings|is_.*|.*_(ref|refs|bin|enc|hex)|.*_(time|key_modulus)',
    '(valid|first|last|start|stop|published|submitted|analysis)_?(from|until|seen|observed|time|started|ended)?',
  ].join('|')})$`,
);
const described =
  /^(description|content|explanation|objective|goals|body|summary|details|text|received_lines)$/;

type Manner = 'over' | 'described' | 'pattern' | 'named';
const mannerOf = (key: string): Manner => {
  if (passedOver.test(key)) return 'over';
  if (key === 'pattern') return 'pattern';
  return described.test(key) ? 'described' : 'named';
};
/** Keys are few and the same for thousands of objects; those of strangers are not remembered without end. */
const keysRemembered = 500;
const manners = new Map<string, Manner>();
const rememberManner = (key: string): Manner => {
  const known = manners.get(key);
  if (known !== undefined) return known;
  const manner = mannerOf(key);
  if (manners.size < keysRemembered) manners.set(key, manner);
  return manner;
};

/** The values that a pattern of STIX compares with (STIX 2.1 §9): what stands between quotes. */
const literals = (pattern: string): string[] =>
  [...pattern.matchAll(/'((?:[^'\\]|\\.)*)'/gs)].map(([, inner = '']) => inner.replace(/\\(.)/gs, '$1'));

const walk = (value: Json, path: string, weight: Weight, into: Stretch[]): void => {
  if (typeof value === 'string') {
    if (value !== '') into.push({ path, text: value, weight });
  } else if (typeof value === 'number') into.push({ path, text: String(value), weight });
  else if (Array.isArray(value)) for (const one of value) walk(one, path, weight, into);
  else if (isObject(value)) walkMembers(value, path, weight, into);
};

const walkMembers = (
  value: { readonly [key: string]: Json },
  path: string,
  weight: Weight,
  into: Stretch[],
): void => {
  for (const [key, member] of Object.entries(value)) {
    const manner = rememberManner(key);
    if (manner === 'over') continue;
    const below = path === '' ? key : `${path}.${key}`;
    if (manner === 'pattern' && typeof member === 'string')
      for (const text of literals(member)) into.push({ path: below, text, weight });
    else walk(member, below, manner === 'described' ? 'D' : weight, into);
  }
};

/** The stretches of an object in the order of its members. */
export const stretchesOf = (object: StoredObject): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  walkMembers(object, '', 'B', stretches);
  return stretches;
};
