import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgreementDraft } from '../../../server/capabilities/agreements/contract.ts';
import { fields, handlingCodes, paps, purposes, tlps } from '../../../server/kernel/marking.ts';
import { dayMs, dayOf, later } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { Page } from '../../kit/page.tsx';
import { terms } from '../../kit/terms.ts';
import { tlpText } from '../../kit/tlp-label.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { Deadlines } from './deadlines.tsx';
import { isMatchingSound, MatchingTerms } from './matching-terms.tsx';
import { CodeFields, PartnerFields, WordsFields } from './parts.tsx';
import { useWriteAgreement } from './queries.ts';
import { Readers } from './readers-terms.tsx';
import { agreementsWords } from './words.ts';

/** Two years: long enough for an event and what follows it. */
const usualDays = 730;

const blank = (): AgreementDraft => {
  const at = new Date().toISOString();
  return {
    title: { ar: '', fr: '', en: '' },
    legalBasis: '',
    parties: [],
    fields: [],
    purposes: [],
    validFrom: dayOf(at),
    validUntil: dayOf(later(at, usualDays * dayMs)),
    defaults: {
      tlp: 'amber',
      pap: 'amber',
      handling: ['H1', 'H2'],
      reviewAfterDays: 90,
      eraseAfterDays: 365,
    },
  };
};

interface Needs {
  readonly draft: AgreementDraft;
  readonly tried: boolean;
  readonly onChange: (change: Partial<AgreementDraft>) => void;
}

const isNamed = (title: AgreementDraft['title']): boolean =>
  Object.values(title).every((text) => text.trim() !== '');

const isSound = (draft: AgreementDraft): boolean =>
  isNamed(draft.title) &&
  draft.legalBasis.trim() !== '' &&
  draft.parties.length > 0 &&
  draft.fields.length > 0 &&
  draft.purposes.length > 0 &&
  draft.defaults.handling.length > 0 &&
  draft.validFrom < draft.validUntil &&
  isMatchingSound(draft);

const Scope = ({ draft, tried, onChange }: Needs) => {
  const say = useWords(agreementsWords);
  const term = useWords(markingWords);
  return (
    <Stack>
      <WordsFields
        label={say('title')}
        value={draft.title}
        error={tried ? say('needTitle') : null}
        onChange={(title) => onChange({ title })}
      />
      <PartnerFields
        label={say('parties')}
        value={draft.parties}
        error={tried && draft.parties.length === 0 ? say('needParties') : null}
        onChange={(parties) => onChange({ parties: [...parties] })}
      />
      <TextInput
        label={term('legalBasis')}
        required
        dir="auto"
        maxLength={1000}
        error={tried && draft.legalBasis.trim() === '' ? say('needBasis') : null}
        value={draft.legalBasis}
        onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw="32rem">
        {(['validFrom', 'validUntil'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            required
            label={say(name)}
            error={
              tried && name === 'validUntil' && draft.validFrom >= draft.validUntil ? say('needDates') : null
            }
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
};

const Coverage = ({ draft, tried, onChange }: Needs) => {
  const say = useWords(agreementsWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <CodeFields
        label={say('fields')}
        codes={fields}
        words={terms.fields}
        value={draft.fields}
        error={tried && draft.fields.length === 0 ? say('needOne') : null}
        onChange={(chosen) => onChange({ fields: [...chosen] })}
      />
      <CodeFields
        label={say('purposes')}
        codes={purposes}
        words={terms.purposes}
        value={draft.purposes}
        error={tried && draft.purposes.length === 0 ? say('needOne') : null}
        onChange={(chosen) => onChange({ purposes: [...chosen] })}
      />
    </SimpleGrid>
  );
};

type Defaults = AgreementDraft['defaults'];

interface DefaultsNeeds {
  readonly defaults: Defaults;
  readonly tried: boolean;
  readonly onChange: (change: Partial<Defaults>) => void;
}

const DefaultLabels = ({ defaults, onChange }: DefaultsNeeds) => {
  const term = useWords(markingWords);
  const pick = usePick();
  return (
    <>
      <NativeSelect
        label={term('banner')}
        description={pick(terms.tlp[defaults.tlp])}
        value={defaults.tlp}
        data={tlps.map((value) => ({ value, label: tlpText(value) }))}
        onChange={(event) =>
          onChange({ tlp: tlps.find((tlp) => tlp === event.currentTarget.value) ?? defaults.tlp })
        }
      />
      <NativeSelect
        label={term('action')}
        description={pick(terms.pap[defaults.pap])}
        value={defaults.pap}
        data={paps.map((value) => ({ value, label: `PAP:${value.toUpperCase()}` }))}
        onChange={(event) =>
          onChange({ pap: paps.find((pap) => pap === event.currentTarget.value) ?? defaults.pap })
        }
      />
    </>
  );
};

const DefaultHandling = ({ defaults, tried, onChange }: DefaultsNeeds) => {
  const say = useWords(agreementsWords);
  const term = useWords(markingWords);
  const pick = usePick();
  return (
    <Checkbox.Group
      label={term('handling')}
      error={tried && defaults.handling.length === 0 ? say('needOne') : null}
      value={defaults.handling}
      onChange={(chosen) => onChange({ handling: handlingCodes.filter((code) => chosen.includes(code)) })}
    >
      <Stack gap="xs" mt={6}>
        {handlingCodes.map((code) => (
          <Checkbox key={code} value={code} label={code} description={pick(terms.handling[code])} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};

const DefaultTerms = ({ defaults, onChange }: DefaultsNeeds) => {
  const say = useWords(agreementsWords);
  const days = [
    { name: 'reviewAfterDays', label: 'reviewAfter' },
    { name: 'eraseAfterDays', label: 'eraseAfter' },
  ] as const;
  return (
    <Stack>
      {days.map(({ name, label }) => (
        <NumberInput
          key={name}
          label={say(label)}
          min={1}
          max={3650}
          hideControls
          value={defaults[name]}
          onChange={(value) => onChange({ [name]: Number(value) || 1 })}
        />
      ))}
    </Stack>
  );
};

const DefaultMarking = ({ draft, tried, onChange }: Needs) => {
  const say = useWords(agreementsWords);
  const needs = {
    defaults: draft.defaults,
    tried,
    onChange: (change: Partial<Defaults>) => onChange({ defaults: { ...draft.defaults, ...change } }),
  };
  return (
    <Fieldset legend={say('defaults')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DefaultLabels {...needs} />
        <DefaultHandling {...needs} />
        <DefaultTerms {...needs} />
      </SimpleGrid>
    </Fieldset>
  );
};

export const ComposeAgreementScreen = () => {
  const say = useWords(agreementsWords);
  const show = useToasts();
  const navigate = useNavigate();
  const me = useMe();
  const write = useWriteAgreement();
  const [draft, setDraft] = useState(blank);
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (!isSound(draft)) return;
    write.mutate(
      { ...draft, parties: [me.party.id, ...draft.parties] },
      {
        onSuccess: (agreement) => {
          show({ text: say('saved') });
          void navigate({ to: '/agreements/$id', params: { id: agreement.id } });
        },
      },
    );
  };
  const needs = {
    draft,
    tried,
    onChange: (change: Partial<AgreementDraft>) => setDraft((before) => ({ ...before, ...change })),
  };
  return (
    <Page title={say('newAgreement')} teach={say('emptyAgreementsTeach')}>
      <Stack maw="64rem">
        <Scope {...needs} />
        <Coverage {...needs} />
        <Readers {...needs} />
        <Deadlines {...needs} />
        <MatchingTerms {...needs} />
        <DefaultMarking {...needs} />
        {write.isError && <ErrorNotice error={write.error} />}
        <Group justify="flex-end">
          <Button loading={write.isPending} onClick={save}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
};
