/** Desks and their heads, who is away, and work that is handed over. */
import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Absence, Staff } from '../../../../server/capabilities/requests/staff/contract.ts';
import { later } from '../../../../server/kernel/time.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useDesks, usePersonName } from '../../parties/queries.ts';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { AbsenceForm } from './absence-form.tsx';
import { InHand } from './in-hand.tsx';
import { useOfficers } from './officers.ts';
import { useEndAbsence, useNameHead, useStaff } from './queries.ts';
import { staffWords } from './staff-words.ts';

const Heads = ({ staff }: { staff: Staff }) => {
  const say = useWords(staffWords);
  const pick = usePick();
  const nameOf = usePersonName();
  const desks = useDesks().data ?? [];
  const officers = useOfficers();
  const name = useNameHead();
  const headOf = (desk: string) => staff.heads.find((one) => one.desk === desk)?.person ?? null;
  return (
    <>
      {name.isError && <ErrorNotice error={name.error} />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {desks.map(({ id, name: words }) => {
          const head = headOf(id);
          const ofDesk = officers.filter((one) => one.desks.includes(id));
          return staff.mayNameHeads ? (
            <NativeSelect
              key={id}
              label={pick(words)}
              value={head ?? ''}
              data={[
                { value: '', label: say('noHead') },
                ...ofDesk.map((one) => ({ value: one.value, label: one.name })),
              ]}
              onChange={(event) => name.mutate({ desk: id, person: event.currentTarget.value || null })}
            />
          ) : (
            <div key={id}>
              <Text size="sm" c="dimmed">
                <Name>{pick(words)}</Name>
              </Text>
              <Text size="sm">{head === null ? say('noHead') : <Name>{nameOf(head) ?? '…'}</Name>}</Text>
            </div>
          );
        })}
      </SimpleGrid>
    </>
  );
};

const AbsenceLine = ({ absence }: { absence: Absence }) => {
  const say = useWords(staffWords);
  const dates = useDates();
  const nameOf = usePersonName();
  const show = useToasts();
  const end = useEndAbsence();
  const standIn = nameOf(absence.standIn) ?? '…';
  const lastDay = dates.dayOf(later(absence.until, -1));
  const back = (): void => end.mutate(absence.id, { onSuccess: () => show({ text: say('ended') }) });
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600} size="sm">
            <Name>{nameOf(absence.person) ?? '…'}</Name>
          </Text>
          <Text size="sm">
            {say('span', { from: dates.dayOf(absence.from), until: lastDay })} ·{' '}
            {say('stoodInBy', { name: standIn })}
          </Text>
        </div>
        {absence.mayEnd && (
          <Button size="compact-sm" variant="default" loading={end.isPending} onClick={back}>
            {say('back')}
          </Button>
        )}
      </Group>
      {end.isError && <ErrorNotice error={end.error} />}
    </Paper>
  );
};

const Absences = ({ staff }: { staff: Staff }) => {
  const say = useWords(staffWords);
  const { role } = useMe();
  const [marking, setMarking] = useState(false);
  const marks = staff.mayMarkOthers || mayWrite(role);
  return (
    <Stack gap="sm">
      {staff.absences.length === 0 && <Text c="dimmed">{say('noAbsences')}</Text>}
      {staff.absences.map((absence) => (
        <AbsenceLine key={absence.id} absence={absence} />
      ))}
      {marking && <AbsenceForm staff={staff} onDone={() => setMarking(false)} />}
      {marks && !marking && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconCalendarOff size={18} aria-hidden />}
            onClick={() => setMarking(true)}
          >
            {say('mark')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

export const StaffScreen = () => {
  const say = useWords(staffWords);
  const { role } = useMe();
  const heading = (id: string, text: string) => (
    <Title order={2} size="h4" id={id} mb="xs">
      {text}
    </Title>
  );
  return (
    <Page title={say('title')} teach={say('teach')}>
      <Loaded query={useStaff()}>
        {(staff) => (
          <Stack gap="lg" maw="64rem">
            <section aria-labelledby="heads-title">
              {heading('heads-title', say('heads'))}
              <Heads staff={staff} />
            </section>
            <section aria-labelledby="absences-title">
              {heading('absences-title', say('absences'))}
              <Absences staff={staff} />
            </section>
            {mayWrite(role) && (
              <section aria-labelledby="hand-over-title">
                {heading('hand-over-title', say('handOver'))}
                <Text size="sm" c="dimmed" mb="xs">
                  {say('handOverTeach')}
                </Text>
                <InHand />
              </section>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
