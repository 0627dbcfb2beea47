/** One officer or team written by hand: the fields, why it is held, and what keeps it. */
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Profile } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { OwnUnit } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { usePeople } from '../../parties/queries.ts';
import styles from './deployment.module.css';
import { formWords } from './form-words.ts';
import { type ProfileForm, profileOf } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';

interface Needs {
  /** What the form begins with. */
  readonly start: ProfileForm;
  /** The time that was kept before; null for a new one. */
  readonly before: Profile['available'] | null;
  /** The line of an ask says the specialty. */
  readonly isBound: boolean;
  readonly action: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** What stands below the fields: the account, why it is held. */
  readonly children?: ReactNode;
  readonly onKeep: (profile: Profile) => void;
}

/** The browser says which field is wanting; what it cannot see is said below. */
export const OfficerForm = (needs: Needs) => {
  const say = useWords(formWords);
  const { timeZone: zone } = usePreferences();
  const [form, setForm] = useState(needs.start);
  const [isWanting, setIsWanting] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const profile = profileOf(form, { zone, before: needs.before });
    setIsWanting(profile === null);
    if (profile !== null) needs.onKeep(profile);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="64rem">
        <ProfileFields
          form={form}
          isBound={needs.isBound}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
        />
        {needs.children}
        {isWanting && (
          <Text role="alert" className={styles.late}>
            {say('incomplete')}
          </Text>
        )}
        {needs.error ? <ErrorNotice error={needs.error} /> : null}
        <Group justify="flex-end">
          <Button type="submit" loading={needs.busy}>
            {needs.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Whose account on this node the officer is: with it he sees his own pairs. */
export const AccountPart = ({
  person,
  onChange,
}: {
  person: OwnUnit['person'];
  onChange: (person: OwnUnit['person']) => void;
}) => {
  const say = useWords(formWords);
  const { language } = useReading();
  const { data = [] } = usePeople();
  const onTheStreet = data.filter(
    ({ id, roles }) =>
      id === person || roles.some((role) => role === 'host-officer' || role === 'field-officer'),
  );
  return (
    <NativeSelect
      maw="24rem"
      label={say('account')}
      description={say('accountHint')}
      value={person ?? ''}
      data={[
        { value: '', label: say('noAccount') },
        ...onTheStreet.map(({ id, name, nameArabic }) => ({
          value: id,
          label: language === 'ar' && nameArabic !== '' ? nameArabic : name,
        })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange(onTheStreet.find(({ id }) => id === value)?.id ?? null)
      }
    />
  );
};
