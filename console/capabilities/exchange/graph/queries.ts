import { useQueries } from '@tanstack/react-query';
import type { GraphStep } from '../../../../server/capabilities/exchange/graph/contract.ts';
import { api, queryString } from '../../../kit/api.ts';
import type { Asked } from './graph-model.ts';

export interface GraphFilters {
  readonly type?: string;
  readonly relation?: string;
  readonly service?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * The answers to all that was asked, under the same filters. Their key is not one that news refreshes: a
 * chart that an analyst reads does not move under his eyes, and each step is a consultation.
 */
export const useSteps = (asked: readonly Asked[], filters: GraphFilters) =>
  useQueries({
    queries: asked.map(({ node, cursor }) => ({
      queryKey: ['graph', node, cursor, filters],
      queryFn: () => api.get<GraphStep>(`/api/exchange/graph${queryString({ node, ...filters, cursor })}`),
      staleTime: 300_000,
    })),
  });
