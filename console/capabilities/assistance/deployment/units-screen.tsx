/** Officers and teams: those who are here, those who are sent, and the register of one's own. */
import { SegmentedControl, Stack } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  specialtyWords,
  type UnitKind,
  type UnitRow,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { More } from '../../../kit/more.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { OfficerName, StateBadge, usePeriod } from './parts.tsx';
import { mayReadBoard, mayRegister, readableKinds } from './places.ts';
import { useUnits } from './queries.ts';
import { screenWords } from './unit-catalogues.ts';

const useColumns = (): readonly Column<UnitRow>[] => {
  const say = useWords(screenWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const period = usePeriod();
  return useMemo(
    () => [
      { key: 'name', header: say('officer'), main: true, cell: (row) => <OfficerName officer={row} /> },
      { key: 'specialty', header: say('specialty'), cell: (row) => pick(specialtyWords[row.specialty]) },
      {
        key: 'party',
        header: say('service'),
        cell: (row) => <Name>{row.kind === 'own' ? row.service : nameOf(row.party)}</Name>,
      },
      { key: 'present', header: say('present'), cell: (row) => period(row.available) },
      { key: 'state', header: say('state'), cell: (row) => <StateBadge state={row.state} /> },
    ],
    [say, pick, nameOf, period],
  );
};

const empties = { visiting: 'emptyVisiting', sent: 'emptySent', own: 'emptyOwn' } as const;

const List = ({ kind }: { kind: UnitKind }) => {
  const say = useWords(screenWords);
  const navigate = useNavigate();
  const query = useUnits({ kind });
  const columns = useColumns();
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ units }) => units);
        if (rows.length === 0)
          return <EmptyState icon={IconUsersGroup} title={say(empties[kind])} teach={say('emptyTeach')} />;
        return (
          <Stack>
            <DataTable
              label={say(kind)}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: '/assistance/units/$id', params: { id } })}
            />
            <More query={query} />
          </Stack>
        );
      }}
    </Loaded>
  );
};

const Actions = () => {
  const say = useWords(screenWords);
  const { role } = useMe();
  return (
    <>
      {mayReadBoard(role) && (
        <ButtonLink variant="default" to="/assistance/board">
          {say('board')}
        </ButtonLink>
      )}
      {mayRegister(role) && (
        <>
          <ButtonLink variant="default" to="/assistance/units/import">
            {say('importOwn')}
          </ButtonLink>
          <ButtonLink to="/assistance/units/new">{say('registerOwn')}</ButtonLink>
        </>
      )}
    </>
  );
};

export const UnitsScreen = () => {
  const say = useWords(screenWords);
  const navigate = useNavigate();
  const { kind = 'visiting' } = useSearch({ from: '/assistance/units' });
  return (
    <Page title={say('officers')} teach={say('teach')} actions={<Actions />}>
      <SegmentedControl
        aria-label={say('which')}
        value={kind}
        data={readableKinds.map((value) => ({ value, label: say(value) }))}
        onChange={(value) => {
          const chosen = readableKinds.find((one) => one === value);
          if (chosen !== undefined) void navigate({ to: '/assistance/units', search: { kind: chosen } });
        }}
      />
      <List key={kind} kind={kind} />
    </Page>
  );
};
