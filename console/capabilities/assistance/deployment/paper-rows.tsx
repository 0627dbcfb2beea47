/** Papers that run out, and weapons by their serials: rows that are added and taken away. */
import { ActionIcon, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import {
  certificateKinds,
  unitLimits,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import styles from './deployment.module.css';
import { formWords } from './form-words.ts';
import { type ArmForm, newArm, newPaper, type PaperForm, type ProfileForm } from './profile-draft.ts';
import { certificateWords } from './unit-catalogues.ts';

interface FieldNeeds {
  readonly form: ProfileForm;
  readonly onChange: (change: Partial<ProfileForm>) => void;
}

interface RowNeeds<Row> {
  readonly row: Row;
  readonly onChange: (change: Partial<Row>) => void;
  readonly onRemove: () => void;
}

const Remove = ({ label, onRemove }: { label: string; onRemove: () => void }) => {
  const say = useWords(formWords);
  return (
    <ActionIcon
      variant="subtle"
      color="red.9"
      size="lg"
      aria-label={`${say('removeRow')} ${label}`}
      onClick={onRemove}
    >
      <IconTrash size={18} aria-hidden />
    </ActionIcon>
  );
};

const Add = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Group mt="xs">
    <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
      {label}
    </Button>
  </Group>
);

const PaperRow = ({ row, onChange, onRemove }: RowNeeds<PaperForm>) => {
  const say = useWords(formWords);
  const kind = useWords(certificateWords);
  return (
    <li className={styles.fields}>
      <NativeSelect
        label={say('paperKind')}
        value={row.kind}
        data={certificateKinds.map((value) => ({ value, label: kind(value) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: certificateKinds.find((one) => one === value) ?? row.kind })
        }
      />
      <TextInput
        label={say('number')}
        required
        dir="ltr"
        maxLength={unitLimits.serial}
        value={row.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('issued')}
        required
        value={row.issued}
        onChange={(event) => onChange({ issued: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('expires')}
        required
        min={row.issued}
        value={row.expires}
        onChange={(event) => onChange({ expires: event.currentTarget.value })}
      />
      <Remove label={kind(row.kind)} onRemove={onRemove} />
    </li>
  );
};

const ArmRow = ({ row, onChange, onRemove }: RowNeeds<ArmForm>) => {
  const say = useWords(formWords);
  return (
    <li className={styles.fields}>
      <TextInput
        label={say('armType')}
        required
        dir="auto"
        maxLength={unitLimits.serial}
        value={row.type}
        onChange={(event) => onChange({ type: event.currentTarget.value })}
      />
      <TextInput
        label={say('serial')}
        required
        dir="ltr"
        maxLength={unitLimits.serial}
        value={row.serial}
        onChange={(event) => onChange({ serial: event.currentTarget.value })}
      />
      <Remove label={row.type} onRemove={onRemove} />
    </li>
  );
};

/** One of the rows changed. */
const changed = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: Partial<Row>,
): readonly Row[] => rows.map((row) => (row.id === id ? { ...row, ...change } : row));

export const PaperRows = ({ form: { papers }, onChange }: FieldNeeds) => {
  const say = useWords(formWords);
  return (
    <Stack gap={0}>
      <ul className={styles.rows}>
        {papers.map((row) => (
          <PaperRow
            key={row.id}
            row={row}
            onChange={(change) => onChange({ papers: changed(papers, row.id, change) })}
            onRemove={() => onChange({ papers: papers.filter(({ id }) => id !== row.id) })}
          />
        ))}
      </ul>
      {papers.length < unitLimits.certificates && (
        <Add label={say('addPaper')} onAdd={() => onChange({ papers: [...papers, newPaper()] })} />
      )}
    </Stack>
  );
};

export const ArmRows = ({ form: { arms }, onChange }: FieldNeeds) => {
  const say = useWords(formWords);
  return (
    <Stack gap={0}>
      <ul className={styles.rows}>
        {arms.map((row) => (
          <ArmRow
            key={row.id}
            row={row}
            onChange={(change) => onChange({ arms: changed(arms, row.id, change) })}
            onRemove={() => onChange({ arms: arms.filter(({ id }) => id !== row.id) })}
          />
        ))}
      </ul>
      {arms.length < unitLimits.arms && (
        <Add label={say('addArm')} onAdd={() => onChange({ arms: [...arms, newArm()] })} />
      )}
    </Stack>
  );
};
