import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  EventChange,
  EventDraft,
  History,
  MajorEvent,
  MilestonesChange,
} from '../../../server/capabilities/events/contract.ts';
import type {
  ObjectChange,
  ObjectDraft,
  ProtectedObject,
  Venue,
  VenueChange,
  VenueDraft,
} from '../../../server/capabilities/events/place-contract.ts';
import type {
  Post,
  PostChange,
  PostDraft,
  PostPage,
} from '../../../server/capabilities/events/post-contract.ts';
import type {
  Calendar,
  Session,
  SessionChange,
  SessionDraft,
  SessionPage,
} from '../../../server/capabilities/events/session-contract.ts';
import type { Team } from '../../../server/capabilities/events/team-contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { useVerb } from '../../kit/verb.ts';

const key = ['events'] as const;
const path = '/api/events';
const of = (event: string, rest = ''): string => `${path}/${encodeURIComponent(event)}${rest}`;

interface List<Row> {
  readonly items: readonly Row[];
}

export const useEvents = () =>
  useQuery({ queryKey: [...key, 'list'], queryFn: () => api.get<List<MajorEvent>>(path) });
export const useEvent = (event: string) =>
  useQuery({ queryKey: [...key, event], queryFn: () => api.get<MajorEvent>(of(event)) });
export const useVenues = (event: string) =>
  useQuery({
    queryKey: [...key, event, 'venues'],
    queryFn: () => api.get<List<Venue>>(of(event, '/venues')),
  });
export const useObjects = (event: string) =>
  useQuery({
    queryKey: [...key, event, 'objects'],
    queryFn: () => api.get<List<ProtectedObject>>(of(event, '/objects')),
  });
export const useTeams = (event: string) =>
  useQuery({ queryKey: [...key, event, 'teams'], queryFn: () => api.get<List<Team>>(of(event, '/teams')) });
/** Days from this one on; from the first, where none is said. */
export const useCalendar = (event: string, from = '') =>
  useQuery({
    queryKey: [...key, event, 'calendar', from],
    queryFn: () => api.get<Calendar>(of(event, `/calendar${queryString({ from })}`)),
    placeholderData: keepPreviousData,
  });

/** What the list of sessions is narrowed to; empty texts narrow nothing. */
export interface SessionsWanted {
  readonly q: string;
  readonly day: string;
  readonly venue: string;
  readonly state: string;
}
export const useSessions = (event: string, { q, day, venue, state }: SessionsWanted) =>
  useInfiniteQuery({
    queryKey: [...key, event, 'sessions', q, day, venue, state],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal: _ }) =>
      api.get<SessionPage>(
        of(event, `/sessions${queryString({ q, from: day, to: day, venue, state, cursor, limit: '60' })}`),
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
export const useSession = (event: string, id: string | null) =>
  useQuery({
    queryKey: [...key, event, 'session', id],
    queryFn: () => api.get<Session>(of(event, `/sessions/${id}`)),
    enabled: id !== null,
  });
export const usePosts = (event: string) =>
  useInfiniteQuery({
    queryKey: [...key, event, 'posts'],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      api.get<PostPage>(of(event, `/posts${queryString({ cursor, limit: '60' })}`)),
    getNextPageParam: ({ next }) => next,
  });
export const useHistory = (event: string, id: string) =>
  useQuery({
    queryKey: [...key, event, 'history', id],
    queryFn: () => api.get<History>(of(event, `/history/${id}`)),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

export const useCreateEvent = () => useChange((draft: EventDraft) => api.post<MajorEvent>(path, draft));
export const useChangeEvent = (event: string) =>
  useChange((change: EventChange) => api.put<MajorEvent>(of(event), change));
export const useChangeMilestones = (event: string) =>
  useChange((change: MilestonesChange) => api.put<MajorEvent>(of(event, '/milestones'), change));

/** Adds where there is no id yet, changes where there is one. */
interface Saved<Draft, Change> {
  readonly draft: Draft;
  readonly change: { readonly id: string; readonly body: Change } | null;
}
/** What keeps drafts of one kind. */
export interface Saving<Draft, Change> {
  readonly mutate: (saved: Saved<Draft, Change>, then: { readonly onSuccess: () => void }) => void;
}
const useSave = <Draft, Change, Answer>(event: string, part: string) =>
  useChange(({ draft, change }: Saved<Draft, Change>) =>
    change === null
      ? api.post<Answer>(of(event, `/${part}`), draft)
      : api.put<Answer>(of(event, `/${part}/${change.id}`), change.body),
  );
export const useSaveVenue = (event: string) => useSave<VenueDraft, VenueChange, Venue>(event, 'venues');
export const useSaveObject = (event: string) =>
  useSave<ObjectDraft, ObjectChange, ProtectedObject>(event, 'objects');
export const useSaveSession = (event: string) =>
  useSave<SessionDraft, SessionChange, Session>(event, 'sessions');
export const useSavePost = (event: string) => useSave<PostDraft, PostChange, Post>(event, 'posts');

export const useRemovePost = (event: string) =>
  useChange(({ id, ...body }: { readonly id: string; readonly version: number; readonly because: string }) =>
    api.post<{ id: string; version: number }>(of(event, `/posts/${id}/remove`), body),
  );
export const useRestorePost = (event: string) =>
  useChange((id: string) => api.post<Post>(of(event, `/posts/${id}/restore`)));
