/**
 * The verbs of templates: those that came with the program, as this service has changed them, and
 * its own.
 */
import { randomUUID } from 'node:crypto';
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { builtInTemplates } from './built-in.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayReadRisk, mayTurnIntoPosts } from './policy.ts';
import type { Template, TemplateDraft } from './template-contract.ts';
import { listTemplates, lockTemplates, putTemplate, type StoredTemplate } from './template-store.ts';

const builtIn = new Map(builtInTemplates.map((template) => [template.id, template]));

const shown = ({ draft, ...stored }: StoredTemplate): Template => ({
  ...draft,
  ...stored,
  builtIn: builtIn.has(stored.id),
  changed: builtIn.has(stored.id),
});

/** All templates: a changed one in the place of the program's. */
export const templatesOf = async (unit: Unit): Promise<readonly Template[]> => {
  const stored = new Map((await listTemplates(unit)).map((template) => [template.id, shown(template)]));
  const own = [...stored.values()].filter(({ id }) => !builtIn.has(id));
  return [...builtInTemplates.map((template) => stored.get(template.id) ?? template), ...own];
};

const partsOf = (template: Template): TemplateDraft => {
  const {
    id: _id,
    builtIn: _builtIn,
    changed: _changed,
    version: _version,
    retiredAt: _at,
    ...draft
  } = template;
  return draft;
};

/** What must hold of a template beside its schema: the names of its fields. */
export const templateErrors = (draft: TemplateDraft): readonly string[] => {
  const isEmpty = draft.toSpectators !== null && draft.toSpectators <= draft.fromSpectators;
  const isObject = draft.target === 'object';
  const fits = draft.places.every((place) => (place === 'venue') !== isObject);
  return [...(isEmpty ? ['toSpectators'] : []), ...(fits ? [] : ['places'])];
};

export const createTemplates = (needs: RiskNeeds) => {
  const { verbs, clock, self, live } = needs;

  const keep = async (unit: Unit, actor: Actor, template: Template): Promise<Template> => {
    const { id, version, retiredAt } = template;
    const stored = { id, draft: partsOf(template), version: version + 1, retiredAt };
    await putTemplate(unit, stored, { holder: self, by: actorName(actor), at: clock.now() });
    await live.announce(unit, { topic: 'events.risk-template', id });
    return shown(stored);
  };

  const change = (
    actor: Actor,
    given: { readonly verb: string; readonly id: string; readonly version: number },
    make: (before: Template) => Template,
  ): Promise<Template> =>
    verbs.run({ actor, verb: given.verb, subject: given.id }, async ({ unit, permit, note }) => {
      permit(mayTurnIntoPosts(actor, self));
      await lockTemplates(unit);
      const before = (await templatesOf(unit)).find(({ id }) => id === given.id);
      if (before === undefined) throw new Fault('access/absent');
      if (before.version !== given.version) throw new Fault('events/changed-meanwhile');
      const after = make(before);
      const fields = templateErrors(after);
      if (fields.length > 0) throw new Fault('events/risk-unsound', { fields: [...fields] });
      note({ hazard: after.hazard, version: before.version + 1 });
      return keep(unit, actor, { ...after, version: before.version });
    });

  return {
    list: (actor: Actor): Promise<{ items: Template[]; mayManage: boolean }> =>
      verbs.read({ actor, verb: 'events.list-risk-templates', subject: null }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        const mayManage = mayTurnIntoPosts(actor, self).kind === 'allowed';
        return { items: [...(await templatesOf(unit))], mayManage };
      }),

    add: (actor: Actor, draft: TemplateDraft): Promise<Template> =>
      verbs.run({ actor, verb: 'events.add-risk-template', subject: null }, async (work) => {
        work.permit(mayTurnIntoPosts(actor, self));
        await lockTemplates(work.unit);
        const fields = templateErrors(draft);
        if (fields.length > 0) throw new Fault('events/risk-unsound', { fields: [...fields] });
        if ((await templatesOf(work.unit)).length >= riskLimits.templates)
          throw new Fault('events/too-many', { limit: riskLimits.templates });
        const id = randomUUID();
        work.subject(id);
        work.note({ hazard: draft.hazard });
        return keep(work.unit, actor, {
          ...draft,
          ...{ id, builtIn: false, changed: false, version: 0, retiredAt: null },
        });
      }),

    edit: (actor: Actor, id: string, version: number, draft: TemplateDraft): Promise<Template> =>
      change(actor, { verb: 'events.edit-risk-template', id, version }, (before) => ({
        ...before,
        ...draft,
      })),

    /** It makes no posts any more; those that it made are withdrawn when posts are made again. */
    retire: (actor: Actor, id: string, version: number): Promise<Template> =>
      change(actor, { verb: 'events.retire-risk-template', id, version }, (before) => ({
        ...before,
        retiredAt: clock.now(),
      })),
    bringBack: (actor: Actor, id: string, version: number): Promise<Template> =>
      change(actor, { verb: 'events.restore-risk-template', id, version }, (before) => ({
        ...before,
        retiredAt: null,
      })),

    /** As it came with the program. */
    reset: (actor: Actor, id: string, version: number): Promise<Template> =>
      change(actor, { verb: 'events.reset-risk-template', id, version }, (before) => ({
        ...before,
        ...partsOf(builtIn.get(id) ?? before),
        retiredAt: null,
      })),
  };
};
/** The verbs of templates. */
export type RiskTemplates = ReturnType<typeof createTemplates>;
