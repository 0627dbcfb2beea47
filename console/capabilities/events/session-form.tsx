/** One session: what it is, its times, who is expected, its units and its history. */
import { Badge, NativeSelect, SimpleGrid, TextInput, Title } from '@mantine/core';
import { eventsLimits, type MajorEvent } from '../../../server/capabilities/events/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import {
  type Session,
  type SessionDraft,
  sessionStates,
} from '../../../server/capabilities/events/session-contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import styles from './events.module.css';
import { FormDialog, MomentField, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { useNameOf } from './names.ts';
import { useSaveSession, useSession } from './queries.ts';
import { Expected, type FieldNeeds } from './session-spectators.tsx';
import { sessionWords } from './session-words.ts';
import { useDraft } from './use-draft.ts';
import { eventsWords, sessionStateWord } from './words.ts';

interface Needs {
  readonly event: MajorEvent;
  /** Null for a new one. */
  readonly id: string | null;
  readonly venues: readonly Venue[];
  readonly timeZone: string;
  readonly mayPlan: boolean;
  readonly onClose: () => void;
}

const WhereAndState = ({ draft, venues, onChange }: FieldNeeds & Pick<Needs, 'venues'>) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const nameOf = useNameOf();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        label={say('venue')}
        value={draft.venue ?? ''}
        data={[
          { value: '', label: say('noPlace') },
          ...venues.map(({ id, name }) => ({ value: id, label: nameOf(name) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ venue: value === '' ? null : value })}
      />
      <NativeSelect
        label={words('state')}
        value={draft.state}
        data={sessionStates.map((value) => ({ value, label: words(sessionStateWord(value)) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ state: sessionStates.find((one) => one === value) ?? draft.state })
        }
      />
    </SimpleGrid>
  );
};

const What = ({ draft, venues, onChange }: FieldNeeds & Pick<Needs, 'venues'>) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const text = (field: 'title' | 'discipline' | 'phase', label: string) => (
    <TextInput
      label={label}
      dir="auto"
      required={field === 'title'}
      maxLength={eventsLimits.name}
      value={draft[field] ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ [field]: field !== 'title' && value === '' ? null : value })
      }
    />
  );
  return (
    <>
      {text('title', say('titleField'))}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput
          label={words('code')}
          required
          maxLength={eventsLimits.code}
          value={draft.code}
          onChange={({ currentTarget: { value } }) => onChange({ code: value })}
        />
        {text('discipline', say('discipline'))}
        {text('phase', say('phase'))}
      </SimpleGrid>
      <WhereAndState draft={draft} venues={venues} onChange={onChange} />
    </>
  );
};

const Times = ({ draft, timeZone, onChange }: FieldNeeds & Pick<Needs, 'timeZone'>) => {
  const say = useWords(sessionWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <MomentField
        label={say('startsAt')}
        at={draft.startsAt}
        timeZone={timeZone}
        required
        onChange={(startsAt) => startsAt !== null && onChange({ startsAt })}
      />
      <MomentField
        label={say('endsAt')}
        at={draft.endsAt}
        timeZone={timeZone}
        required
        onChange={(endsAt) => endsAt !== null && onChange({ endsAt })}
      />
    </SimpleGrid>
  );
};

const Units = ({ units }: Pick<SessionDraft, 'units'>) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const dates = useDates();
  return (
    <section>
      <Title order={3} size="h5">
        {say('unitsTitle')}
      </Title>
      <ul className={styles.history}>
        {units.map(({ code, title, startsAt, endsAt, state }) => (
          <li key={code} className={styles.entry}>
            <bdi dir="ltr">
              {dates.clock(startsAt)}–{dates.clock(endsAt)}
            </bdi>{' '}
            <span className={state === 'cancelled' ? styles.gone : undefined}>
              <Name>{title}</Name>
            </span>{' '}
            {state !== 'planned' && (
              <Badge variant="light" color="gray">
                {words(sessionStateWord(state))}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const draftOf = ({ id: _, event: __, version: ___, ...draft }: Session): SessionDraft => draft;
const emptyOf = ({ firstDay }: MajorEvent): SessionDraft => ({
  ...{ code: '', venue: null, title: '', discipline: null, phase: null, nations: [], spectators: null },
  ...{ expectedSpectators: [], units: [], state: 'planned' },
  ...{ startsAt: `${firstDay}T10:00:00.000Z`, endsAt: `${firstDay}T12:00:00.000Z` },
});

const Form = ({
  event,
  session,
  venues,
  timeZone,
  mayPlan,
  onClose,
}: Needs & { session: Session | null }) => {
  const say = useWords(sessionWords);
  const save = useSaveSession(event.id);
  const begin = (): SessionDraft => (session === null ? emptyOf(event) : draftOf(session));
  const { draft, onChange, reason, keep } = useDraft({ thing: session, begin, save, onClose });
  return (
    <FormDialog
      title={say(session === null ? 'add' : 'edit')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={
        !mayPlan || draft.code.trim() === '' || draft.title.trim() === '' || draft.endsAt < draft.startsAt
      }
      onSave={keep}
      onClose={onClose}
    >
      <What draft={draft} venues={venues} onChange={onChange} />
      <Times draft={draft} timeZone={timeZone} onChange={onChange} />
      <Expected draft={draft} onChange={onChange} />
      {draft.units.length > 0 && <Units units={draft.units} />}
      {session !== null && <ReasonField {...reason} />}
      <HistoryPart event={event.id} subject={session?.id ?? null} />
    </FormDialog>
  );
};

export const SessionDialog = (needs: Needs) => {
  const { data } = useSession(needs.event.id, needs.id);
  if (needs.id === null) return <Form {...needs} session={null} />;
  return data === undefined ? null : <Form key={data.version} {...needs} session={data} />;
};
