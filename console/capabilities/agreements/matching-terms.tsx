/** Whether the parties may ask each other which identifiers both hold, and how many a day. */
import { Checkbox, Fieldset, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import type { AgreementDraft } from '../../../server/capabilities/agreements/contract.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { matchingTermsWords } from './matching-words.ts';

/** Enough for the lists of an event's days, far too little to try telephone numbers out. */
const usual = { perDay: 2_000, perOfficer: 500 } as const;
const names = ['perDay', 'perOfficer'] as const;
const most = 1_000_000;

type Draft = Pick<AgreementDraft, 'matching'>;

export const isMatchingSound = ({ matching }: Draft): boolean =>
  matching === undefined || matching.perOfficer <= matching.perDay;

interface Needs {
  readonly draft: Draft;
  readonly onChange: (change: Draft) => void;
}

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
      </Stack>
    </Fieldset>
  );
};

/** As a fact of an agreement. */
export const useMatchingText = (): ((agreement: Draft) => string) => {
  const say = useWords(matchingTermsWords);
  const { locale } = useReading();
  const number = new Intl.NumberFormat(locale);
  return ({ matching }) =>
    matching === undefined
      ? say('none')
      : say('terms', {
          perDay: number.format(matching.perDay),
          perOfficer: number.format(matching.perOfficer),
        });
};
