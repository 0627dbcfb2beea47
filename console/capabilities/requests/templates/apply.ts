/** From a template to the form of a request. Pure. */
import type { Template, TemplateText } from '../../../../server/capabilities/requests/templates/contract.ts';
import { type Language, languages } from '../../../../server/kernel/faults.ts';
import type { AskForm } from '../ask.ts';

/** In the reader's language where there is one, else in the first that there is. */
export const textFor = (
  { texts }: Pick<Template, 'texts'>,
  language: Language,
): { readonly language: Language; readonly text: TemplateText } | null => {
  for (const one of [language, ...languages]) {
    const text = texts[one];
    if (text !== undefined) return { language: one, text };
  }
  return null;
};

/** The form with what the template says; whom it goes to, and what was already attached, stays. */
export const fillFrom = (
  form: AskForm,
  template: Template,
  language: Language,
  newKey: () => string,
): AskForm => {
  const found = textFor(template, language);
  if (found === null) return form;
  const { draft, ask } = form;
  const isEmpty = draft.subjects.length === 0;
  return {
    draft: {
      ...draft,
      language: found.language,
      title: found.text.title,
      summary: found.text.question,
      marking: { ...draft.marking, field: template.field, purpose: template.purpose },
      subjects: isEmpty
        ? template.subjects.map((kind) => ({
            key: newKey(),
            kind,
            values: kind === 'document' ? { documentKind: 'passport' } : {},
          }))
        : draft.subjects,
    },
    ask: {
      ...ask,
      urgency: template.urgency,
      urgencyReason: found.text.urgencyReason,
      answerLanguages: [...template.answerLanguages],
    },
  };
};
