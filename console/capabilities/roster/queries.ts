import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Circumstance,
  Comparison,
  Draft,
  DraftFacts,
  Duty,
  Edit,
  Edited,
  EventRoster,
  Explanation,
  Job,
  Names,
  NewDraft,
  NewLinks,
  News,
  PlaceUse,
  Plan,
  ReceivedDuty,
  Replan,
  SolveBody,
  ToldUnit,
  Waiting,
} from '../../../server/capabilities/roster/contract.ts';
import { api } from '../../kit/api.ts';
import { useReading } from '../../kit/language.tsx';
import { useVerb } from '../../kit/verb.ts';

const key = ['roster'] as const;
const path = '/api/roster';

/** How often work under way is asked for, besides the news. */
const underwayMs = 1_000;

/** An event as far as the roster names it. */
export interface EventFacts {
  readonly id: string;
  readonly name: { readonly ar?: string; readonly fr?: string; readonly en?: string };
  readonly firstDay: string;
  readonly lastDay: string;
  readonly counts: { readonly posts: number };
}

export const useEvents = () =>
  useQuery({
    queryKey: ['events', 'for-roster'],
    queryFn: () => api.get<{ items: EventFacts[] }>('/api/events'),
  });

/** What an event of this node is called; null while it is not known. */
export const useEventName = (): ((event: string) => string | null) => {
  const { language } = useReading();
  const items = useEvents().data?.items ?? [];
  return (event) => {
    const name = items.find(({ id }) => id === event)?.name;
    return name?.[language] ?? name?.fr ?? name?.en ?? name?.ar ?? null;
  };
};

export const useEventRoster = (event: string | undefined) =>
  useQuery({
    queryKey: [...key, 'event', event],
    queryFn: () => api.get<EventRoster>(`${path}/events/${encodeURIComponent(event ?? '')}`),
    enabled: event !== undefined,
  });

export const useNames = (event: string | undefined) =>
  useQuery({
    queryKey: ['roster-names', event],
    queryFn: () => api.get<Names>(`${path}/events/${encodeURIComponent(event ?? '')}/names`),
    enabled: event !== undefined,
    staleTime: 300_000,
  });

/** What of rosters stands at a place of the event. */
export const usePlaceUse = (event: string, place: string) =>
  useQuery({
    queryKey: [...key, 'place', event, place],
    queryFn: () =>
      api.get<PlaceUse>(`${path}/events/${encodeURIComponent(event)}/places/${encodeURIComponent(place)}`),
  });

/** A plan never changes. */
export const usePlan = (id: string | undefined) =>
  useQuery({
    queryKey: ['roster-plan', id],
    queryFn: () => api.get<Omit<Plan, 'holds' | 'told' | 'settings'>>(`${path}/plans/${id ?? ''}`),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useDraft = (id: string) =>
  useQuery({
    queryKey: [...key, 'draft', id],
    queryFn: () => api.get<Draft>(`${path}/drafts/${id}`),
    refetchInterval: ({ state }) => (state.data?.job?.state === 'running' ? underwayMs : false),
  });

export const useComparison = (id: string, other: string) =>
  useQuery({
    queryKey: [...key, 'compare', id, other],
    queryFn: () => api.get<Comparison>(`${path}/drafts/${id}/compare/${other}`),
  });

export const useReplan = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...key, 'replan', id],
    queryFn: () => api.get<Replan>(`${path}/drafts/${id}/replan`),
    enabled,
    retry: false,
  });

/** Of one post, on the version that is shown. */
export const useExplanation = (id: string, version: number, post: string) =>
  useQuery({
    queryKey: ['roster-explanation', id, version, post],
    queryFn: () => api.get<Explanation>(`${path}/drafts/${id}/posts/${encodeURIComponent(post)}/explanation`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What waits for the reader, by event. */
export const useWaiting = (enabled: boolean) =>
  useQuery({ queryKey: [...key, 'waiting'], queryFn: () => api.get<Waiting>(`${path}/waiting`), enabled });

/** What would be told if this version of a draft were published. */
export const useNews = (id: string, version: number) =>
  useQuery({
    queryKey: [...key, 'news', id, version],
    queryFn: () => api.get<News>(`${path}/drafts/${id}/news`),
  });

export const useTold = (event: string) =>
  useQuery({
    queryKey: [...key, 'told', event],
    queryFn: () => api.get<ToldUnit[]>(`${path}/events/${encodeURIComponent(event)}/told`),
  });

export const useReceived = () =>
  useQuery({ queryKey: [...key, 'received'], queryFn: () => api.get<ReceivedDuty[]>(`${path}/received`) });

export const useOwnDuties = () =>
  useQuery({ queryKey: [...key, 'own'], queryFn: () => api.get<Duty[]>(`${path}/duties`) });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useBegin = (event: string) =>
  useChange((draft: NewDraft) =>
    api.post<Draft>(`${path}/events/${encodeURIComponent(event)}/drafts`, draft),
  );

/** An edit of a draft on the version that is shown. */
export const useEdit = (id: string) =>
  useChange(({ version, edit }: { readonly version: number; readonly edit: Edit }) =>
    api.post<Edited>(`${path}/drafts/${id}/edits`, { version, edit }),
  );

export const useStep = (id: string) =>
  useChange(({ version, verb }: { readonly version: number; readonly verb: 'undo' | 'redo' }) =>
    api.post<Edited>(`${path}/drafts/${id}/${verb}`, { version }),
  );

export const useSolve = (id: string) =>
  useChange((body: SolveBody) => api.post<Job>(`${path}/drafts/${id}/solve`, body));

export const useCancel = () => useChange((job: string) => api.post<null>(`${path}/jobs/${job}/cancel`));

export const useAskReplan = (id: string) =>
  useChange(
    ({
      version,
      circumstances,
    }: {
      readonly version: number;
      readonly circumstances: readonly Circumstance[];
    }) => api.post<Job>(`${path}/drafts/${id}/replan`, { version, circumstances }),
  );

export const useAccept = (id: string) =>
  useChange(({ version, posts }: { readonly version: number; readonly posts: readonly string[] }) =>
    api.post<Edited>(`${path}/drafts/${id}/replan/accept`, { version, posts }),
  );

/** Moves a draft on its way to the units. */
export const useMove = (id: string) =>
  useChange(
    ({
      verb,
      ...body
    }: {
      readonly verb: 'propose' | 'withdraw' | 'publish' | 'return' | 'discard';
      readonly version: number;
      readonly reason?: string;
    }) => api.post<DraftFacts | null>(`${path}/drafts/${id}/${verb}`, body),
  );

export const useMakeLinks = (event: string) =>
  useChange((units: readonly string[]) =>
    api.post<NewLinks>(`${path}/events/${encodeURIComponent(event)}/links`, { units }),
  );

export const useRevokeLinks = (event: string) =>
  useChange((units: readonly string[]) =>
    api.post<{ revoked: number }>(`${path}/events/${encodeURIComponent(event)}/links/revoke`, { units }),
  );

/** Where a unit's paper and calendar are. */
export const paperOf = (event: string, unit: string, form: 'pdf' | 'ics'): string =>
  `${path}/events/${encodeURIComponent(event)}/units/${encodeURIComponent(unit)}/duties.${form}`;
