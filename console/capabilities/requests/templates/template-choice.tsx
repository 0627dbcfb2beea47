/** Begins a request from a template; what was filled in can be had back at once. */
import { NativeSelect } from '@mantine/core';
import type { Template } from '../../../../server/capabilities/requests/templates/contract.ts';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { terms } from '../../../kit/terms.ts';
import { textFor } from './apply.ts';
import { useTemplates } from './queries.ts';
import { templateWords } from './template-words.ts';

export const TemplateChoice = ({ onChoose }: { onChoose: (template: Template) => void }) => {
  const say = useWords(templateWords);
  const pick = usePick();
  const { language } = useReading();
  const templates = (useTemplates().data?.templates ?? []).filter(({ retiredAt }) => retiredAt === null);
  if (templates.length === 0) return null;
  const labelOf = (template: Template): string =>
    `${pick(terms.fields[template.field])} · ${textFor(template, language)?.text.name ?? ''}`;
  const group = (label: string, builtIn: boolean) => ({
    group: label,
    items: templates
      .filter((one) => one.builtIn === builtIn)
      .map((one) => ({ value: one.id, label: labelOf(one) })),
  });
  const groups = [group(say('own'), false), group(say('builtIn'), true)].filter(
    ({ items }) => items.length > 0,
  );
  return (
    <NativeSelect
      label={say('use')}
      description={say('useTeach')}
      value=""
      data={[{ value: '', label: say('none') }, ...groups]}
      onChange={(event) => {
        const found = templates.find(({ id }) => id === event.currentTarget.value);
        if (found) onChoose(found);
      }}
    />
  );
};
