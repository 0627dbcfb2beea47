/** Texts that hide nothing: the same rule for requests as for the log. */
import { Fault } from '../../kernel/faults.ts';
import { hidesSomething } from '../../kernel/visible.ts';

/** A fault that names the fields in whose text something is hidden (`hidesSomething`). */
export const requireOpenWords = (texts: Readonly<Record<string, string>>): void => {
  const fields = Object.keys(texts).filter((name) => hidesSomething(texts[name] ?? ''));
  if (fields.length > 0) throw new Fault('requests/hidden-characters', { fields });
};
