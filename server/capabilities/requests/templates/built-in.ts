/** The templates that come with the program: one for each field, in the three languages. Pure. */
import { type Field, fields, type Purpose } from '../../../kernel/marking.ts';
import type { Urgency } from '../vocabulary.ts';
import type { Template } from './contract.ts';
import { crimeTexts } from './crime-words.ts';
import { securityTexts } from './security-words.ts';

const texts: { readonly [Name in Field]: Template['texts'] } = { ...securityTexts, ...crimeTexts };

interface Setting {
  readonly purpose: Purpose;
  readonly urgency: Urgency;
  readonly subjects: Template['subjects'];
}

const settings: { readonly [Name in Field]: Setting } = {
  terrorism: { purpose: 'prevention', urgency: 'urgent', subjects: ['person', 'phone'] },
  drugs: { purpose: 'investigation', urgency: 'urgent-indirect', subjects: ['vessel'] },
  'irregular-migration': { purpose: 'investigation', urgency: 'ordinary', subjects: ['person', 'phone'] },
  cybercrime: { purpose: 'identification', urgency: 'urgent-indirect', subjects: ['internet'] },
  'organised-crime': { purpose: 'investigation', urgency: 'ordinary', subjects: ['person', 'organisation'] },
  'event-security': { purpose: 'event-protection', urgency: 'urgent-indirect', subjects: ['organisation'] },
  'public-order': { purpose: 'prevention', urgency: 'urgent-indirect', subjects: ['organisation', 'place'] },
  'document-fraud': { purpose: 'identification', urgency: 'urgent', subjects: ['document'] },
  explosives: { purpose: 'threat-protection', urgency: 'urgent', subjects: ['place'] },
  firearms: { purpose: 'investigation', urgency: 'ordinary', subjects: ['person'] },
  'human-trafficking': { purpose: 'investigation', urgency: 'urgent', subjects: ['person', 'phone'] },
  'financial-crime': { purpose: 'investigation', urgency: 'ordinary', subjects: ['organisation', 'person'] },
  'stolen-property': { purpose: 'identification', urgency: 'ordinary', subjects: ['vehicle'] },
  'missing-persons': { purpose: 'identification', urgency: 'urgent', subjects: ['person'] },
};

/** One for each field. */
export const builtInTemplates: readonly Template[] = fields.map((field) => ({
  ...settings[field],
  id: `template--${field}`,
  field,
  answerLanguages: ['fr', 'ar', 'en'],
  texts: texts[field],
  builtIn: true,
  version: 1,
  retiredAt: null,
}));
