import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardPage } from '../../../../server/capabilities/requests/contract.ts';
import type {
  Absence,
  HandOver,
  HandOverResult,
  NewAbsence,
  Staff,
} from '../../../../server/capabilities/requests/staff/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['requests', 'staff'] as const;
const path = '/api/requests';

export const useStaff = (enabled = true) =>
  useQuery({ queryKey: key, queryFn: () => api.get<Staff>(`${path}/staff`), enabled });

/** All that somebody has in hand, as much as is handed over at once. */
export const useInHand = (person: string) =>
  useQuery({
    queryKey: ['requests', 'in-hand', person],
    queryFn: async () => {
      const views = (['waiting-us', 'waiting-them'] as const).map((view) =>
        api.get<BoardPage>(`${path}${queryString({ view, assignee: person, limit: '200' })}`),
      );
      return (await Promise.all(views)).flatMap(({ items }) => items);
    },
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['requests'] }),
  });
};

export const useNameHead = () =>
  useChange(({ desk, person }: { desk: string; person: string | null }) =>
    api.put<null>(`${path}/staff/desks/${encodeURIComponent(desk)}/head`, { person }),
  );
export const useMarkAbsent = () =>
  useChange((absence: NewAbsence) => api.post<Absence>(`${path}/staff/absences`, absence));
export const useEndAbsence = () =>
  useChange((absence: string) => api.remove(`${path}/staff/absences/${absence}`));
export const useHandOver = () =>
  useChange((draft: HandOver) => api.post<HandOverResult>(`${path}/hand-overs`, draft));
export const useUndoHandOver = () =>
  useChange((id: string) => api.post<HandOverResult>(`${path}/hand-overs/${id}/undo`));
