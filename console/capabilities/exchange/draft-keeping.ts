import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { Draft } from './draft.ts';

const nameOf = (person: string, what: string): string => `tansiq.draft.${person}.${what}`;

/** How long the hand may rest before what it wrote is kept. */
const restMs = 400;

const read = (name: string): Draft | null => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
};

const forget = (name: string): void => {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // No storage: nothing was kept.
  }
};

interface Kept {
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  /** True when what is shown was written earlier and never saved. */
  readonly restored: boolean;
  readonly discard: () => void;
  readonly forgetKept: () => void;
}

/**
 * Keeps an unsaved draft in this tab, one for each person and item, until it is saved or thrown away. It
 * goes with the tab and at sign-out: on a shared machine the next officer must not find it.
 */
export const useKeptDraft = (needs: { person: string; item: string; initial: () => Draft }): Kept => {
  const name = nameOf(needs.person, needs.item);
  const [first] = useState(() => read(name));
  const [start] = useState(() => first ?? needs.initial());
  const [draft, setDraft] = useState<Draft>(start);
  const [restored, setRestored] = useState(first !== null);
  useEffect(() => {
    if (draft === start) return;
    const keep = (): void => {
      try {
        sessionStorage.setItem(name, JSON.stringify(draft));
      } catch {
        // Full or forbidden: the draft then lives as long as the page.
      }
    };
    const timer = setTimeout(keep, restMs);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [draft, start, name]);
  return {
    draft,
    setDraft,
    restored,
    discard: () => {
      forget(name);
      setRestored(false);
      setDraft(needs.initial());
    },
    forgetKept: () => forget(name),
  };
};
