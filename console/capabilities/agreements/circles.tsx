import { Button, Fieldset, NativeSelect, Stack } from '@mantine/core';
import { IconCirclesRelation, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Circle, CircleKind } from '../../../server/capabilities/agreements/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { PartnerFields, type ServiceId, WordsFields } from './parts.tsx';
import { useCircles, useWriteCircle } from './queries.ts';
import { agreementsWords } from './words.ts';

const kinds = ['bilateral', 'event', 'region'] as const satisfies readonly CircleKind[];

const blankName = { ar: '', fr: '', en: '' };

const NewCircle = ({ onDone }: { onDone: () => void }) => {
  const say = useWords(agreementsWords);
  const pick = usePick();
  const show = useToasts();
  const me = useMe();
  const write = useWriteCircle();
  const [name, setName] = useState(blankName);
  const [kind, setKind] = useState<CircleKind>('event');
  const [members, setMembers] = useState<readonly ServiceId[]>([]);
  const [tried, setTried] = useState(false);
  const isNamed = Object.values(name).every((text) => text.trim() !== '');
  const onSuccess = (): void => {
    show({ text: say('made') });
    onDone();
  };
  const make = (): void => {
    setTried(true);
    if (members.length > 0 && isNamed)
      write.mutate({ name, kind, members: [me.party.id, ...members] }, { onSuccess });
  };
  return (
    <Fieldset legend={say('newCircle')}>
      <Stack>
        <WordsFields
          label={say('name')}
          value={name}
          error={tried ? say('needTitle') : null}
          onChange={setName}
        />
        <NativeSelect
          label={say('kind')}
          maw="18rem"
          value={kind}
          data={kinds.map((value) => ({ value, label: pick(terms.circleKinds[value]) }))}
          onChange={(event) => setKind(kinds.find((entry) => entry === event.currentTarget.value) ?? kind)}
        />
        <PartnerFields
          label={say('members')}
          value={members}
          error={tried && members.length === 0 ? say('needParties') : null}
          onChange={setMembers}
        />
        {write.isError && <ErrorNotice error={write.error} />}
        <Button ms="auto" loading={write.isPending} onClick={make}>
          {say('make')}
        </Button>
      </Stack>
    </Fieldset>
  );
};

const useColumns = (): readonly Column<Circle>[] => {
  const say = useWords(agreementsWords);
  const pick = usePick();
  const nameOf = usePartyName();
  return [
    { key: 'name', header: say('name'), main: true, cell: (row) => <Name>{pick(row.name)}</Name> },
    { key: 'kind', header: say('kind'), cell: (row) => pick(terms.circleKinds[row.kind]) },
    {
      key: 'members',
      header: say('members'),
      cell: (row) =>
        row.members.map((party) => (
          <div key={party}>
            <Name>{nameOf(party)}</Name>
          </div>
        )),
    },
    { key: 'owner', header: say('owner'), cell: (row) => <Name>{nameOf(row.owner)}</Name> },
  ];
};

export const CirclesScreen = () => {
  const say = useWords(agreementsWords);
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  const start = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {say('newCircle')}
    </Button>
  );
  return (
    <Page title={say('circles')} teach={say('circlesTeach')} actions={making ? null : start}>
      {making && <NewCircle onDone={() => setMaking(false)} />}
      <Loaded query={useCircles()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconCirclesRelation}
              title={say('emptyCircles')}
              teach={say('circlesTeach')}
              action={start}
            />
          ) : (
            <DataTable label={say('circles')} columns={columns} rows={rows} keyOf={(row) => row.id} />
          )
        }
      </Loaded>
    </Page>
  );
};
