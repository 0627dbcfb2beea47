import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Acceptance,
  AssessmentDraft,
  HazardName,
  MatrixQuery,
  ProposalsQuery,
} from '../../../../server/capabilities/events/risk/contract.ts';
import type {
  Generated,
  Generation,
  Preview,
  PreviewQuery,
  Template,
  TemplateDraft,
} from '../../../../server/capabilities/events/risk/template-contract.ts';
import type {
  Comparison,
  Heat,
  MatrixView,
  Proposals,
  Rose,
  TargetView,
} from '../../../../server/capabilities/events/risk/view-contract.ts';
import type {
  VisitorDraft,
  VisitorMilestone,
  Visitors,
  VisitorText,
} from '../../../../server/capabilities/events/risk/visitor-contract.ts';
import type { Language } from '../../../../server/kernel/faults.ts';
import { api } from '../../../kit/api.ts';
import { useVerb } from '../../../kit/verb.ts';

const key = ['events', 'risk'] as const;
const at = (event: string, rest: string): string => `/api/events/${encodeURIComponent(event)}/${rest}`;

const withQuery = (path: string, query: Readonly<Record<string, string | boolean | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
};

export const useHeat = (event: string, hazard: HazardName | undefined) =>
  useQuery({
    queryKey: [...key, event, 'heat', hazard],
    queryFn: () => api.get<Heat>(withQuery(at(event, 'risk/heat'), { hazard })),
    placeholderData: keepPreviousData,
  });
export const useMatrix = (event: string, query: MatrixQuery) =>
  useQuery({
    queryKey: [...key, event, 'matrix', query],
    queryFn: () => api.get<MatrixView>(withQuery(at(event, 'risk/matrix'), query)),
    placeholderData: keepPreviousData,
  });
export const useRose = (event: string, since: string | undefined) =>
  useQuery({
    queryKey: [...key, event, 'rose', since],
    queryFn: () => api.get<Rose>(withQuery(at(event, 'risk/rose'), { since })),
    placeholderData: keepPreviousData,
  });
export const useTarget = (event: string, target: string) =>
  useQuery({
    queryKey: [...key, event, 'target', target],
    queryFn: () => api.get<TargetView>(at(event, `risk/targets/${encodeURIComponent(target)}`)),
  });
export const useComparison = (
  event: string,
  of: {
    readonly target: string;
    readonly hazard: HazardName;
    readonly before: number;
    readonly after: number;
  },
) =>
  useQuery({
    queryKey: [...key, event, 'comparison', of],
    queryFn: () => {
      const { target, hazard, before, after } = of;
      const path = at(event, `risk/targets/${encodeURIComponent(target)}/comparison`);
      return api.get<Comparison>(withQuery(path, { hazard, before: `${before}`, after: `${after}` }));
    },
    enabled: of.before !== of.after,
  });
export const useProposals = (event: string, query: ProposalsQuery) =>
  useQuery({
    queryKey: [...key, event, 'proposals', query],
    queryFn: () => api.get<Proposals>(withQuery(at(event, 'risk/proposals'), query)),
    placeholderData: keepPreviousData,
  });
export const usePreview = (event: string, query: PreviewQuery) =>
  useQuery({
    queryKey: [...key, event, 'preview', query],
    queryFn: () => api.get<Preview>(withQuery(at(event, 'risk/posts'), query)),
    placeholderData: keepPreviousData,
  });
export const useRiskTemplates = () =>
  useQuery({
    queryKey: [...key, 'templates'],
    queryFn: () => api.get<{ items: Template[]; mayManage: boolean }>('/api/events/risk-templates'),
  });
export const useVisitors = (event: string) =>
  useQuery({
    queryKey: [...key, event, 'visitors'],
    queryFn: () => api.get<Visitors>(at(event, 'risk/visitors')),
  });
export const useVisitorText = (
  event: string,
  of: { readonly milestone: VisitorMilestone; readonly language: Language },
) =>
  useQuery({
    queryKey: [...key, event, 'visitor-text', of],
    queryFn: () => api.get<VisitorText>(withQuery(at(event, 'risk/visitors/text'), of)),
  });

const useChange = <Input, Answer>(run: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  });
};

export const useAssess = (event: string) =>
  useChange((draft: AssessmentDraft) => api.post<TargetView>(at(event, 'risk/assessments'), draft));
export const useAccept = (event: string) =>
  useChange((acceptance: Acceptance) =>
    api.post<{ accepted: number }>(at(event, 'risk/proposals/accept'), acceptance),
  );
export const useGenerate = (event: string) =>
  useChange((generation: Generation) => api.post<Generated>(at(event, 'risk/posts'), generation));
export const useAskVisitors = (event: string) =>
  useChange((draft: VisitorDraft) => api.post<Visitors>(at(event, 'risk/visitors'), draft));

/** Writes a template: a new one, or another version of one. */
export const useWriteTemplate = () =>
  useChange(({ before, draft }: { readonly before: Template | null; readonly draft: TemplateDraft }) =>
    before === null
      ? api.post<Template>('/api/events/risk-templates', draft)
      : api.put<Template>(`/api/events/risk-templates/${before.id}?version=${before.version}`, draft),
  );
export const useTemplateAct = () =>
  useChange(
    ({
      id,
      version,
      act,
    }: Pick<Template, 'id' | 'version'> & { readonly act: 'retire' | 'restore' | 'reset' }) =>
      api.post<Template>(`/api/events/risk-templates/${id}/${act}`, { version }),
  );
