import { Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Words } from '../../../server/kernel/faults.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useServices } from '../parties/queries.ts';
import { agreementsWords } from './words.ts';

const languageKeys = { ar: 'inLanguage', fr: 'inFrench', en: 'inEnglish' } as const;

interface WordsNeeds {
  readonly label: string;
  readonly value: Words;
  readonly error: string | null;
  readonly onChange: (value: Words) => void;
}

/** A short text asked for in the three languages, each in its own direction. */
export const WordsFields = ({ label, value, error, onChange }: WordsNeeds) => {
  const say = useWords(agreementsWords);
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      {(['ar', 'fr', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          required
          label={say(languageKeys[language], { label })}
          lang={language}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          maxLength={300}
          error={error && value[language].trim() === '' ? error : null}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
};

export type ServiceId = NonNullable<ReturnType<typeof useServices>['data']>[number]['id'];

interface PartnersNeeds {
  readonly label: string;
  readonly value: readonly ServiceId[];
  readonly error: string | null;
  readonly onChange: (value: readonly ServiceId[]) => void;
}

/** The linked services; one's own is always in and is not asked for. */
export const PartnerFields = ({ label, value, error, onChange }: PartnersNeeds) => {
  const pick = usePick();
  const partners = (useServices().data ?? []).filter((service) => !service.self);
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={[...value]}
      onChange={(chosen) =>
        onChange(partners.map((service) => service.id).filter((id) => chosen.includes(id)))
      }
    >
      <Group mt={6}>
        {partners.map((service) => (
          <Checkbox key={service.id} value={service.id} label={<Name>{pick(service.name)}</Name>} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

interface CodesNeeds<Code extends string> {
  readonly label: string;
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, Words>>;
  readonly value: readonly Code[];
  readonly error: string | null;
  readonly onChange: (value: readonly Code[]) => void;
}

/** Some of a coded list. */
export const CodeFields = <Code extends string>(needs: CodesNeeds<Code>) => {
  const pick = usePick();
  return (
    <Checkbox.Group
      label={needs.label}
      error={needs.error}
      value={[...needs.value]}
      onChange={(chosen) => needs.onChange(needs.codes.filter((code) => chosen.includes(code)))}
    >
      <Stack gap={6} mt={6}>
        {needs.codes.map((code) => (
          <Checkbox key={code} value={code} label={pick(needs.words[code])} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
