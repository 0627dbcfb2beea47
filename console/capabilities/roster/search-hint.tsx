/** Whether another search is worth it: how far the draft is from what is proven to be the most. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { useFigures } from './figures.ts';
import { mayPlan } from './places.ts';
import { useEventRoster } from './queries.ts';
import { SolveDialog } from './solve-dialog.tsx';
import { solveWords } from './solve-words.ts';

/** Shares of what is wanted: from here on a longer search is advised; below, there is nothing to gain. */
const [wide, none] = [0.01, 0.001];
const longerSeconds = 180;

export const SearchHint = ({ draft }: { draft: Draft }) => {
  const say = useWords(solveWords);
  const { percent } = useFigures();
  const { role } = useMe();
  const [isOpen, setOpen] = useState(false);
  const isTold = (useEventRoster(draft.event).data?.publications ?? []).length > 0;
  const { coverage, solved, state, job } = draft;
  const bound = solved?.bound ?? null;
  if (bound === null || state !== 'open' || job?.state === 'running' || !mayPlan(role)) return null;
  const missing = bound.covered - coverage.covered;
  if (coverage.covered < coverage.wanted && missing < none * coverage.wanted)
    return (
      <Text size="sm">
        {say('atMost')}{' '}
        <TextLink size="sm" to="/assistance/compose" search={{ event: draft.event }}>
          {say('missing')}
        </TextLink>
      </Text>
    );
  if (missing < wide * coverage.wanted) return null;
  return (
    <Group gap="sm">
      <Text size="sm">
        {say('canMore', { share: percent(missing, coverage.wanted) })} {isTold && say('tellsAnew')}
      </Text>
      <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
        {say('longer')}
      </Button>
      {isOpen && <SolveDialog draft={draft} from={longerSeconds} onClose={() => setOpen(false)} />}
    </Group>
  );
};
