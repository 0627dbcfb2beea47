import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  acts,
  type NewTightening,
  whoms,
} from '../../../server/capabilities/oversight/tightening/contract.ts';
import { roles } from '../../../server/kernel/decision.ts';
import { fields, personCategories, purposes, tlps } from '../../../server/kernel/marking.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName, useServices } from '../parties/queries.ts';
import { DryRun } from './dry-run.tsx';
import { useProposeTightening } from './queries.ts';
import { clockOf } from './rule-summary.tsx';
import { tighteningWords } from './tightening-words.ts';

interface FormNeeds {
  readonly draft: NewTightening;
  readonly onChange: (change: Partial<NewTightening>) => void;
}

const minutesPerHour = 60;
const minuteOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * minutesPerHour + minute;
};
/** A working day, until its writer says otherwise. */
const usualHours = { from: 420, to: 1_140 } as const;

const WhoFields = ({ draft, onChange }: FormNeeds) => {
  const say = useWords(tighteningWords);
  const pick = usePick();
  return (
    <>
      <NativeSelect
        label={say('who')}
        value={draft.who}
        onChange={(event) =>
          onChange({ who: whoms.find((one) => one === event.currentTarget.value) ?? 'everyone' })
        }
        data={whoms.map((one) => ({ value: one, label: say(`who-${one}`) }))}
      />
      <MultiSelect
        label={say('roles')}
        value={[...draft.roles]}
        onChange={(values) => onChange({ roles: roles.filter((one) => values.includes(one)) })}
        data={roles.map((one) => ({ value: one, label: pick(terms.roles[one]) }))}
        clearable
      />
      <Checkbox.Group
        label={say('acts')}
        description={say('covers')}
        value={[...draft.acts]}
        onChange={(values) => onChange({ acts: acts.filter((one) => values.includes(one)) })}
      >
        <Group mt={6}>
          {acts.map((one) => (
            <Checkbox key={one} value={one} label={say(`act-${one}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
};

const PartnerField = ({ draft, onChange }: FormNeeds) => {
  const say = useWords(tighteningWords);
  const services = useServices().data ?? [];
  const partyName = usePartyName();
  return (
    <MultiSelect
      label={say('partners')}
      value={[...draft.partners]}
      onChange={(values) =>
        onChange({ partners: services.map(({ id }) => id).filter((id) => values.includes(id)) })
      }
      data={services.map(({ id }) => ({ value: id, label: partyName(id) }))}
      clearable
    />
  );
};

const WhereFields = ({ draft, onChange }: FormNeeds) => {
  const say = useWords(tighteningWords);
  const pick = usePick();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={say('tlp')}
        value={draft.tlpAtLeast ?? ''}
        onChange={(event) =>
          onChange({ tlpAtLeast: tlps.find((one) => one === event.currentTarget.value) ?? null })
        }
        data={[
          { value: '', label: say('anyTlp') },
          ...tlps.map((one) => ({ value: one, label: `TLP:${one.toUpperCase()}` })),
        ]}
      />
      <MultiSelect
        label={say('fields')}
        value={[...draft.fields]}
        onChange={(values) => onChange({ fields: fields.filter((one) => values.includes(one)) })}
        data={fields.map((one) => ({ value: one, label: pick(terms.fields[one]) }))}
        clearable
      />
      <MultiSelect
        label={say('purposes')}
        value={[...draft.purposes]}
        onChange={(values) => onChange({ purposes: purposes.filter((one) => values.includes(one)) })}
        data={purposes.map((one) => ({ value: one, label: pick(terms.purposes[one]) }))}
        clearable
      />
      <MultiSelect
        label={say('categories')}
        value={[...draft.personCategories]}
        onChange={(values) =>
          onChange({ personCategories: personCategories.filter((one) => values.includes(one)) })
        }
        data={personCategories.map((one) => ({ value: one, label: pick(terms.personCategories[one]) }))}
        clearable
      />
      <PartnerField draft={draft} onChange={onChange} />
    </SimpleGrid>
  );
};

const WhenFields = ({ draft, onChange }: FormNeeds) => {
  const say = useWords(tighteningWords);
  const { timeZone } = usePreferences();
  const { freeHours } = draft;
  const hour = (name: 'from' | 'to') =>
    freeHours && (
      <TextInput
        type="time"
        label={say(name === 'from' ? 'hoursFrom' : 'hoursTo')}
        value={clockOf(freeHours[name])}
        onChange={(event) =>
          onChange({ freeHours: { ...freeHours, [name]: minuteOf(event.currentTarget.value) } })
        }
      />
    );
  return (
    <>
      <Checkbox
        label={say('hours')}
        checked={freeHours !== null}
        onChange={(event) =>
          onChange({ freeHours: event.currentTarget.checked ? { ...usualHours, zone: timeZone } : null })
        }
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {hour('from')}
        {hour('to')}
        <TextInput
          type="date"
          label={say('validFrom')}
          value={draft.validFrom}
          onChange={(event) => onChange({ validFrom: event.currentTarget.value })}
          required
        />
        <TextInput
          type="date"
          label={say('validUntil')}
          value={draft.validUntil ?? ''}
          onChange={(event) => onChange({ validUntil: event.currentTarget.value || null })}
        />
      </SimpleGrid>
    </>
  );
};

const RuleFields = (needs: FormNeeds) => {
  const say = useWords(tighteningWords);
  return (
    <>
      <Paper withBorder p="md">
        <Stack>
          <WhoFields {...needs} />
        </Stack>
      </Paper>
      <Paper withBorder p="md" component="fieldset">
        <legend>{say('where')}</legend>
        <Stack>
          <WhereFields {...needs} />
          <WhenFields {...needs} />
        </Stack>
      </Paper>
    </>
  );
};

const blank = (): NewTightening => ({
  who: 'everyone',
  roles: [],
  acts: [],
  tlpAtLeast: null,
  fields: [],
  purposes: [],
  personCategories: [],
  partners: [],
  freeHours: null,
  validFrom: dayOf(new Date().toISOString()),
  validUntil: null,
  reason: '',
});

/** A tightening as an administrator writes it, tried on what has taken place before it is proposed. */
export const TighteningFormScreen = () => {
  const say = useWords(tighteningWords);
  const show = useToasts();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(blank);
  const propose = useProposeTightening();
  const onChange = (change: Partial<NewTightening>): void => setDraft((before) => ({ ...before, ...change }));
  const { reason, ...rule } = draft;
  const isReady = draft.acts.length > 0 && draft.validFrom !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    propose.mutate(draft, {
      onSuccess: () => {
        show({ text: say('proposed') });
        void navigate({ to: '/oversight/tightenings' });
      },
    });
  };
  return (
    <Page title={say('new')} teach={say('teach')}>
      <form onSubmit={submit}>
        <Stack maw="52rem">
          <RuleFields draft={draft} onChange={onChange} />
          <Textarea
            label={say('reason')}
            value={reason}
            dir="auto"
            maxLength={1_000}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
            required
          />
          {isReady && <DryRun rule={rule} />}
          {propose.error && <ErrorNotice error={propose.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={propose.isPending} disabled={!isReady || reason.trim().length < 3}>
              {say('propose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
};
