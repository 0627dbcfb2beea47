/** What an officer cost, and who bears it. */
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { bearers, costKinds } from '../../../../server/capabilities/assistance/contract.ts';
import type { UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { CostDraft } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { answerWords } from '../answer-words.ts';
import { askWords } from '../ask-words.ts';
import { money } from '../parts.tsx';
import styles from './deployment.module.css';
import { Card } from './parts.tsx';
import { useAddCost } from './queries.ts';
import { screenWords } from './unit-catalogues.ts';

const Fields = ({ cost, onChange }: { cost: CostDraft; onChange: (change: Partial<CostDraft>) => void }) => {
  const say = useWords(answerWords);
  const ask = useWords(askWords);
  return (
    <>
      <NativeSelect
        data-autofocus
        label={say('costKind')}
        value={cost.kind}
        data={costKinds.map((value) => ({ value, label: ask(`cost-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: costKinds.find((one) => one === value) ?? cost.kind })
        }
      />
      <Group gap="sm" grow>
        <TextInput
          label={say('amount')}
          placeholder={say('amountHint')}
          required
          inputMode="decimal"
          dir="ltr"
          pattern="[0-9]{1,12}(\.[0-9]{1,3})?"
          value={cost.amount}
          onChange={(event) => onChange({ amount: event.currentTarget.value.replace(',', '.').trim() })}
        />
        <TextInput
          label={say('currency')}
          required
          dir="ltr"
          maxLength={3}
          pattern="[A-Z]{3}"
          value={cost.currency}
          onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </Group>
      <NativeSelect
        label={say('bearer')}
        value={cost.bearer}
        data={bearers.map((value) => ({ value, label: ask(`bearer-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ bearer: bearers.find((one) => one === value) ?? cost.bearer })
        }
      />
    </>
  );
};

const CostDialog = ({ unit, onClose }: { unit: UnitView; onClose: () => void }) => {
  const say = useWords(screenWords);
  const kit = useWords(kitWords);
  const show = useToasts();
  const add = useAddCost(unit.id);
  const [cost, setCost] = useState<CostDraft>({
    kind: 'lodging',
    bearer: 'host',
    amount: '',
    currency: unit.costs.at(-1)?.currency ?? 'EUR',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(cost, {
      onSuccess: () => {
        show({ text: say('done') });
        onClose();
      },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('addCost')}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          <Fields cost={cost} onChange={(change) => setCost((before) => ({ ...before, ...change }))} />
          <Text size="sm" c="dimmed">
            {say('costStays')}
          </Text>
          {add.error && <ErrorNotice error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {kit('cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {say('addCost')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

/** Costs of an officer, for those who plan and head. */
export const CostCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const ask = useWords(askWords);
  const { locale } = useReading();
  const [isAdding, setIsAdding] = useState(false);
  if (!unit.tends && unit.costs.length === 0) return null;
  return (
    <Card
      title={say('costs')}
      action={
        unit.tends && (
          <Button size="compact-sm" variant="default" onClick={() => setIsAdding(true)}>
            {say('addCost')}
          </Button>
        )
      }
    >
      {unit.costs.length === 0 && <Text c="dimmed">{say('noCosts')}</Text>}
      <ul className={styles.rows}>
        {unit.costs.map(({ id, kind, bearer, amount, currency }) => (
          <li key={id} className={styles.row}>
            <div>
              <Text>{ask(`cost-${kind}`)}</Text>
              <Text size="sm" c="dimmed">
                {say('borneBy', { bearer: ask(`bearer-${bearer}`) })}
              </Text>
            </div>
            <bdi>{money(locale, amount, currency)}</bdi>
          </li>
        ))}
      </ul>
      {isAdding && <CostDialog unit={unit} onClose={() => setIsAdding(false)} />}
    </Card>
  );
};
