/** What a schema asks of a value, as its sender reads it; by the keyword of JSON Schema (2020-12). */
import type { Words } from '../../kernel/faults.ts';

/** The value that a sentence names in its place. */
type Say = (value: string) => Words;

/** Sentences follow the name of the part that they are about. */
export const validationWords = {
  required: () => ({ ar: 'ناقص', fr: 'manque', en: 'is missing' }),
  additionalProperties: () => ({ ar: 'غير معروف هنا', fr: 'n’est pas connu ici', en: 'is not known here' }),
  type: (kind) => ({ ar: `ينبغي أن يكون ${kind}`, fr: `doit être ${kind}`, en: `must be ${kind}` }),
  enum: (values) => ({
    ar: `ليس من القيم المقبولة (${values})`,
    fr: `n’est pas une des valeurs admises (${values})`,
    en: `is not one of the values allowed (${values})`,
  }),
  pattern: () => ({
    ar: 'مكتوب على غير صيغته',
    fr: 'n’a pas la forme voulue',
    en: 'is not of the right form',
  }),
  format: (format) => ({
    ar: `ليس بالصيغة المطلوبة (${format})`,
    fr: `n’a pas le format voulu (${format})`,
    en: `is not of the right format (${format})`,
  }),
  minLength: (limit) => ({
    ar: `أقصر من الحد الأدنى (عدد الحروف: ${limit})`,
    fr: `est trop court (caractères au moins : ${limit})`,
    en: `is too short (characters at least: ${limit})`,
  }),
  maxLength: (limit) => ({
    ar: `أطول من الحد الأقصى (عدد الحروف: ${limit})`,
    fr: `est trop long (caractères au plus : ${limit})`,
    en: `is too long (characters at most: ${limit})`,
  }),
  minimum: (limit) => ({
    ar: `أقل من ${limit}`,
    fr: `est inférieur à ${limit}`,
    en: `is less than ${limit}`,
  }),
  maximum: (limit) => ({
    ar: `أكبر من ${limit}`,
    fr: `est supérieur à ${limit}`,
    en: `is more than ${limit}`,
  }),
  exclusiveMinimum: (limit) => ({
    ar: `ينبغي أن يفوق ${limit}`,
    fr: `doit dépasser ${limit}`,
    en: `must be more than ${limit}`,
  }),
  exclusiveMaximum: (limit) => ({
    ar: `ينبغي أن يقل عن ${limit}`,
    fr: `doit rester au-dessous de ${limit}`,
    en: `must be less than ${limit}`,
  }),
  minItems: (limit) => ({
    ar: `عناصره أقل من الحد الأدنى (${limit})`,
    fr: `compte trop peu d’éléments (au moins : ${limit})`,
    en: `has too few members (at least: ${limit})`,
  }),
  maxItems: (limit) => ({
    ar: `عناصره أكثر من الحد الأقصى (${limit})`,
    fr: `compte trop d’éléments (au plus : ${limit})`,
    en: `has too many members (at most: ${limit})`,
  }),
  minProperties: (limit) => ({
    ar: `حقوله أقل من الحد الأدنى (${limit})`,
    fr: `compte trop peu de champs (au moins : ${limit})`,
    en: `has too few fields (at least: ${limit})`,
  }),
  maxProperties: (limit) => ({
    ar: `حقوله أكثر من الحد الأقصى (${limit})`,
    fr: `compte trop de champs (au plus : ${limit})`,
    en: `has too many fields (at most: ${limit})`,
  }),
  uniqueItems: () => ({
    ar: 'فيه عنصر مكرّر',
    fr: 'contient deux fois le même élément',
    en: 'holds the same member twice',
  }),
  multipleOf: (step) => ({
    ar: `ليس من مضاعفات ${step}`,
    fr: `n’est pas un multiple de ${step}`,
    en: `is no multiple of ${step}`,
  }),
  /** What else a schema may ask: an alternative, a condition, a name. */
  other: () => ({ ar: 'غير مقبول', fr: 'n’est pas admis', en: 'is not accepted' }),
} as const satisfies Readonly<Record<string, Say>>;

/** Kinds of value (JSON Schema validation §6.1.1). */
export const kindWords: Readonly<Record<string, Words>> = {
  string: { ar: 'نصاً', fr: 'un texte', en: 'a text' },
  number: { ar: 'عدداً', fr: 'un nombre', en: 'a number' },
  integer: { ar: 'عدداً صحيحاً', fr: 'un nombre entier', en: 'a whole number' },
  boolean: { ar: 'صحيحاً أو خاطئاً (true أو false)', fr: 'vrai ou faux (true, false)', en: 'true or false' },
  array: { ar: 'قائمة', fr: 'une liste', en: 'a list' },
  object: { ar: 'مجموعة حقول', fr: 'un ensemble de champs', en: 'a set of fields' },
  null: { ar: 'فارغاً (null)', fr: 'vide (null)', en: 'empty (null)' },
};
