/** What the reader may do with an officer now, the next thing first. */
import { Button, Group, Text } from '@mantine/core';
import type { StepKind, UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { formWords } from './form-words.ts';
import { actWords, screenWords } from './unit-catalogues.ts';

/** The steps that a dialog takes; a pair has a screen of its own. */
const dialogs: readonly StepKind[] = [
  'vet',
  'arrive',
  'agree-extension',
  'task',
  'brief',
  'propose-extension',
  'accredit',
  'release',
  'debrief',
  'revoke-badge',
  'withdraw',
];
const grave: readonly StepKind[] = ['release', 'revoke-badge', 'withdraw'];

/** Steps that the node would take now; what it would refuse is not offered: the reasons stand above. */
const offered = (unit: UnitView): readonly StepKind[] => {
  const kinds = unit.kind === 'own' && unit.tends ? [...unit.acts, 'task' as const] : unit.acts;
  const isHopeless = (kind: StepKind): boolean =>
    (kind === 'task' && unit.reasons.length > 0) || (kind === 'brief' && unit.briefing === null);
  return dialogs.filter((kind) => kinds.includes(kind) && !isHopeless(kind));
};

/** Until when he has a host officer; empty where he has none. */
const pairedUntil = (unit: UnitView): string =>
  unit.pairs
    .map(({ until }) => until)
    .sort()
    .at(-1) ?? '';

const PairLink = ({ unit }: { unit: UnitView }) => {
  const act = useWords(actWords);
  const say = useWords(screenWords);
  const isFirst = unit.pairs.length === 0;
  return (
    <ButtonLink
      to="/assistance/units/$id/pair"
      params={{ id: unit.id }}
      variant={isFirst ? 'filled' : 'default'}
    >
      {isFirst ? act('pair') : say('morePair')}
    </ButtonLink>
  );
};

/** To the pages that change what is held of him. */
const Pages = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const form = useWords(formWords);
  const params = { id: unit.id };
  return (
    <>
      {unit.changes && (
        <ButtonLink variant="default" to="/assistance/units/$id/edit" params={params}>
          {say('edit')}
        </ButtonLink>
      )}
      {unit.replaceable && (
        <ButtonLink variant="default" to="/assistance/units/$id/replace" params={params}>
          {form('replace')}
        </ButtonLink>
      )}
    </>
  );
};

export const Acts = ({ unit, onAct }: { unit: UnitView; onAct: (kind: StepKind) => void }) => {
  const say = useWords(screenWords);
  const act = useWords(actWords);
  const shown = offered(unit);
  const canPair =
    unit.kind === 'visiting' && unit.acts.includes('pair') && pairedUntil(unit) < unit.available.until;
  const isEmpty = shown.length === 0 && !canPair && !unit.changes && !unit.replaceable;
  if (isEmpty) return <Text c="dimmed">{say('nothingToDo')}</Text>;
  const isPairFirst = canPair && unit.pairs.length === 0;
  return (
    <Group gap="xs">
      {isPairFirst && <PairLink unit={unit} />}
      {shown.map((kind, at) => (
        <Button
          key={kind}
          variant={at === 0 && !isPairFirst && !grave.includes(kind) ? 'filled' : 'default'}
          c={grave.includes(kind) ? 'var(--mantine-color-error)' : undefined}
          onClick={() => onAct(kind)}
        >
          {act(kind)}
        </Button>
      ))}
      {canPair && !isPairFirst && <PairLink unit={unit} />}
      <Pages unit={unit} />
    </Group>
  );
};
