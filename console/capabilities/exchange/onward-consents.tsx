/** Consents of an item: a holder's contact point passes it on under one, the originator's takes one back. */
import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { ConsentRow, ItemControl } from '../../../server/capabilities/exchange/control/contract.ts';
import type { PartyId } from '../../../server/kernel/ids.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useDates } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { useShareOnward, useWithdrawConsent } from './control-queries.ts';
import { controlWords } from './control-words.ts';
import { PartyChoice, useCovering } from './onward-ask.tsx';
import { onwardWords } from './onward-words.ts';
import { useNameAmong } from './party-names.ts';
import { DeadlineChoice, inHours, ReasonField } from './recall-dialog.tsx';

interface ConsentNeeds {
  readonly item: Item;
  readonly consent: ConsentRow;
  readonly control: ItemControl;
}

/** Those for whom the consent stands and who were not sent the item under it. */
const leftOf = ({ consent, control }: ConsentNeeds): readonly PartyId[] => {
  const sent = control.shares
    .filter((share) => share.consent === consent.id)
    .map(({ recipient }) => recipient);
  return consent.recipients.filter((party) => !consent.withdrawn.includes(party) && !sent.includes(party));
};

/** The agreement that covers all who were chosen: the one named, or the only one there is. */
const useUnder = (item: Item, chosen: readonly PartyId[], named: string) => {
  const covering = useCovering(item).filter(({ parties }) =>
    chosen.every((recipient) => parties.includes(recipient)),
  );
  const only = covering.length === 1 ? covering[0] : undefined;
  return { covering, under: covering.find(({ id }) => id === named) ?? only };
};

interface UnderNeeds extends ReturnType<typeof useUnder> {
  readonly onChange: (agreement: string) => void;
}

const UnderChoice = ({ covering, under, onChange }: UnderNeeds) => {
  const say = useWords(onwardWords);
  const pick = usePick();
  if (covering.length === 0) return <Text c="var(--mantine-color-error)">{say('noAgreement')}</Text>;
  return (
    <NativeSelect
      label={say('agreement')}
      value={under?.id ?? ''}
      data={[
        { value: '', label: say('choose') },
        ...covering.map(({ id, title }) => ({ value: id, label: pick(title) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

const ShareButton = (needs: ConsentNeeds) => {
  const say = useWords(onwardWords);
  const show = useToasts();
  const share = useShareOnward(needs.consent.id);
  const left = leftOf(needs);
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<PartyId[]>([...left]);
  const [agreement, setAgreement] = useState('');
  const choice = useUnder(needs.item, chosen, agreement);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('sharedToast') });
  };
  const confirm = (): void => {
    const { under } = choice;
    if (under) share.mutate({ recipients: chosen, agreement: under.id }, { onSuccess });
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        {say('share')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('share')}
        consequence={say('shareWhat')}
        action={say('share')}
        busy={share.isPending}
        disabled={chosen.length === 0 || choice.under === undefined}
        error={share.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      >
        <PartyChoice
          label={say('to')}
          parties={left}
          chosen={chosen}
          named={needs.control.named}
          onChange={setChosen}
        />
        <UnderChoice {...choice} onChange={setAgreement} />
      </ConfirmDialog>
    </>
  );
};

const WithdrawConsentButton = ({ consent }: { consent: ConsentRow }) => {
  const say = useWords(onwardWords);
  const show = useToasts();
  const withdraw = useWithdrawConsent(consent.id);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [within, setWithin] = useState(24);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('withdrawnToast') });
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {say('withdrawConsent')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('withdrawConsent')}
        consequence={say('withdrawConsentWhat')}
        action={say('withdrawConsent')}
        busy={withdraw.isPending}
        disabled={reason.trim() === ''}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ reason: reason.trim(), complyBy: inHours(within) }, { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <ReasonField value={reason} onChange={setReason} />
        <DeadlineChoice value={within} onChange={setWithin} />
      </ConfirmDialog>
    </>
  );
};

/** One consent: for whom, until when, to whom it went, and what may be done under it. */
export const Consent = (needs: ConsentNeeds) => {
  const { item, consent, control } = needs;
  const say = useWords(onwardWords);
  const word = useWords(controlWords);
  const nameOf = useNameAmong(control.named);
  const me = useMe();
  const dates = useDates();
  const names = (parties: readonly string[]): string => parties.map(nameOf).join(' · ');
  const sent = control.shares.filter((share) => share.consent === consent.id);
  const stands = consent.recipients.some((party) => !consent.withdrawn.includes(party));
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Text size="sm" fw={600}>
            {say('consentFor', { asker: nameOf(consent.party), names: names(consent.recipients) })}
          </Text>
          <Text size="sm">{say('validUntil', { day: dates.day(consent.validUntil) })}</Text>
          {sent.length > 0 && (
            <Text size="sm">{say('sharedTo', { names: names(sent.map(({ recipient }) => recipient)) })}</Text>
          )}
          {consent.withdrawn.length > 0 && (
            <Text size="sm" c="var(--mantine-color-error)">
              {say('withdrawnFor', { names: names(consent.withdrawn) })}
            </Text>
          )}
          {!consent.verified && (
            <Text size="xs" c="dimmed">
              {word('unverified')}
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          {control.may.share && consent.party === me.party.id && leftOf(needs).length > 0 && (
            <ShareButton {...needs} />
          )}
          {item.own && control.may.decide && stands && <WithdrawConsentButton consent={consent} />}
        </Group>
      </Group>
    </Paper>
  );
};
