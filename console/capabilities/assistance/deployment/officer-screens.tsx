/** An officer by hand: registered, changed, named against an accepted offer, or put in another's place. */
import { Stack } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { OwnUnit } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { NotFound } from '../../../kit/not-found.tsx';
import { Page } from '../../../kit/page.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { Loaded } from '../../../kit/query.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useMe } from '../../parties/session.ts';
import { useAsk } from '../queries.ts';
import { formWords } from './form-words.ts';
import { GroundsPart, isWhole, useGrounds } from './grounds-part.tsx';
import { namingWords } from './naming-words.ts';
import { AccountPart, OfficerForm } from './officer-form.tsx';
import { nameIn } from './parts.tsx';
import { emptyForm, formOf } from './profile-draft.ts';
import { useChangeUnit, useName, useRegister, useUnit } from './queries.ts';

export const RegisterScreen = () => {
  const say = useWords(formWords);
  const show = useToasts();
  const navigate = useNavigate();
  const pick = usePick();
  const { party } = useMe();
  const { timeZone: zone } = usePreferences();
  const { grounds, change } = useGrounds();
  const [person, setPerson] = useState<OwnUnit['person']>(null);
  const register = useRegister();
  return (
    <Page title={say('registerTitle')} teach={say('registerTeach')}>
      <OfficerForm
        start={emptyForm({ service: pick(party.name), specialty: 'liaison', available: null }, zone)}
        before={null}
        isBound={false}
        action={say('register')}
        busy={register.isPending}
        error={register.error}
        onKeep={(profile) =>
          register.mutate(
            { profile, person, grounds },
            {
              onSuccess: ({ id }) => {
                show({ text: say('registered') });
                void navigate({ to: '/assistance/units/$id', params: { id } });
              },
            },
          )
        }
      >
        <AccountPart person={person} onChange={setPerson} />
        <GroundsPart grounds={grounds} onChange={change} />
      </OfficerForm>
    </Page>
  );
};

const Editing = ({ unit, profile }: { unit: UnitView; profile: NonNullable<UnitView['profile']> }) => {
  const say = useWords(formWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { language } = useReading();
  const { timeZone: zone } = usePreferences();
  const [person, setPerson] = useState<OwnUnit['person']>(unit.person);
  const changing = useChangeUnit(unit.id);
  return (
    <Page title={say('editTitle', { name: nameIn(language, unit) })}>
      <OfficerForm
        start={formOf(profile, zone)}
        before={profile.available}
        isBound={unit.kind === 'sent'}
        action={say('save')}
        busy={changing.isPending}
        error={changing.error}
        onKeep={(changed) =>
          changing.mutate(
            { profile: changed, person, version: unit.version },
            {
              onSuccess: () => {
                show({ text: say('saved') });
                void navigate({ to: '/assistance/units/$id', params: { id: unit.id } });
              },
            },
          )
        }
      >
        {unit.kind === 'own' && <AccountPart person={person} onChange={setPerson} />}
      </OfficerForm>
    </Page>
  );
};

export const EditOfficerScreen = () => {
  const { id } = useParams({ from: '/assistance/units/$id/edit' });
  return (
    <Loaded query={useUnit(id)}>
      {(unit) =>
        unit.profile === null || !unit.changes ? (
          <NotFound />
        ) : (
          <Editing key={unit.id} unit={unit} profile={unit.amendment?.profile ?? unit.profile} />
        )
      }
    </Loaded>
  );
};

interface NamingNeeds {
  readonly ask: string;
  readonly line: string;
  readonly start: Parameters<typeof emptyForm>[0];
  /** Whose place he takes. */
  readonly replaced: UnitView | null;
}

const NamingOne = ({ ask, line, start, replaced }: NamingNeeds) => {
  const say = useWords(formWords);
  const names = useWords(namingWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { language } = useReading();
  const { timeZone: zone } = usePreferences();
  const { grounds, change } = useGrounds(replaced?.grounds);
  const name = useName();
  return (
    <Page
      title={replaced === null ? say('nameOne') : say('replaceTitle', { name: nameIn(language, replaced) })}
      teach={say(replaced === null ? 'nameTeach' : 'replaceTeach')}
    >
      <OfficerForm
        start={emptyForm(start, zone)}
        before={start.available}
        isBound
        action={say('keepName')}
        busy={name.isPending}
        error={name.error}
        onKeep={(profile) => {
          if (!isWhole(grounds)) return;
          const naming = { ask, line, grounds, profiles: [profile] };
          name.mutate(replaced === null ? naming : { ...naming, replaces: replaced.id }, {
            onSuccess: () => {
              show({ text: names('kept') });
              void navigate({ to: '/assistance/names', search: { ask, line } });
            },
          });
        }}
      >
        <GroundsPart grounds={grounds} onChange={change} />
      </OfficerForm>
    </Page>
  );
};

const Replacing = ({ unit }: { unit: UnitView }) => {
  if (unit.ask === null || unit.line === null || !unit.replaceable) return <NotFound />;
  const { service, specialty, available } = unit;
  return (
    <NamingOne
      key={unit.id}
      ask={unit.ask}
      line={unit.line}
      start={{ service, specialty, available }}
      replaced={unit}
    />
  );
};

export const ReplaceScreen = () => {
  const { id } = useParams({ from: '/assistance/units/$id/replace' });
  return <Loaded query={useUnit(id)}>{(unit) => <Replacing unit={unit} />}</Loaded>;
};

const NameFor = ({ ask, line }: { ask: string; line: string }) => {
  const pick = usePick();
  const { party } = useMe();
  return (
    <Loaded query={useAsk(ask)}>
      {({ versions }) => {
        const asked = versions
          .filter(({ state }) => state === 'issued')
          .at(-1)
          ?.content.lines.find(({ id }) => id === line);
        if (asked === undefined) return <NotFound />;
        const available = { from: asked.from, until: asked.to };
        const { specialty } = asked.requirement;
        return (
          <Stack>
            <NamingOne
              ask={ask}
              line={line}
              start={{ service: pick(party.name), specialty, available }}
              replaced={null}
            />
          </Stack>
        );
      }}
    </Loaded>
  );
};

export const NameOneScreen = () => {
  const { ask, line } = useSearch({ from: '/assistance/names/one' });
  return ask === undefined || line === undefined ? <NotFound /> : <NameFor ask={ask} line={line} />;
};
