/** A holder asks the originator to let an item go further, to parties that he names. */
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconShare3 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { NamedParty } from '../../../server/capabilities/exchange/control/contract.ts';
import type { PartyId } from '../../../server/kernel/ids.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { useMe } from '../parties/session.ts';
import { useAskOnward } from './control-queries.ts';
import { onwardWords } from './onward-words.ts';
import { nobodyNamed, useNameAmong } from './party-names.ts';
import { ReasonField } from './recall-dialog.tsx';

/** The agreements in force that cover the item, with this service among their parties. */
export const useCovering = (item: Item) => {
  const me = useMe();
  return (useAgreements().data ?? []).filter(
    (agreement) =>
      agreement.state === 'in-force' &&
      agreement.fields.includes(item.marking.field) &&
      agreement.purposes.includes(item.marking.purpose) &&
      agreement.parties.some((party) => party === me.party.id),
  );
};

/** Those to whom it could go: partners under an agreement that covers it, who do not have it yet. */
const useCandidates = (item: Item): readonly PartyId[] => {
  const me = useMe();
  const covering = useCovering(item);
  const have = new Set<string>([me.party.id, item.originator, ...item.marking.releasableTo]);
  if (item.via !== null) have.add(item.via);
  return [...new Set(covering.flatMap(({ parties }) => parties))].filter((party) => !have.has(party));
};

interface ChoiceNeeds {
  readonly label: string;
  readonly parties: readonly PartyId[];
  readonly chosen: readonly PartyId[];
  /** Services without a link that others named. */
  readonly named?: readonly NamedParty[];
  readonly onChange: (chosen: PartyId[]) => void;
}

export const PartyChoice = ({ label, parties, chosen, named = nobodyNamed, onChange }: ChoiceNeeds) => {
  const nameOf = useNameAmong(named);
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      onChange={(values) => onChange(parties.filter((party) => values.includes(party)))}
    >
      <Stack gap={6} mt={6}>
        {parties.map((party) => (
          <Checkbox key={party} value={party} label={<Name>{nameOf(party)}</Name>} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};

export const AskOnwardButton = ({ item }: { item: Item }) => {
  const say = useWords(onwardWords);
  const show = useToasts();
  const ask = useAskOnward(item.id);
  const candidates = useCandidates(item);
  const [opened, setOpened] = useState(false);
  const [recipients, setRecipients] = useState<PartyId[]>([]);
  const [reason, setReason] = useState('');
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('askedToast') });
  };
  const confirm = (): void =>
    ask.mutate({ version: item.version, recipients, reason: reason.trim() }, { onSuccess });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare3 size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('ask')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('ask')}
        consequence={say('askWhat')}
        action={say('ask')}
        busy={ask.isPending}
        disabled={recipients.length === 0 || reason.trim() === ''}
        error={ask.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      >
        {candidates.length === 0 ? (
          <Text c="dimmed">{say('nobody')}</Text>
        ) : (
          <PartyChoice label={say('to')} parties={candidates} chosen={recipients} onChange={setRecipients} />
        )}
        <ReasonField value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
};
