/** Whether the parties may ask each other which identifiers both hold, and how many a day. */
import { Checkbox, Fieldset, NativeSelect, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import type { AgreementDraft } from '../../../server/capabilities/agreements/contract.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { matchingTermsWords } from './matching-words.ts';

/** Enough for the lists of an event's days, far too little to try telephone numbers out. */
const usual = { perDay: 2_000, perOfficer: 500 } as const;
const names = ['perDay', 'perOfficer'] as const;
const most = 1_000_000;
const tolds = ['count', 'identifiers'] as const;
const nothing = 'nothing';
const mostDecoys = 1_000;

type Draft = Pick<AgreementDraft, 'matching'>;

export const isMatchingSound = ({ matching }: Draft): boolean =>
  matching === undefined || matching.perOfficer <= matching.perDay;

interface Needs {
  readonly draft: Draft;
  readonly onChange: (change: Draft) => void;
}

type Terms = NonNullable<Draft['matching']>;

/** What the holder is told, and whether the real number is hidden from him. */
const HolderTerms = ({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) => {
  const say = useWords(matchingTermsWords);
  const { hitsTold, decoysTo, ...quota } = terms;
  const told = hitsTold === undefined ? {} : { hitsTold };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} maw="36rem">
      <NativeSelect
        label={say('hitsTold')}
        value={hitsTold ?? nothing}
        data={[nothing, ...tolds].map((value) => ({
          value,
          label: say(`told-${tolds.find((one) => one === value) ?? nothing}`),
        }))}
        onChange={(event) => {
          const chosen = tolds.find((one) => one === event.currentTarget.value);
          const decoys = decoysTo === undefined ? {} : { decoysTo };
          onChange({ ...quota, ...decoys, ...(chosen === undefined ? {} : { hitsTold: chosen }) });
        }}
      />
      <NumberInput
        label={say('decoys')}
        description={say('decoysWhat')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={2}
        max={mostDecoys}
        allowDecimal={false}
        hideControls
        value={decoysTo ?? ''}
        onChange={(value) => {
          const multiple = Number(value);
          onChange({ ...quota, ...told, ...(multiple >= 2 ? { decoysTo: multiple } : {}) });
        }}
      />
    </SimpleGrid>
  );
};

export const MatchingTerms = ({ draft, onChange }: Needs) => {
  const say = useWords(matchingTermsWords);
  const { matching } = draft;
  const isSound = isMatchingSound(draft);
  return (
    <Fieldset legend={say('title')}>
      <Stack>
        <Checkbox
          label={say('allow')}
          description={say('what')}
          checked={matching !== undefined}
          onChange={(event) => onChange({ matching: event.currentTarget.checked ? usual : undefined })}
        />
        {matching !== undefined && (
          <SimpleGrid cols={{ base: 1, xs: 2 }} maw="36rem">
            {names.map((name) => (
              <NumberInput
                key={name}
                label={say(name)}
                min={1}
                max={most}
                allowDecimal={false}
                hideControls
                error={name === 'perOfficer' && !isSound ? say('needOrder') : null}
                value={matching[name]}
                onChange={(value) => onChange({ matching: { ...matching, [name]: Number(value) || 1 } })}
              />
            ))}
          </SimpleGrid>
        )}
        {matching !== undefined && (
          <HolderTerms terms={matching} onChange={(terms) => onChange({ matching: terms })} />
        )}
      </Stack>
    </Fieldset>
  );
};

/** As a fact of an agreement. */
export const useMatchingText = (): ((agreement: Draft) => string) => {
  const say = useWords(matchingTermsWords);
  const { locale } = useReading();
  const number = new Intl.NumberFormat(locale);
  return ({ matching }) => {
    if (matching === undefined) return say('none');
    const { perDay, perOfficer, hitsTold = nothing, decoysTo } = matching;
    const quota = say('terms', { perDay: number.format(perDay), perOfficer: number.format(perOfficer) });
    const told = `${say('hitsTold')}: ${say(`told-${hitsTold}`)}`;
    const decoys = decoysTo === undefined ? [] : [say('decoysTo', { multiple: number.format(decoysTo) })];
    return [quota, told, ...decoys].join(' · ');
  };
};
