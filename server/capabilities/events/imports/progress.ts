/** How far imports have come, of this process: for who waits for his own. */
import type { ImportProgress } from './contract.ts';

/** Imports followed at once; of more, the oldest is not followed any more. */
const followed = 100;

/** Keeps it while they run. */
export const createProgress = () => {
  const running = new Map<string, { readonly by: string; progress: ImportProgress }>();
  return {
    /** Returns what tells how far it has come. */
    begin: (id: string, by: string): ((progress: ImportProgress) => void) => {
      const [oldest] = running.keys();
      if (oldest !== undefined && running.size >= followed) running.delete(oldest);
      const entry: { by: string; progress: ImportProgress } = {
        by,
        progress: { step: 'reading', done: 0, total: 0 },
      };
      running.set(id, entry);
      return (progress) => {
        entry.progress = progress;
      };
    },
    end: (id: string): void => {
      running.delete(id);
    },
    of: (id: string, by: string): ImportProgress | null => {
      const entry = running.get(id);
      return entry?.by === by ? entry.progress : null;
    },
  };
};
