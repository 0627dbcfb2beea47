import { Alert, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useAgreements, useCircles } from '../agreements/queries.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { composeWords } from './compose-words.ts';
import { type Draft, type DraftError, type DraftMarking, dayAfter } from './draft.ts';

type Agreement = NonNullable<ReturnType<typeof useAgreements>['data']>[number];

/** What an agreement gives an item that is written under it. */
const markingUnder = (agreement: Agreement, marking: DraftMarking, at: string): DraftMarking => ({
  ...marking,
  tlp: agreement.defaults.tlp,
  pap: agreement.defaults.pap,
  handling: agreement.defaults.handling,
  legalBasis: agreement.legalBasis,
  field: agreement.fields.find((field) => field === marking.field) ?? agreement.fields[0] ?? marking.field,
  purpose:
    agreement.purposes.find((purpose) => purpose === marking.purpose) ??
    agreement.purposes[0] ??
    marking.purpose,
  reviewOn: dayAfter(at, agreement.defaults.reviewAfterDays),
  eraseOn: dayAfter(at, agreement.defaults.eraseAfterDays),
});

/** To whom the draft would go as it stands: the circle's other members, or those who were named. */
export const useDraftRecipients = (draft: Draft): Draft['recipients'] => {
  const me = useMe();
  const circle = useCircles().data?.find((entry) => entry.id === draft.circle);
  return circle ? circle.members.filter((member) => member !== me.party.id) : draft.recipients;
};

interface Needs {
  readonly draft: Draft;
  readonly errors: readonly DraftError[];
  readonly onChange: (change: Partial<Draft>) => void;
}

const AgreementChoice = ({ draft, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  const pick = usePick();
  const inForce = (useAgreements().data ?? []).filter((entry) => entry.state === 'in-force');
  const choose = (id: string): void => {
    const agreement = inForce.find((entry) => entry.id === id);
    if (!agreement) {
      onChange({ agreement: null });
      return;
    }
    const marking = markingUnder(agreement, draft.marking, new Date().toISOString());
    onChange({
      agreement: agreement.id,
      marking,
      circle: null,
      recipients: draft.recipients.filter((party) => agreement.parties.includes(party)),
    });
  };
  return (
    <>
      {inForce.length === 0 && <Alert color="yellow">{say('noAgreement')}</Alert>}
      <NativeSelect
        label={say('agreement')}
        description={say('agreementTeach')}
        error={errors.includes('agreement') ? say('error-agreement') : null}
        value={draft.agreement ?? ''}
        data={[
          { value: '', label: say('choose') },
          ...inForce.map((entry) => ({ value: entry.id, label: pick(entry.title) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </>
  );
};

const CircleChoice = ({ draft, onChange }: Needs) => {
  const say = useWords(composeWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const me = useMe();
  const agreement = useAgreements().data?.find((entry) => entry.id === draft.agreement);
  // A circle with someone who has not signed the agreement cannot receive under it.
  const circles = (useCircles().data ?? []).filter((circle) =>
    circle.members.every((member) => agreement?.parties.includes(member)),
  );
  const chosen = circles.find((circle) => circle.id === draft.circle);
  const members = chosen?.members.filter((member) => member !== me.party.id) ?? [];
  return (
    <div>
      <NativeSelect
        label={say('circle')}
        value={draft.circle ?? ''}
        data={[
          { value: '', label: say('noCircle') },
          ...circles.map((circle) => ({ value: circle.id, label: pick(circle.name) })),
        ]}
        onChange={(event) =>
          onChange({ circle: circles.find((circle) => circle.id === event.currentTarget.value)?.id ?? null })
        }
      />
      {chosen && (
        <Text size="sm" mt={4}>
          {say('circleMembers', { members: members.map(nameOf).join(' · ') })}
        </Text>
      )}
    </div>
  );
};

/** Under which agreement, and to whom: a circle, or services one by one. */
export const Recipients = (needs: Needs) => {
  const { draft, errors, onChange } = needs;
  const say = useWords(composeWords);
  const nameOf = usePartyName();
  const me = useMe();
  const agreement = useAgreements().data?.find((entry) => entry.id === draft.agreement);
  const others = (agreement?.parties ?? []).filter((party) => party !== me.party.id);
  return (
    <Stack>
      <AgreementChoice {...needs} />
      {agreement && <CircleChoice {...needs} />}
      {agreement && draft.circle === null && (
        <Checkbox.Group
          label={say('recipients')}
          error={errors.includes('recipients') ? say('error-recipients') : null}
          value={draft.recipients}
          onChange={(values) => onChange({ recipients: others.filter((party) => values.includes(party)) })}
        >
          <Group mt={6}>
            {others.map((party) => (
              <Checkbox key={party} value={party} label={<Name>{nameOf(party)}</Name>} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Stack>
  );
};
