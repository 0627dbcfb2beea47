/** A request as a file: machine-readable, or to be printed. */
import Type, { type Static } from 'typebox';
import { languageSchema, oneOf } from '../../../kernel/schemas.ts';

/** `stix`: one bundle (STIX 2.1 §8); `pdf`: typeset in one of the three languages. */
export const exportFormats = ['stix', 'pdf'] as const;
export const exportQuerySchema = Type.Object(
  { format: oneOf(exportFormats), language: Type.Optional(languageSchema) },
  { additionalProperties: false },
);
export type ExportQuery = Static<typeof exportQuerySchema>;

export const exportLimits = {
  /** Answers that go into one file, those told last left out. */
  answers: 100,
} as const;
