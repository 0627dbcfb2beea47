/** What the reader answers for and was to look at again: he is told until he has assessed it anew. */
import { Alert, List } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { hazardWords } from '../../../../server/capabilities/events/risk/contract.ts';
import type {
  OverdueReview,
  OverdueReviews,
} from '../../../../server/capabilities/events/risk/reminder-contract.ts';
import { api } from '../../../kit/api.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { useNameOf } from '../names.ts';
import { riskWords } from './risk-words.ts';

/** Reviews that wait for the reader; none where he may see no events. */
export const useOverdueReviews = (reads: boolean): readonly OverdueReview[] => {
  const { data } = useQuery({
    queryKey: ['events', 'overdue-reviews'],
    queryFn: () => api.get<OverdueReviews>('/api/events/overdue-reviews'),
    enabled: reads,
  });
  return data?.items ?? [];
};

export const OverdueReviewsNotice = () => {
  const say = useWords(riskWords);
  const dates = useDates();
  const nameOf = useNameOf();
  const pick = usePick();
  const reviews = useOverdueReviews(true);
  if (reviews.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      mb="md"
      icon={<IconClockExclamation aria-hidden />}
      title={say('yourReviews', { count: reviews.length })}
    >
      <List size="sm" spacing={2}>
        {reviews.map(({ event, eventName, target, hazard, reviewOn, named: { name, day, title } }) => (
          <List.Item key={`${target} ${hazard}`}>
            <TextLink to="/events/$event/risk/$target" params={{ event, target }} size="sm">
              {pick(hazardWords[hazard].name)} – <bdi>{title ?? nameOf(name)}</bdi>
              {day !== null && ` – ${dates.day(day)}`}
            </TextLink>{' '}
            – <bdi>{nameOf(eventName)}</bdi> – {say('reviewDue', { day: dates.day(reviewOn) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};
