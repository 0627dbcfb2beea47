/** What one officer has in hand, to be handed over: one, several, or all of it. */
import { Checkbox, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BoardRow } from '../../../../server/capabilities/requests/contract.ts';
import { staffLimits } from '../../../../server/capabilities/requests/staff/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { Withheld } from '../../parties/reason-note.tsx';
import { useMe } from '../../parties/session.ts';
import { Due, useNow } from '../due.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { useOfficers } from './officers.ts';
import { useInHand } from './queries.ts';
import { staffWords } from './staff-words.ts';

const keyOf = ({ item, addressee }: BoardRow): string => `${item} ${addressee}`;

const strandsOf = (rows: readonly BoardRow[], left: ReadonlySet<string>) =>
  rows
    .filter((row) => !left.has(keyOf(row)))
    .flatMap(({ item, addressee }) => (addressee === null ? [] : [{ item, addressee }]))
    .slice(0, staffLimits.handedOver);

const Rows = ({ rows }: { rows: readonly BoardRow[] }) => {
  const say = useWords(staffWords);
  const now = useNow();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const strands = strandsOf(rows, left);
  const toggle = (key: string): void =>
    setLeft((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    );
  if (rows.length === 0) return <Text c="dimmed">{say('nothing')}</Text>;
  return (
    <Stack gap="sm">
      <Checkbox
        label={say('all')}
        checked={left.size === 0}
        indeterminate={left.size > 0 && strands.length > 0}
        onChange={() => setLeft(left.size === 0 ? new Set(rows.map(keyOf)) : new Set())}
      />
      {rows.map((row) => (
        <Checkbox
          key={keyOf(row)}
          ms="md"
          label={row.needsReason ? <Withheld /> : <bdi lang={row.language}>{row.title}</bdi>}
          description={
            <Due dueAt={row.dueAt} pausedAt={row.pausedAt} begun={row.state !== 'sent'} now={now} />
          }
          checked={!left.has(keyOf(row))}
          onChange={() => toggle(keyOf(row))}
        />
      ))}
      <HandOverForm
        strands={strands}
        now={{ desk: null, assignee: null }}
        label={say('doHandOver')}
        onDone={() => setLeft(new Set())}
      />
    </Stack>
  );
};

export const InHand = () => {
  const say = useWords(staffWords);
  const me = useMe();
  const officers = useOfficers();
  const [person, setPerson] = useState<string>(String(me.person));
  const rows = useInHand(person);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <NativeSelect
          maw="26rem"
          label={say('whose')}
          value={person}
          data={officers.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <Loaded query={rows}>{(found) => <Rows key={person} rows={found} />}</Loaded>
      </Stack>
    </Paper>
  );
};
