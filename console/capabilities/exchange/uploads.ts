/** Uploads under way: each file by itself, with its progress, to be cancelled or tried again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { attachmentLimits, type Upload } from '../../../server/capabilities/exchange/attachments/contract.ts';
import { queryString } from '../../kit/api.ts';
import { upload } from '../../kit/upload.ts';

export type { Upload };

/** One file on its way to the node. */
export interface Uploading {
  readonly key: number;
  readonly file: File;
  /** From 0 to 1; 1 while the node looks at the content. */
  readonly share: number;
  readonly error: unknown;
}

/** Files sent at the same time; the others wait. */
const atOnce = 2;

export interface Uploads {
  readonly all: readonly Uploading[];
  readonly isBusy: boolean;
  add(files: readonly File[]): void;
  /** Cancels what is on its way, or takes away what failed. */
  drop(key: number): void;
  retry(key: number): void;
}

const isWaiting = ({ error, share }: Uploading): boolean => error === null && share < 0;

/** `done` gets each upload as it ends. Leaving the form cancels what is on its way. */
export const useUploads = (done: (upload: Upload) => void): Uploads => {
  const [all, setAll] = useState<readonly Uploading[]>([]);
  const next = useRef(1);
  const cancels = useRef(new Map<number, AbortController>());
  const finish = useRef(done);
  finish.current = done;
  const change = useCallback((key: number, part: Partial<Uploading>): void => {
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  const drop = useCallback((key: number): void => {
    cancels.current.get(key)?.abort();
    cancels.current.delete(key);
    setAll((before) => before.filter((one) => one.key !== key));
  }, []);
  const start = useCallback(
    async ({ key, file }: Uploading): Promise<void> => {
      const cancel = new AbortController();
      cancels.current.set(key, cancel);
      const name = file.name.slice(0, attachmentLimits.nameLength);
      try {
        const path = `/api/exchange/uploads${queryString({ name })}`;
        const hear = (share: number) => change(key, { share });
        const made = await upload<Upload>({ path, file, hear, signal: cancel.signal });
        drop(key);
        finish.current(made);
      } catch (error) {
        if (!cancel.signal.aborted) change(key, { error });
      } finally {
        cancels.current.delete(key);
      }
    },
    [change, drop],
  );
  useEffect(() => {
    const free = atOnce - cancels.current.size;
    for (const one of all.filter(isWaiting).slice(0, Math.max(0, free))) {
      if (cancels.current.has(one.key)) continue;
      change(one.key, { share: 0 });
      void start(one);
    }
  }, [all, change, start]);
  useEffect(() => {
    const open = cancels.current;
    return () => {
      for (const cancel of open.values()) cancel.abort();
    };
  }, []);
  return {
    all,
    isBusy: all.some(({ error }) => error === null),
    add: (files) => {
      const added = files.map((file) => ({ key: next.current++, file, share: -1, error: null }));
      setAll((before) => [...before, ...added]);
    },
    drop,
    retry: (key) => change(key, { error: null, share: -1 }),
  };
};
