/** News from the node (server-sent events at /api/live): each names a topic; what shows it is asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

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

/** What each topic's news bears on, where it is not the capability of the same name: a link is parties'. */
const capabilities: Readonly<Record<string, string>> = { federation: 'parties' };

const keyOf = (topic: string): readonly string[] => {
  const [capability = ''] = topic.split('.');
  return [capabilities[capability] ?? capability];
};

/**
 * Keeps one connection while mounted. Query keys begin with the capability's name, as topics do, so
 * `exchange.item` refreshes every query whose key begins with `exchange`. After a break everything is asked
 * for anew: news in between was not heard. `onCut` hears of each break: the session may have been ended.
 */
export const useLive = (onCut: () => void): LiveState => {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('waiting');
  useEffect(() => {
    const source = new EventSource('/api/live');
    let broken = false;
    source.onopen = () => {
      setState('on');
      if (broken) void client.invalidateQueries();
      broken = false;
    };
    source.onerror = () => {
      broken = true;
      setState('off');
      onCut();
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const news = readNews(message.data);
      if (news?.topic === '*') void client.invalidateQueries();
      else if (news) void client.invalidateQueries({ queryKey: keyOf(news.topic) });
    };
    return () => source.close();
  }, [client, onCut]);
  return state;
};
