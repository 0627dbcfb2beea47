/** Media types of TAXII 2.1 (§1.6.8), read as leniently as RFC 9110 §12.5.1 writes them. */
import { taxiiLimits } from './limits.ts';

/** What every answer is. */
export const taxiiMediaType = 'application/taxii+json;version=2.1';
/** What every object in a collection is. */
export const stixMediaType = 'application/stix+json;version=2.1';

interface Range {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const unquoted = (value: string): string => value.replace(/^"(.*)"$/, '$1');

const readRange = (text: string): Range => {
  const [type = '', ...parts] = text.split(';').map((part) => part.trim());
  const parameters = parts
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), unquoted(value.join('=').trim())];
    });
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
};

const isOurs = ({ type, parameters }: Range, types: readonly string[]): boolean => {
  const version = parameters.get('version');
  return types.includes(type) && (version === undefined || version === '2.1');
};

/** True unless the client says that it does not want it at all: `q=0`. */
const isWanted = ({ parameters }: Range): boolean => {
  const quality = Number(parameters.get('q') ?? '1');
  return quality > 0 && quality <= 1;
};

/** True when an Accept header takes TAXII 2.1; one that is absent or empty takes everything. */
export const acceptsTaxii = (header: string | undefined): boolean => {
  if (header === undefined || header.trim() === '') return true;
  if (header.length > taxiiLimits.headerCharacters) return false;
  const ranges = header.split(',').map(readRange);
  // The most specific range decides (RFC 9110 §12.5.1).
  for (const types of [['application/taxii+json'], ['application/*'], ['*/*']]) {
    const found = ranges.filter((range) => isOurs(range, types));
    if (found.length > 0) return found.some(isWanted);
  }
  return false;
};

/** True when a Content-Type header says TAXII 2.1. */
export const isTaxiiContent = (header: string | undefined): boolean =>
  header !== undefined &&
  header.length <= taxiiLimits.headerCharacters &&
  isOurs(readRange(header), ['application/taxii+json']);
