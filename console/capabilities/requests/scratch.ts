/** What is being written, kept on the node as it is written: it survives a closed browser. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scratch } from '../../../server/capabilities/requests/contract.ts';
import { api } from '../../kit/api.ts';

/** How long the hand may rest before what it wrote is kept. */
const restMs = 1_500;
const pathOf = (name: string): string => `/api/requests/scratch/${encodeURIComponent(name)}`;

/** What was kept under the name; null where nothing was, or it cannot be had now. */
const readScratch = async (name: string): Promise<Scratch['content']> => {
  try {
    return (await api.get<Scratch>(pathOf(name))).content;
  } catch {
    // Without it the form is blank, as if nothing had been written.
    return null;
  }
};

/** As `readScratch`, where its shape is that of the form that asks; asked for once, when the form opens. */
export const useKept = <Content>(name: string, isContent: (value: unknown) => value is Content) =>
  useQuery({
    queryKey: ['scratch', name],
    queryFn: async () => {
      const content: unknown = await readScratch(name);
      return { content: isContent(content) ? content : null };
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Keeps `content` once the hand rests; `forget` when it was saved or thrown away. */
export const useScratch = (
  name: string,
  content: object | null,
): { readonly forget: () => Promise<void> } => {
  const first = useRef(content);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (forgotten || content === null || content === first.current) return;
    const keep = (): void => {
      // What cannot be kept now is kept with the next word.
      api.put(pathOf(name), { content }).catch(() => undefined);
    };
    timer.current = setTimeout(keep, restMs);
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [name, content, forgotten]);
  const forget = useCallback(async (): Promise<void> => {
    setForgotten(true);
    if (timer.current !== null) clearTimeout(timer.current);
    await api.remove(pathOf(name)).catch(() => undefined);
  }, [name]);
  return { forget };
};
