/** Templates of requests: what a request of a kind says each time, in the languages in which it is asked. */
import Type, { type Static } from 'typebox';
import {
  fieldSchema,
  instantSchema,
  languageSchema,
  nullable,
  oneOf,
  purposeSchema,
  textLimits,
  visibleText,
} from '../../../kernel/schemas.ts';
import { urgencies } from '../vocabulary.ts';

export const templateLimits = {
  /** Of one node's own. */
  templates: 500,
  /** Of what is asked. */
  question: 20_000,
} as const;

export { urgencies };

const strict = { additionalProperties: false } as const;

/** Of what kind of subject a request mostly is: rows that the form opens at once. */
export const templateSubjects = [
  'person',
  'document',
  'phone',
  'vehicle',
  'vessel',
  'email',
  'place',
  'organisation',
  'internet',
  'file',
] as const;

export const templateTextSchema = Type.Object(
  {
    /** As the list names it. */
    name: visibleText(textLimits.title),
    title: visibleText(textLimits.title),
    question: visibleText(templateLimits.question),
    /** Why it is urgent, where it is. */
    urgencyReason: Type.String({ maxLength: textLimits.line }),
  },
  strict,
);
export type TemplateText = Static<typeof templateTextSchema>;

export const templateDraftSchema = Type.Object(
  {
    field: fieldSchema,
    purpose: purposeSchema,
    urgency: oneOf(urgencies),
    answerLanguages: Type.Array(languageSchema, { minItems: 1, maxItems: 3, uniqueItems: true }),
    subjects: Type.Array(oneOf(templateSubjects), { maxItems: 10 }),
    /** In one language at least; the form takes the reader's own where there is one. */
    texts: Type.Object(
      {
        ar: Type.Optional(templateTextSchema),
        fr: Type.Optional(templateTextSchema),
        en: Type.Optional(templateTextSchema),
      },
      { ...strict, minProperties: 1 },
    ),
  },
  strict,
);
/** A template as it is written. */
export type TemplateDraft = Static<typeof templateDraftSchema>;

export const templateIdSchema = Type.String({ pattern: '^template--[0-9a-z-]{1,60}$' });
export const templateSchema = Type.Object({
  ...templateDraftSchema.properties,
  id: templateIdSchema,
  /** One that came with the program: to be used and copied, and never changed. */
  builtIn: Type.Boolean(),
  version: Type.Integer({ minimum: 1 }),
  retiredAt: nullable(instantSchema),
});
export type Template = Static<typeof templateSchema>;

export const templatesSchema = Type.Object({
  /** Retired ones only for who may bring them back. */
  templates: Type.Array(templateSchema),
  mayManage: Type.Boolean(),
});
export type Templates = Static<typeof templatesSchema>;

export const templateParamsSchema = Type.Object({ template: templateIdSchema });
export const templateSeenSchema = Type.Object({ version: Type.Integer({ minimum: 1 }) }, strict);
