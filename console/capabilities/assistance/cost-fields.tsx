/** What an offer costs: what for, how much, in which currency, and who bears it. */
import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { bearers, costKinds } from '../../../server/capabilities/assistance/contract.ts';
import { useWords } from '../../kit/language.tsx';
import type { CostForm } from './answer.ts';
import { answerWords } from './answer-words.ts';
import { askWords } from './ask-words.ts';

/** Currencies of the services that work together here; any other is typed over. */
const usual = 'EUR';

interface Needs {
  readonly costs: readonly CostForm[];
  readonly onChange: (costs: readonly CostForm[]) => void;
}

const CostRow = ({
  cost,
  onChange,
  onRemove,
}: {
  cost: CostForm;
  onChange: (change: Partial<CostForm>) => void;
  onRemove: () => void;
}) => {
  const say = useWords(answerWords);
  const ask = useWords(askWords);
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={say('costKind')}
        value={cost.kind}
        data={costKinds.map((value) => ({ value, label: ask(`cost-${value}`) }))}
        onChange={({ currentTarget }) => {
          const kind = costKinds.find((one) => one === currentTarget.value);
          if (kind) onChange({ kind });
        }}
      />
      <TextInput
        label={say('amount')}
        placeholder={say('amountHint')}
        inputMode="decimal"
        dir="ltr"
        w="9rem"
        value={cost.amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value.replace(',', '.').trim() })}
      />
      <TextInput
        label={say('currency')}
        dir="ltr"
        w="6rem"
        maxLength={3}
        value={cost.currency}
        onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
      />
      <NativeSelect
        label={say('bearer')}
        value={cost.bearer}
        data={bearers.map((value) => ({ value, label: ask(`bearer-${value}`) }))}
        onChange={({ currentTarget }) => {
          const bearer = bearers.find((one) => one === currentTarget.value);
          if (bearer) onChange({ bearer });
        }}
      />
      <ActionIcon variant="subtle" color="red.9" size="lg" aria-label={say('removeCost')} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
};

export const CostFields = ({ costs, onChange }: Needs) => {
  const say = useWords(answerWords);
  const add = (): void =>
    onChange([
      ...costs,
      {
        id: crypto.randomUUID(),
        kind: 'travel',
        bearer: 'sender',
        amount: '',
        currency: costs.at(-1)?.currency ?? usual,
        text: '',
      },
    ]);
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {say('costs')}
      </Text>
      {costs.map((cost) => (
        <CostRow
          key={cost.id}
          cost={cost}
          onChange={(change) =>
            onChange(costs.map((one) => (one.id === cost.id ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange(costs.filter(({ id }) => id !== cost.id))}
        />
      ))}
      <Group>
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {say('addCost')}
        </Button>
      </Group>
    </Stack>
  );
};
