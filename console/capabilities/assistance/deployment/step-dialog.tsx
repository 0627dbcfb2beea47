/** What is said with a step, in one dialog: the words, the days, and whom it tells. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type StepKind,
  type UnitView,
  vettingGrounds,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { StepDraft } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { dayMs, later } from '../../../../server/kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../../server/kernel/zone.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useWords } from '../../../kit/language.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { dayEnd, lastDayBefore } from '../draft.ts';
import { useStep, useTask } from './queries.ts';
import { Part, type Said } from './step-parts.tsx';
import { actWords, screenWords, stepDialogWords } from './unit-catalogues.ts';

/** As a field of day and time takes it, and back: by the clock that the reader sees everywhere. */
const toField = (at: string, zone: string): string => {
  const { day, time } = wallTimeOf(zone, at);
  return `${day}T${time}`;
};
const fromField = (text: string, zone: string): string => {
  const [day = '', time = ''] = text.split('T');
  return momentOf(zone, { day, time: time.slice(0, 5) }) ?? '';
};

const hour = 3_600_000;
const shiftHours = 8;
/** Their words stay here: the other service hears that it is so. */
const wordsStay: readonly StepKind[] = ['withdraw', 'revoke-badge', 'debrief'];

const startOf = (unit: UnitView, kind: StepKind, zone: string): Said => {
  const now = new Date().toISOString();
  const last = lastDayBefore(unit.available.until, zone);
  const until =
    kind === 'propose-extension' ? lastDayBefore(later(unit.available.until, 7 * dayMs), zone) : last;
  return {
    text: '',
    ground: '',
    from: toField(now, zone),
    until: kind === 'task' ? toField(later(now, shiftHours * hour), zone) : until,
    language: unit.briefing?.language ?? '',
    armed: (unit.profile?.arms.length ?? 0) > 0 && unit.profile?.powers.includes('carry-arms') === true,
  };
};

/** The step as the node takes it; null while something is missing. */
const draftOf = (
  unit: UnitView,
  kind: StepKind,
  { said, zone }: { readonly said: Said; readonly zone: string },
): StepDraft | null => {
  const text = said.text.trim();
  switch (kind) {
    case 'vet':
      return { kind, ground: vettingGrounds.find((one) => one === said.ground) ?? null };
    case 'accredit': {
      const zones = text.split('\n').flatMap((zone) => zone.trim() || []);
      return said.until === '' ? null : { kind, until: said.until, zones, armed: said.armed };
    }
    case 'arrive':
      return { kind, lodging: text };
    case 'brief':
      return said.language === '' ? null : { kind, language: said.language };
    case 'propose-extension': {
      const until = dayEnd(said.until, zone);
      return until === null ? null : { kind, until };
    }
    case 'agree-extension':
      return unit.proposal === null ? null : { kind, until: unit.proposal.until };
    case 'release':
      return { kind };
    case 'debrief':
      return text === '' ? null : { kind, text };
    case 'withdraw':
    case 'revoke-badge':
      return text === '' ? null : { kind, reason: text };
    default:
      return null;
  }
};

interface Taking {
  readonly kind: StepKind;
  readonly said: Said;
  readonly onClose: () => void;
}

/** Takes the step, or gives the task, and says that it is done. */
const useTaking = (unit: UnitView, { kind, said, onClose }: Taking) => {
  const screen = useWords(screenWords);
  const show = useToasts();
  const step = useStep(unit.id);
  const task = useTask(unit.id);
  const { timeZone: zone } = usePreferences();
  const draft = draftOf(unit, kind, { said, zone });
  const text = said.text.trim();
  const isTask = kind === 'task';
  const isWhole = isTask ? text !== '' && said.from !== '' && said.until !== '' : draft !== null;
  const onSuccess = (): void => {
    show({ text: screen('done') });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const period = { from: fromField(said.from, zone), until: fromField(said.until, zone) };
    if (isTask) task.mutate({ text, period }, { onSuccess });
    else if (draft !== null) step.mutate(draft, { onSuccess });
  };
  const { error, isPending: busy } = isTask ? task : step;
  return { submit, isWhole, error, busy };
};

export const StepDialog = ({
  unit,
  kind,
  onClose,
}: {
  unit: UnitView;
  kind: StepKind;
  onClose: () => void;
}) => {
  const say = useWords(stepDialogWords);
  const act = useWords(actWords);
  const kit = useWords(kitWords);
  const { timeZone: zone } = usePreferences();
  const [said, setSaid] = useState(() => startOf(unit, kind, zone));
  const { submit, isWhole, error, busy } = useTaking(unit, { kind, said, onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={act(kind)}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          <Part
            kind={kind}
            unit={unit}
            said={said}
            onChange={(change) => setSaid((before) => ({ ...before, ...change }))}
          />
          <Text size="sm" c="dimmed">
            {say(unit.kind === 'own' ? 'here' : wordsStay.includes(kind) ? 'leavesWithout' : 'leaves')}
          </Text>
          {error && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {kit('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!isWhole}>
              {act(kind)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
