/** An ask as it is written, or written anew for its next version. */
import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Ask,
  assistanceLimits,
  bearers,
  costKinds,
} from '../../../server/capabilities/assistance/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { useNameOf } from '../events/names.ts';
import { useEvents } from '../events/queries.ts';
import { useMe } from '../parties/session.ts';
import { AddressPart } from './address-part.tsx';
import { askWords } from './ask-words.ts';
import { type AskForm, draftOf, formOf, newLine, wantingIn } from './draft.ts';
import { LineFields } from './line-fields.tsx';
import { EventChoice, MissingPart } from './missing-part.tsx';
import { mayAsk } from './places.ts';
import { useAsk, useWriteAsk } from './queries.ts';
import { formOfWanted } from './wanted.ts';

interface PartNeeds {
  readonly form: AskForm;
  readonly onChange: (change: Partial<AskForm>) => void;
}

const Named = ({ form, onChange }: PartNeeds) => {
  const say = useWords(askWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <TextInput
        label={say('event')}
        dir="auto"
        maxLength={300}
        value={form.event}
        onChange={(event) => onChange({ event: event.currentTarget.value })}
      />
      <TextInput
        label={say('eventCode')}
        dir="auto"
        maxLength={assistanceLimits.code}
        value={form.eventCode}
        onChange={(event) => onChange({ eventCode: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('answerBy')}
        required
        value={form.answerBy}
        onChange={(event) => onChange({ answerBy: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const Subject = ({ form, onChange, isAmended }: PartNeeds & { isAmended: boolean }) => {
  const say = useWords(askWords);
  return (
    <Fieldset legend={say('frame')}>
      <Stack gap="sm">
        <TextInput
          label={say('askTitle')}
          required
          dir="auto"
          maxLength={300}
          value={form.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <EventChoice form={form} onChange={onChange} />
        <Named form={form} onChange={onChange} />
        {isAmended && (
          <Textarea
            label={say('reason')}
            required
            dir="auto"
            rows={2}
            maxLength={assistanceLimits.shortText}
            value={form.reason}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Fieldset>
  );
};

const Terms = ({ form, onChange }: PartNeeds) => {
  const say = useWords(askWords);
  return (
    <Fieldset legend={say('costs')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="sm">
          {costKinds.map((kind) => (
            <NativeSelect
              key={kind}
              label={say(`cost-${kind}`)}
              value={form.costs[kind] ?? ''}
              data={[
                { value: '', label: say('unsaid') },
                ...bearers.map((value) => ({ value, label: say(`bearer-${value}`) })),
              ]}
              onChange={({ currentTarget }) => {
                const bearer = bearers.find((one) => one === currentTarget.value);
                const { [kind]: _before, ...rest } = form.costs;
                onChange({ costs: bearer === undefined ? rest : { ...rest, [kind]: bearer } });
              }}
            />
          ))}
        </SimpleGrid>
        <TextInput
          label={say('costsText')}
          dir="auto"
          maxLength={assistanceLimits.shortText}
          value={form.costsText}
          onChange={(event) => onChange({ costsText: event.currentTarget.value })}
        />
        <Textarea
          label={say('conditions')}
          dir="auto"
          rows={3}
          maxLength={assistanceLimits.text}
          value={form.conditions}
          onChange={(event) => onChange({ conditions: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
};

const Lines = ({ form, onChange }: PartNeeds) => {
  const say = useWords(askWords);
  const { lines } = form;
  return (
    <>
      {lines.map((line, index) => (
        <LineFields
          key={line.id}
          line={line}
          index={index}
          onChange={(change) =>
            onChange({ lines: lines.map((one) => (one.id === line.id ? { ...one, ...change } : one)) })
          }
          onRemove={
            lines.length === 1 ? null : () => onChange({ lines: lines.filter((one) => one.id !== line.id) })
          }
        />
      ))}
      {lines.length < assistanceLimits.lines && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange({ lines: [...lines, newLine(crypto.randomUUID(), lines.at(-1))] })}
          >
            {say('addLine')}
          </Button>
        </Group>
      )}
    </>
  );
};

/** Why nothing can be saved yet. */
const Wanting = ({ form, isAmended }: Pick<PartNeeds, 'form'> & { isAmended: boolean }) => {
  const say = useWords(askWords);
  const { locale } = useReading();
  const isUntold = isAmended && form.reason.trim() === '';
  const what = [...wantingIn(form), ...(isUntold ? (['reason'] as const) : [])].map((one) =>
    say(`wanting-${one}`),
  );
  if (what.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {say('wanting', { what: new Intl.ListFormat(locale, { type: 'unit' }).format(what) })}
    </Text>
  );
};

const AskFormView = ({ ask, begun }: { ask: Ask | null; begun: AskForm }) => {
  const say = useWords(askWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { language } = useReading();
  const { timeZone: zone } = usePreferences();
  const [form, setForm] = useState(begun);
  const open = ask?.versions.find(({ state }) => state !== 'issued');
  const write = useWriteAsk(ask?.id ?? null, open?.revision ?? 0);
  const draft = draftOf(form, costKinds, { zone, language: ask?.versions[0]?.content.language ?? language });
  const isAmended = ask !== null && ask.version > 0;
  const onChange = (change: Partial<AskForm>): void => setForm((before) => ({ ...before, ...change }));
  const save = (): void => {
    if (draft === null) return;
    write.mutate(draft, {
      onSuccess: ({ id }) => {
        show({ text: say('saved') });
        void navigate({ to: '/assistance/asks/$id', params: { id } });
      },
    });
  };
  return (
    <Page title={say(isAmended ? 'amendTitle' : 'composeTitle')} teach={say('composeTeach')}>
      <Subject form={form} onChange={onChange} isAmended={isAmended} />
      <MissingPart form={form} onChange={onChange} />
      <AddressPart form={form} draft={draft} fixed={isAmended} onChange={onChange} />
      <Lines form={form} onChange={onChange} />
      <Terms form={form} onChange={onChange} />
      {write.error ? <ErrorNotice error={write.error} /> : null}
      <Group>
        <Button
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          loading={write.isPending}
          disabled={draft === null || (isAmended && form.reason.trim() === '')}
          onClick={save}
        >
          {say('save')}
        </Button>
        <Wanting form={form} isAmended={isAmended} />
      </Group>
    </Page>
  );
};

/** A new ask, with what the address wants of it. */
const Composing = () => {
  const wanted = useSearch({ from: '/assistance/compose' });
  const nameOf = useNameOf();
  const [id] = useState(() => crypto.randomUUID());
  const [events, agreements] = [useEvents(), useAgreements()];
  return (
    <Loaded query={events}>
      {({ items }) => (
        <Loaded query={agreements}>
          {(found) => {
            const known = items.map((event) => ({ ...event, name: nameOf(event.name) }));
            const inForce = found.filter(({ state }) => state === 'in-force');
            const begun = formOfWanted(id, wanted, { events: known, agreements: inForce });
            return <AskFormView ask={null} begun={begun} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
};

/** A new ask. */
export const ComposeScreen = () => {
  const { role, guest } = useMe();
  return !mayAsk(role) || guest ? <NotFound /> : <Composing />;
};

/** A draft, or the next version of an issued ask. */
export const EditScreen = () => {
  const { role, guest } = useMe();
  const { timeZone } = usePreferences();
  const { id } = useParams({ from: '/assistance/asks/$id/edit' });
  const query = useAsk(id);
  if (!mayAsk(role) || guest) return <NotFound />;
  return (
    <Loaded query={query}>
      {(ask) => {
        const begun = formOf(ask, timeZone);
        return begun === null || !ask.own ? <NotFound /> : <AskFormView ask={ask} begun={begun} />;
      }}
    </Loaded>
  );
};
