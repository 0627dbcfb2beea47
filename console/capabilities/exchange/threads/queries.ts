import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import type {
  AnswerForm,
  Contribution,
  OwnNoteDraft,
  Thread,
  ThreadEntry,
} from '../../../../server/capabilities/exchange/threads/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['exchange'] as const;
const itemPath = (id: string): string => `/api/exchange/items/${encodeURIComponent(id)}`;

export const useThread = (id: string) =>
  useInfiniteQuery({
    queryKey: [...key, 'thread', id],
    queryFn: ({ pageParam }) =>
      api.get<Thread>(`${itemPath(id)}/thread${queryString({ cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useAnswerForm = (id: string, enabled = true) =>
  useQuery({
    queryKey: [...key, 'answer-form', id],
    queryFn: () => api.get<AnswerForm>(`${itemPath(id)}/answer-form`),
    enabled,
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

/** Writes the contribution as a draft, and proposes it when asked. */
export const useContribute = (id: string) =>
  useChange(async ({ said, propose }: { said: Contribution; propose: boolean }): Promise<Item> => {
    const draft = await api.post<Item>(`${itemPath(id)}/thread`, said);
    return propose ? api.post<Item>(`${itemPath(draft.id)}/propose`, { version: draft.version }) : draft;
  });

export const useNoteForOwn = (id: string) =>
  useChange((note: OwnNoteDraft) => api.post<ThreadEntry>(`${itemPath(id)}/own-notes`, note));

export const useRemoveOwnNote = () =>
  useChange((id: string) => api.remove(`/api/exchange/own-notes/${encodeURIComponent(id)}`));
