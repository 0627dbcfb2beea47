import { Badge } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Agreement } from '../../../server/capabilities/agreements/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { usePartyName } from '../parties/queries.ts';
import { useAgreements } from './queries.ts';
import { agreementsWords } from './words.ts';

const useColumns = (): readonly Column<Agreement>[] => {
  const say = useWords(agreementsWords);
  const pick = usePick();
  const nameOf = usePartyName();
  return [
    { key: 'title', header: say('title'), main: true, cell: (row) => <Name>{pick(row.title)}</Name> },
    {
      key: 'parties',
      header: say('parties'),
      cell: (row) =>
        row.parties.map((party) => (
          <div key={party}>
            <Name>{nameOf(party)}</Name>
          </div>
        )),
    },
    {
      key: 'state',
      header: say('state'),
      cell: (row) => (
        <Badge variant={row.state === 'in-force' ? 'filled' : 'light'}>
          {pick(terms.states.agreement[row.state])}
        </Badge>
      ),
    },
    { key: 'until', header: say('validUntil'), cell: (row) => <DayText day={row.validUntil} /> },
  ];
};

export const AgreementsScreen = () => {
  const say = useWords(agreementsWords);
  const navigate = useNavigate();
  const columns = useColumns();
  const write = (
    <ButtonLink to="/agreements/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {say('newAgreement')}
    </ButtonLink>
  );
  return (
    <Page title={say('agreements')} teach={say('agreementsTeach')} actions={write}>
      <Loaded query={useAgreements()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconFileText}
              title={say('emptyAgreements')}
              teach={say('emptyAgreementsTeach')}
              action={write}
            />
          ) : (
            <DataTable
              label={say('agreements')}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              onOpen={(row) => void navigate({ to: '/agreements/$id', params: { id: row.id } })}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
