/**
 * Text that neither PostgreSQL nor canonical JSON can hold (RFC 8785 §3.2.2.2), and JSON nested without
 * end.
 */

/** Deeper than any contract of the house, and than STIX content needs. */
const depthAtMost = 200;

const isHeld = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * Where a parsed body or query holds what the house cannot keep: a JSON pointer, or null where it holds
 * nothing such. Walked without recursion, so that depth cannot break it.
 */
export const findUnspeakable = (value: unknown): string | null => {
  const waiting: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value, path: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: here, path, depth } = next;
    if (depth > depthAtMost) return path.slice(0, 40);
    if (typeof here === 'string' && !isHeld(here)) return path;
    if (typeof here !== 'object' || here === null) continue;
    for (const [name, member] of Object.entries(here)) {
      if (!isHeld(name)) return path;
      waiting.push({ value: member, path: `${path}/${name}`, depth: depth + 1 });
    }
  }
  return null;
};
