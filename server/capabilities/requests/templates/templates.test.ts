/** Templates: those of the program are sound, a service's own are its owner's to write, and nobody else's. */

import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { type PersonActor, type Role, roles } from '../../../kernel/decision.ts';
import { languages } from '../../../kernel/faults.ts';
import { newId } from '../../../kernel/ids.ts';
import { fields } from '../../../kernel/marking.ts';
import { askErrors } from '../request.ts';
import { builtInTemplates } from './built-in.ts';
import { type Template, type TemplateDraft, templateDraftSchema, templateSchema } from './contract.ts';
import { mayManageTemplates, mayUseTemplates } from './policy.ts';

describe('the templates of the program', () => {
  test('there is one for each field, in each language, and each can be sent as it stands', () => {
    expect(builtInTemplates.map(({ field }) => field)).toEqual([...fields]);
    for (const template of builtInTemplates) {
      expect(Value.Check(templateSchema, template), template.id).toBe(true);
      for (const language of languages) {
        const text = template.texts[language];
        expect(text, `${template.id} ${language}`).toBeDefined();
        expect(askErrors({ urgency: template.urgency, urgencyReason: text?.urgencyReason ?? '' })).toEqual(
          [],
        );
      }
    }
  });

  test('each name is its own, and Arabic is written in Arabic letters', () => {
    for (const language of languages)
      expect(new Set(builtInTemplates.map(({ texts }) => texts[language]?.name)).size).toBe(fields.length);
    for (const { texts } of builtInTemplates) expect(texts.ar?.question).toMatch(/^\p{Script=Arabic}/u);
  });
});

const draftOf = (template: Template | undefined): TemplateDraft | null => {
  if (template === undefined) return null;
  const { id: _id, builtIn: _builtIn, version: _version, retiredAt: _retiredAt, ...draft } = template;
  return draft;
};

describe('what a template is not', () => {
  const draft = draftOf(builtInTemplates[0]);
  const text = draft?.texts.en;
  test.each<[string, object]>([
    ['without any language', { ...draft, texts: {} }],
    ['with a field that nobody knows', { ...draft, field: 'chess' }],
    ['with an empty question', { ...draft, texts: { en: { ...text, question: ' \u202e ' } } }],
    [
      'with a megabyte of question',
      { ...draft, texts: { en: { ...text, question: 'a'.repeat(1_000_000) } } },
    ],
    ['with something besides', { ...draft, owner: 'x' }],
  ])('one %s is refused', (_name, wrong) => {
    expect(Value.Check(templateDraftSchema, draft)).toBe(true);
    expect(Value.Check(templateDraftSchema, wrong)).toBe(false);
  });
});

describe('who may', () => {
  const [self, other] = [newId('party'), newId('party')];
  const as = (role: Role, party = self): PersonActor => ({
    ...{ kind: 'person', person: newId('person'), party, role, desks: [], circles: [], clearance: 'red' },
  });
  test('write them: who answers for what his service asks', () => {
    const manage = roles.filter((role) => mayManageTemplates(as(role), self).kind === 'allowed');
    expect(manage).toEqual(['centre-head', 'contact-point', 'service-head']);
    expect(mayManageTemplates(as('service-head', other), self).kind).toBe('refused');
    expect(mayManageTemplates({ kind: 'peer', party: self }, self).kind).toBe('refused');
  });
  test('use them: who may ask', () => {
    expect(mayUseTemplates(as('analyst'), self).kind).toBe('allowed');
    for (const role of ['observer', 'data-protection-officer', 'connector'] as const)
      expect(mayUseTemplates(as(role), self).kind).toBe('refused');
    expect(mayUseTemplates(as('analyst', other), self).kind).toBe('refused');
  });
});
