import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Template,
  TemplateDraft,
  Templates,
} from '../../../../server/capabilities/requests/templates/contract.ts';
import { api } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['requests', 'templates'] as const;
const path = '/api/requests/templates';

export const useTemplates = () => useQuery({ queryKey: key, queryFn: () => api.get<Templates>(path) });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};

type Seen = Pick<Template, 'id' | 'version'>;

/** A new one, or the next version of one that was seen. */
export const useWriteTemplate = () =>
  useChange(({ seen, draft }: { seen: Seen | null; draft: TemplateDraft }) =>
    seen === null
      ? api.post<Template>(path, draft)
      : api.put<Template>(`${path}/${seen.id}?version=${seen.version}`, draft),
  );
export const useRetireTemplate = () =>
  useChange(({ id, version, verb }: Seen & { verb: 'retire' | 'restore' }) =>
    api.post<Template>(`${path}/${id}/${verb}`, { version }),
  );
