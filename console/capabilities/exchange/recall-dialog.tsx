/** The contact point takes an item back, or re-marks it: says what happens, and what cannot be undone. */
import {
  Alert,
  Button,
  Checkbox,
  NativeSelect,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconArrowBigLeftLines } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { ItemControl, NewMarking } from '../../../server/capabilities/exchange/control/contract.ts';
import type { PartyId } from '../../../server/kernel/ids.ts';
import { handlingCodes, paps, tlps } from '../../../server/kernel/marking.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { Name } from '../../kit/name.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { composeWords } from './compose-words.ts';
import { useRecall } from './control-queries.ts';
import { controlWords } from './control-words.ts';
import { useNameAmong } from './party-names.ts';

const hours = [4, 24, 72, 168] as const;
const hourMs = 3_600_000;

/** The moment by which holders have to obey, so many hours from now. */
export const inHours = (count: number): string => new Date(Date.now() + count * hourMs).toISOString();

interface DeadlineNeeds {
  readonly value: number;
  readonly onChange: (hours: number) => void;
}

export const DeadlineChoice = ({ value, onChange }: DeadlineNeeds) => {
  const say = useWords(controlWords);
  return (
    <NativeSelect
      label={say('deadline')}
      value={String(value)}
      data={hours.map((count) => ({ value: String(count), label: say(`deadline-${count}`) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
};

interface ReasonNeeds {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

export const ReasonField = ({ value, onChange }: ReasonNeeds) => {
  const say = useWords(controlWords);
  return (
    <Textarea
      label={say('reason')}
      description={say('reasonTeach')}
      required
      dir="auto"
      rows={2}
      resize="vertical"
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

const presentMarking = ({ marking }: Item): NewMarking => ({
  tlp: marking.tlp,
  pap: marking.pap,
  handling: [...marking.handling],
  ...(marking.handlingText ? { handlingText: marking.handlingText } : {}),
  releasableTo: [...marking.releasableTo],
  reviewOn: marking.reviewOn,
  eraseOn: marking.eraseOn,
});

interface MarkingNeeds {
  readonly marking: NewMarking;
  /** Everybody who has the item now, the originator's own service apart. */
  readonly holders: readonly PartyId[];
  readonly own: PartyId;
  readonly named: ItemControl['named'];
  readonly onChange: (change: Partial<NewMarking>) => void;
}

const Keepers = ({ marking, holders, own, named, onChange }: MarkingNeeds) => {
  const say = useWords(controlWords);
  const nameOf = useNameAmong(named);
  return (
    <Checkbox.Group
      label={say('keepers')}
      value={[...marking.releasableTo]}
      onChange={(values) =>
        onChange({ releasableTo: [own, ...holders.filter((party) => values.includes(party))] })
      }
    >
      <Stack gap={6} mt={6}>
        {holders.map((party) => (
          <Checkbox key={party} value={party} label={<Name>{nameOf(party)}</Name>} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};

const LabelFields = ({ marking, onChange }: MarkingNeeds) => {
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  return (
    <SimpleGrid cols={2} spacing="sm">
      <NativeSelect
        label={say('tlp')}
        value={marking.tlp}
        data={tlps.map((tlp) => ({ value: tlp, label: `TLP:${tlp.toUpperCase()}` }))}
        onChange={(event) =>
          onChange({ tlp: tlps.find((tlp) => tlp === event.currentTarget.value) ?? marking.tlp })
        }
      />
      <NativeSelect
        label={say('pap')}
        value={marking.pap}
        data={paps.map((pap) => ({ value: pap, label: `PAP:${pap.toUpperCase()}` }))}
        onChange={(event) =>
          onChange({ pap: paps.find((pap) => pap === event.currentTarget.value) ?? marking.pap })
        }
      />
      {(['reviewOn', 'eraseOn'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={term(name)}
          value={marking[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
};

const NewMarkingFields = (needs: MarkingNeeds) => {
  const { marking, onChange } = needs;
  const say = useWords(composeWords);
  const term = useWords(markingWords);
  return (
    <Stack gap="sm">
      <LabelFields {...needs} />
      <Checkbox.Group
        label={term('handling')}
        value={[...marking.handling]}
        onChange={(values) => onChange({ handling: handlingCodes.filter((code) => values.includes(code)) })}
      >
        <SimpleGrid cols={4} mt={6}>
          {handlingCodes.map((code) => (
            <Checkbox key={code} value={code} label={code} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {marking.handling.includes('H3') && (
        <TextInput
          label={say('handlingText')}
          required
          dir="auto"
          maxLength={1000}
          value={marking.handlingText ?? ''}
          onChange={(event) => onChange({ handlingText: event.currentTarget.value })}
        />
      )}
      <Keepers {...needs} />
    </Stack>
  );
};

type Kind = 'withdraw' | 're-mark';

const KindChoice = ({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) => {
  const say = useWords(controlWords);
  return (
    <Radio.Group
      aria-label={say('recall')}
      value={kind}
      onChange={(value) => onChange(value === 're-mark' ? 're-mark' : 'withdraw')}
    >
      <Stack gap="xs">
        <Radio value="withdraw" label={say('withdraw')} description={say('withdrawWhat')} />
        <Radio value="re-mark" label={say('remark')} description={say('remarkWhat')} />
      </Stack>
    </Radio.Group>
  );
};

/** What the contact point has filled in so far. */
const useRecallDraft = (item: Item) => {
  const [kind, setKind] = useState<Kind>('withdraw');
  const [marking, setMarking] = useState(() => presentMarking(item));
  const [reason, setReason] = useState('');
  const [within, setWithin] = useState(24);
  const isWhole = reason.trim() !== '' && (kind === 'withdraw' || marking.handling.length > 0);
  const draft = () => ({
    version: item.version,
    kind,
    marking: kind === 're-mark' ? marking : null,
    reason: reason.trim(),
    complyBy: inHours(within),
  });
  return { kind, setKind, marking, setMarking, reason, setReason, within, setWithin, isWhole, draft };
};

interface FieldNeeds {
  readonly item: Item;
  readonly holders: readonly PartyId[];
  readonly named: ItemControl['named'];
  readonly form: ReturnType<typeof useRecallDraft>;
}

const RecallFields = ({ item, holders, named, form }: FieldNeeds) => {
  const say = useWords(controlWords);
  return (
    <>
      <KindChoice kind={form.kind} onChange={form.setKind} />
      {form.kind === 're-mark' && (
        <NewMarkingFields
          marking={form.marking}
          holders={holders}
          own={item.originator}
          named={named}
          onChange={(change) => form.setMarking((before) => ({ ...before, ...change }))}
        />
      )}
      <ReasonField value={form.reason} onChange={form.setReason} />
      <DeadlineChoice value={form.within} onChange={form.setWithin} />
      <Alert color="yellow" icon={<IconAlertTriangle />}>
        <Text size="sm">{say('cannotUnread')}</Text>
      </Alert>
    </>
  );
};

/** Opens the dialog of a recall; `holders` are those who have the item by now. */
export const RecallButton = ({ item, holders, named }: Omit<FieldNeeds, 'form'>) => {
  const say = useWords(controlWords);
  const show = useToasts();
  const recall = useRecall(item.id);
  const form = useRecallDraft(item);
  const [opened, setOpened] = useState(false);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('recalledToast') });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBigLeftLines size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('recall')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('recallSure')}
        consequence={say('recallWhat')}
        action={say('recall')}
        busy={recall.isPending}
        disabled={!form.isWhole}
        error={recall.error}
        onConfirm={() => recall.mutate(form.draft(), { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <RecallFields item={item} holders={holders} named={named} form={form} />
      </ConfirmDialog>
    </>
  );
};
