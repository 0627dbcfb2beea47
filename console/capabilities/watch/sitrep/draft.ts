/** What an editor has before him: a draft as it was kept, with what he changed since. */
import { useCallback, useEffect, useState } from 'react';
import {
  type Edit,
  type Paragraph,
  type ProductLabel,
  productLabels,
  type Section,
  type Sitrep,
} from '../../../../server/capabilities/watch/sitrep/contract.ts';
import type { Words } from '../../../../server/kernel/faults.ts';
import { useKeepDraft } from './queries.ts';

/** So long after the last stroke the draft is kept on the node. */
const keepAfterMs = 1_200;

export type Sections = readonly Section[];

/** What stands above its sections. */
export interface Head {
  readonly title: Words;
  readonly tlp: ProductLabel;
}
interface Written {
  /** Null once it was recalled or erased. */
  readonly head: Head | null;
  readonly sections: Sections;
}

const headOf = ({ title, marking }: Sitrep): Head | null => {
  // One that went out may be for named people alone: it is not written in any more.
  const tlp = productLabels.find((label) => label === marking.tlp);
  return title === null || tlp === undefined ? null : { title, tlp };
};

/** What the node takes: sources by their entry or request; an empty paragraph is not kept. */
const editOf = ({ revision }: Pick<Sitrep, 'revision'>, { head, sections }: Written): Edit | null =>
  head === null || Object.values(head.title).some((title) => title.trim() === '')
    ? null
    : {
        revision,
        title: head.title,
        tlp: head.tlp,
        sections: sections.map(({ key, paragraphs }) => ({
          key,
          paragraphs: paragraphs
            .filter(({ text }) => text.trim() !== '')
            .map(({ id, text, language, source }) => ({
              ...{ id, text, language },
              entry: source !== null && 'entry' in source ? source.entry : null,
              request: source !== null && 'request' in source ? source.request : null,
            })),
        })),
      };

/** The sections with one paragraph list put through a change. */
export const changeSection = (
  sections: Sections,
  key: Section['key'],
  change: (paragraphs: readonly Paragraph[]) => readonly Paragraph[],
): Sections =>
  sections.map((section) =>
    section.key === key ? { key, paragraphs: [...change(section.paragraphs)] } : section,
  );

/** The list with the one at `at` moved by one. */
export const moved = (paragraphs: readonly Paragraph[], at: number, by: -1 | 1): readonly Paragraph[] => {
  const [one, other] = [paragraphs[at], paragraphs[at + by]];
  if (one === undefined || other === undefined) return paragraphs;
  return paragraphs.with(at, other).with(at + by, one);
};

/** Keeps what is written a moment after it was; one write at a time, each on the revision of the last. */
export const useDraft = (sitrep: Sitrep) => {
  const [{ edits, ...written }, set] = useState<Written & { readonly edits: number }>({
    head: headOf(sitrep),
    sections: sitrep.sections ?? [],
    edits: 0,
  });
  const { head, sections } = written;
  const [keptEdits, setKept] = useState(0);
  const { mutateAsync, isPending, error, reset } = useKeepDraft(sitrep.id);
  const isDirty = edits !== keptEdits;
  const change = useCallback(
    (next: (before: Sections) => Sections): void =>
      set((before) => ({ ...before, sections: next(before.sections), edits: before.edits + 1 })),
    [],
  );
  const changeHead = useCallback(
    (part: Partial<Head>): void =>
      set((before) => ({
        ...before,
        head: before.head === null ? null : { ...before.head, ...part },
        edits: before.edits + 1,
      })),
    [],
  );
  useEffect(() => {
    if (!isDirty || isPending || error !== null) return undefined;
    const timer = setTimeout(async () => {
      const edit = editOf(sitrep, { head, sections });
      // What went wrong stands in the mutation, which shows it.
      if (edit !== null)
        await mutateAsync(edit).then(
          () => setKept(edits),
          () => undefined,
        );
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [isDirty, isPending, error, sitrep, mutateAsync, head, sections, edits]);
  return { head, sections, change, changeHead, isDirty, isPending, error, retry: reset };
};
