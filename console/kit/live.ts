/** News from the node (server-sent events at /api/live): each names a topic; what shows it is asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askAnew } from './ask-anew.ts';

export type LiveState = 'waiting' | 'on' | 'off';

interface News {
  readonly topic: string;
  readonly id: string;
}

const isNews = (value: unknown): value is News =>
  typeof value === 'object' && value !== null && 'topic' in value && typeof value.topic === 'string';

const readNews = (text: string): News | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isNews(value) ? value : null;
  } catch {
    return null;
  }
};

/** What news bears on beside the capability that it names: a link shows among the services too. */
const alsoBearsOn: Readonly<Record<string, readonly string[]>> = { federation: ['parties'] };

const keysOf = (topic: string): readonly string[] => {
  const [capability = ''] = topic.split('.');
  return [capability, ...(alsoBearsOn[capability] ?? [])];
};

/**
 * Keeps one connection while mounted. Query keys begin with the capability's name, as topics do, so
 * `exchange.item` refreshes every query whose key begins with `exchange`. When the connection opens, first or
 * after a break, everything is asked for anew: news before it was not heard. `onCut` hears of each break: the
 * session may have been ended.
 */
export const useLive = (onCut: () => void): LiveState => {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('waiting');
  useEffect(() => {
    const source = new EventSource('/api/live');
    source.onopen = () => {
      setState('on');
      void askAnew(client);
    };
    source.onerror = () => {
      setState('off');
      onCut();
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const news = readNews(message.data);
      if (news?.topic === '*') void askAnew(client);
      else if (news) for (const key of keysOf(news.topic)) void askAnew(client, { queryKey: [key] });
    };
    return () => source.close();
  }, [client, onCut]);
  return state;
};
