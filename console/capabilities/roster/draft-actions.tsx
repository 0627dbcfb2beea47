/** What can be done with a draft as a whole, by whom and in which state. */
import { Button, Group, Menu, Modal, Select } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Draft } from '../../../server/capabilities/roster/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { kitWords } from '../../kit/words.ts';
import { useMe } from '../parties/session.ts';
import { BeginDialog } from './begin-dialog.tsx';
import type { Board } from './board.ts';
import { editWords } from './edit-words.ts';
import { LockDialog } from './lock-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { mayPlan } from './places.ts';
import { useCancel, useEventRoster, useMove, useStep } from './queries.ts';
import { SolveDialog } from './solve-dialog.tsx';
import { rosterWords } from './words.ts';

type Asked = 'discard' | 'copy' | 'compare' | 'lock';

const CopyDialog = ({ draft, onClose }: { draft: Draft; onClose: () => void }) => {
  const say = useWords(rosterWords);
  // A name is kept without the marks that hold it apart in a sentence.
  const suggested = say('copyName', { name: draft.name }).replaceAll(/[\u2066-\u2069]/gu, '');
  return (
    <BeginDialog
      opened
      event={draft.event}
      copyOf={draft.id}
      title={say('copy')}
      suggested={suggested}
      onClose={onClose}
    />
  );
};

const CompareDialog = ({ draft, onClose }: { draft: Draft; onClose: () => void }) => {
  const say = useWords(rosterWords);
  const kit = useWords(kitWords);
  const navigate = useNavigate();
  const found = useEventRoster(draft.event).data;
  const data = [
    ...(found?.publications ?? []).map(({ id, number }) => ({ value: id, label: say('number', { number }) })),
    ...(found?.drafts ?? [])
      .filter(({ id }) => id !== draft.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('compare')}
      centered
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Select
        label={say('compareWith')}
        data={data}
        comboboxProps={{ withinPortal: true }}
        onChange={(other) => {
          if (other === null) return;
          void navigate({
            to: '/roster/drafts/$id/compare/$other',
            params: { id: other, other: draft.id },
          });
        }}
      />
    </Modal>
  );
};

const History = ({ draft }: { draft: Draft }) => {
  const say = useWords(rosterWords);
  const step = useStep(draft.id);
  const { version, place, edits } = draft;
  const shortcuts = useMemo(
    () => [
      { keys: 'u', label: say('undo'), run: () => step.mutate({ version, verb: 'undo' }) },
      { keys: 'r', label: say('redo'), run: () => step.mutate({ version, verb: 'redo' }) },
    ],
    [say, step, version],
  );
  useShortcuts(shortcuts);
  return (
    <Group gap={4}>
      <Button
        variant="default"
        aria-label={say('undo')}
        title={say('undo')}
        disabled={place === 0}
        loading={step.isPending}
        onClick={() => step.mutate({ version, verb: 'undo' })}
      >
        <IconArrowBackUp size={18} aria-hidden />
      </Button>
      <Button
        variant="default"
        aria-label={say('redo')}
        title={say('redo')}
        disabled={place === edits}
        onClick={() => step.mutate({ version, verb: 'redo' })}
      >
        <IconArrowForwardUp size={18} aria-hidden />
      </Button>
    </Group>
  );
};

const Planning = ({ draft }: { draft: Draft }) => {
  const say = useWords(rosterWords);
  const [isSolving, setSolving] = useState(false);
  const cancel = useCancel();
  const move = useMove(draft.id);
  const { job, state, version } = draft;
  if (job?.state === 'running')
    return (
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
        {say('stop')}
      </Button>
    );
  if (state === 'proposed')
    return (
      <Button variant="default" onClick={() => move.mutate({ verb: 'withdraw', version })}>
        {say('withdraw')}
      </Button>
    );
  if (state !== 'open') return null;
  return (
    <>
      <History draft={draft} />
      <Button variant="light" onClick={() => setSolving(true)}>
        {say('solve')}
      </Button>
      <ButtonLink variant="light" to="/roster/drafts/$id/replan" params={{ id: draft.id }}>
        {say('replan')}
      </ButtonLink>
      <Button loading={move.isPending} onClick={() => move.mutate({ verb: 'propose', version })}>
        {say('propose')}
      </Button>
      {move.error && <ErrorNotice error={move.error} />}
      {isSolving && <SolveDialog draft={draft} onClose={() => setSolving(false)} />}
    </>
  );
};

/** The buttons of a draft. */
export const DraftActions = ({ draft, board }: { draft: Draft; board: Board }) => {
  const say = useWords(rosterWords);
  const edit = useWords(editWords);
  const { role } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const isPlanner = mayPlan(role);
  return (
    <>
      {isPlanner && <Planning draft={draft} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={say('more')}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isPlanner && <Menu.Item onClick={() => setAsked('copy')}>{say('copy')}</Menu.Item>}
          <Menu.Item onClick={() => setAsked('compare')}>{say('compare')}</Menu.Item>
          {isPlanner && draft.state === 'open' && (
            <Menu.Item onClick={() => setAsked('lock')}>{edit('lock')}</Menu.Item>
          )}
          <Menu.Item onClick={() => window.print()}>{say('print')}</Menu.Item>
          {isPlanner && draft.state === 'open' && (
            <Menu.Item onClick={() => setAsked('discard')}>{say('discard')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'copy' && <CopyDialog draft={draft} onClose={close} />}
      {asked === 'compare' && <CompareDialog draft={draft} onClose={close} />}
      {asked === 'lock' && <LockDialog board={board} onClose={close} />}
      {asked === 'discard' && <MoveDialog draft={draft} verb={asked} onClose={close} />}
    </>
  );
};
