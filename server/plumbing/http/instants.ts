/**
 * Moments are brought to one writing at the door, RFC 3339 in UTC with milliseconds: what travels on to
 * partners is read there by that writing alone. Only where the schema of a route says that a moment stands:
 * content of partners stays as it came, byte for byte. Pure.
 */
import { instantSchema } from '../../kernel/schemas.ts';

const momentPattern: unknown = Reflect.get(instantSchema, 'pattern');
const moment = new RegExp(String(momentPattern));

type Rewrite = (value: unknown) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of several alternatives another one may have a day of the same name: what is no moment stays as it is. */
const toMilliseconds: Rewrite = (value) =>
  typeof value === 'string' && moment.test(value) ? new Date(value).toISOString() : value;

const inMembers =
  (members: ReadonlyMap<string, Rewrite>): Rewrite =>
  (value) => {
    if (!isObject(value)) return value;
    for (const [name, rewrite] of members)
      if (value[name] !== undefined && Object.hasOwn(value, name)) value[name] = rewrite(value[name]);
    return value;
  };

const inEach =
  (rewrite: Rewrite): Rewrite =>
  (value) =>
    Array.isArray(value) ? value.map(rewrite) : value;

/** What rewrites the moments of a value that fits the schema; null where the schema has none. */
export const instantsIn = (schema: unknown): Rewrite | null => {
  if (!isObject(schema)) return null;
  if (schema.pattern === momentPattern) return toMilliseconds;
  const rewrites: Rewrite[] = [];
  if (isObject(schema.properties)) {
    const members = Object.entries(schema.properties).flatMap(([name, of]) => {
      const rewrite = instantsIn(of);
      return rewrite === null ? [] : [[name, rewrite] as const];
    });
    if (members.length > 0) rewrites.push(inMembers(new Map(members)));
  }
  const items = instantsIn(schema.items);
  if (items !== null) rewrites.push(inEach(items));
  for (const key of ['anyOf', 'oneOf', 'allOf'])
    for (const one of Array.isArray(schema[key]) ? schema[key] : []) {
      const rewrite = instantsIn(one);
      if (rewrite !== null) rewrites.push(rewrite);
    }
  if (rewrites.length === 0) return null;
  return (value) => rewrites.reduce((so, rewrite) => rewrite(so), value);
};
