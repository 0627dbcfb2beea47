/** Title and label of a draft: they stand on every page of the product. */
import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { productLabels } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { languages } from '../../../../server/kernel/faults.ts';
import { useWords } from '../../../kit/language.tsx';
import type { Head } from './draft.ts';
import { directionOf, languageNames } from './parts.tsx';
import { sitrepWords } from './sitrep-words.ts';

/** Letters of a title, as the node takes it. */
const titleLength = 300;

interface Needs {
  readonly head: Head;
  readonly onChange: (part: Partial<Head>) => void;
}

export const HeadFields = ({ head, onChange }: Needs) => {
  const say = useWords(sitrepWords);
  return (
    <SimpleGrid component="section" aria-label={say('head')} cols={{ base: 1, sm: 2 }} spacing="sm" mb="lg">
      {languages.map((language) => (
        <TextInput
          key={language}
          label={say('titleIn', { language: languageNames[language] })}
          required
          lang={language}
          dir={directionOf(language)}
          maxLength={titleLength}
          error={head.title[language].trim() === '' ? say('titleNeeded') : null}
          value={head.title[language]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ title: { ...head.title, [language]: value } })
          }
        />
      ))}
      <NativeSelect
        label={say('label')}
        description={say('labelHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={head.tlp}
        data={productLabels.map((tlp) => ({ value: tlp, label: `TLP:${tlp.toUpperCase()}` }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ tlp: productLabels.find((tlp) => tlp === value) ?? head.tlp })
        }
      />
    </SimpleGrid>
  );
};
