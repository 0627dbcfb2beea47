/** Fields that the forms of events share: names, dates and times, the buttons below. */
import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { eventsLimits, type Name } from '../../../server/capabilities/events/contract.ts';
import { languages } from '../../../server/kernel/faults.ts';
import { momentOf, wallTimeOf } from '../../../server/kernel/zone.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import { eventsWords } from './words.ts';

const fieldOf = { ar: 'nameAr', fr: 'nameFr', en: 'nameEn' } as const;

/** A name in up to three languages; one is enough. */
export const NameFields = ({ name, onChange }: { name: Name; onChange: (name: Name) => void }) => {
  const say = useWords(eventsWords);
  const put = (language: (typeof languages)[number], text: string): void => {
    const { [language]: _, ...rest } = name;
    onChange(text === '' ? rest : { ...rest, [language]: text });
  };
  return (
    <Stack gap={4}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {languages.map((language) => (
          <TextInput
            key={language}
            label={say(fieldOf[language])}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            maxLength={eventsLimits.name}
            value={name[language] ?? ''}
            onChange={({ currentTarget: { value } }) => put(language, value)}
          />
        ))}
      </SimpleGrid>
      {Object.keys(name).length === 0 && (
        <Text size="sm" c="dimmed">
          {say('nameOne')}
        </Text>
      )}
    </Stack>
  );
};

interface MomentNeeds {
  readonly label: string;
  readonly at: string | null;
  /** By whose clock it is written. */
  readonly timeZone: string;
  readonly required?: boolean;
  readonly onChange: (at: string | null) => void;
}

/** A date and time by the clock of the node's zone. */
export const MomentField = ({ label, at, timeZone, required = false, onChange }: MomentNeeds) => {
  const wall = at === null ? null : wallTimeOf(timeZone, at);
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      value={wall === null ? '' : `${wall.day}T${wall.time}`}
      onChange={({ currentTarget: { value } }) => {
        const [day = '', time = ''] = value.split('T');
        onChange(value === '' ? null : momentOf(timeZone, { day, time: time.slice(0, 5) }));
      }}
    />
  );
};

interface DialogNeeds {
  readonly title: string;
  readonly opened: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: Enter saves, Escape closes. */
export const FormDialog = (needs: DialogNeeds) => {
  const say = useWords(kitWords);
  return (
    <Modal
      opened={needs.opened}
      onClose={needs.onClose}
      title={needs.title}
      size="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (!needs.disabled) needs.onSave();
        }}
      >
        <Stack gap="sm">
          {needs.children}
          {needs.error ? <ErrorNotice error={needs.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={needs.onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={needs.busy} disabled={needs.disabled}>
              {say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

/** Why something is changed; stays in its history. */
export const ReasonField = ({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) => {
  const say = useWords(eventsWords);
  return (
    <TextInput
      label={say('reason')}
      dir="auto"
      maxLength={eventsLimits.reason}
      value={reason}
      onChange={({ currentTarget: { value } }) => onChange(value)}
    />
  );
};
