/** Byte ranges (RFC 9110 §14). Pure. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range that a request asks for. Null where it asks for none, or in a way that RFC 9110 lets a server
 * pass over (several ranges, other units): the whole is given then.
 */
export const readRange = (header: string | undefined, bytes: number): Range | 'unsatisfiable' | null => {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = found ?? [];
  if (found === null || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from >= bytes || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { from, to };
};
