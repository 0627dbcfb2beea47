/** A list of asks: searched and narrowed by the node, page after page. */
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  type AskListQuery,
  type AskListState,
  type AskRow,
  askListStates,
  assistanceLimits,
} from '../../../server/capabilities/assistance/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { useWords } from '../../kit/language.tsx';
import { More } from '../../kit/more.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useAskList } from './queries.ts';
import { assistanceWords } from './words.ts';

/** Asked when the typing rests. */
const restMs = 250;

/** What the reader looks for. */
export const useFilter = () => {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<AskListState | null>(null);
  const [text] = useDebouncedValue(typed, restMs);
  const asked: Omit<AskListQuery, 'view' | 'cursor'> = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(state === null ? {} : { state }),
  };
  return { asked, typed, setTyped, state, setState };
};

type Filter = ReturnType<typeof useFilter>;

const Filters = ({ typed, setTyped, state, setState }: Filter) => {
  const say = useWords(assistanceWords);
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label={say('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        type="search"
        dir="auto"
        w="20rem"
        maw="100%"
        maxLength={assistanceLimits.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('state')}
        value={state ?? ''}
        data={[
          { value: '', label: say('list-all') },
          ...askListStates.map((value) => ({ value, label: say(`list-${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setState(askListStates.find((one) => one === value) ?? null)
        }
      />
    </Group>
  );
};

interface Needs {
  readonly asked: AskListQuery;
  readonly filter: Filter;
  readonly label: string;
  readonly columns: readonly Column<AskRow>[];
  /** Where there is nothing at all. */
  readonly empty: ReactNode;
}

export const AskList = ({ asked, filter, label, columns, empty }: Needs) => {
  const say = useWords(assistanceWords);
  const navigate = useNavigate();
  const query = useAskList(asked);
  const isNarrowed = Object.keys(filter.asked).length > 0;
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0 && !isNarrowed && filter.typed === '') return empty;
        return (
          <Stack>
            <Filters {...filter} />
            {rows.length === 0 ? (
              <Text c="dimmed" role="status">
                {say('noneFound')}
              </Text>
            ) : (
              <DataTable
                label={label}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
                isStrong={({ own, toSettle }) => !own && toSettle}
                onOpen={({ id }) => void navigate({ to: '/assistance/asks/$id', params: { id } })}
              />
            )}
            <More query={query} />
          </Stack>
        );
      }}
    </Loaded>
  );
};
