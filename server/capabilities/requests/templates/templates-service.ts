/** The verbs on templates of requests: those of the program, and the service's own. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { RequestNeeds } from '../telling-service.ts';
import { builtInTemplates } from './built-in.ts';
import { type Template, type TemplateDraft, type Templates, templateLimits } from './contract.ts';
import { mayManageTemplates, mayUseTemplates } from './policy.ts';
import * as store from './template-store.ts';

export const createTemplates = (needs: RequestNeeds) => {
  const { verbs, clock, self } = needs;

  const howOf = (actor: Actor) => ({
    holder: self,
    by: actor.kind === 'person' ? actor.person : null,
    at: clock.now(),
  });

  /** Changes one of the service's own, as its reader last saw it. */
  const change = (
    actor: Actor,
    given: { readonly verb: string; readonly id: string; readonly version: number },
    make: (before: Template) => Template,
  ): Promise<Template> =>
    verbs.run({ actor, verb: `requests.${given.verb}`, subject: given.id }, async (work) => {
      work.permit(mayManageTemplates(actor, self));
      const before = await store.lockTemplate(work.unit, given.id);
      if (before === null) throw new Fault('access/absent');
      if (before.version !== given.version) throw new Fault('state/changed');
      const after = { ...make(before), version: before.version + 1 };
      work.note({ field: after.field, version: after.version });
      await store.putTemplate(work.unit, after, howOf(actor));
      return after;
    });

  return {
    templates: (actor: Actor): Promise<Templates> =>
      verbs.read({ actor, verb: 'requests.list-templates', subject: null }, async ({ unit, permit }) => {
        permit(mayUseTemplates(actor, self));
        const mayManage = mayManageTemplates(actor, self).kind === 'allowed';
        const own = await store.listTemplates(unit);
        const shown = own.filter(({ retiredAt }) => mayManage || retiredAt === null);
        return { templates: [...shown, ...builtInTemplates], mayManage };
      }),

    addTemplate: (actor: Actor, draft: TemplateDraft): Promise<Template> =>
      verbs.run({ actor, verb: 'requests.add-template', subject: null }, async (work) => {
        work.permit(mayManageTemplates(actor, self));
        const limit = templateLimits.templates;
        if ((await store.listTemplates(work.unit)).length >= limit)
          throw new Fault('requests/too-many-templates', { limit });
        const id = `template--${crypto.randomUUID()}`;
        const template: Template = { ...draft, id, builtIn: false, version: 1, retiredAt: null };
        work.subject(id);
        work.note({ field: draft.field });
        await store.putTemplate(work.unit, template, howOf(actor));
        return template;
      }),

    editTemplate: (actor: Actor, id: string, version: number, draft: TemplateDraft): Promise<Template> =>
      change(actor, { verb: 'edit-template', id, version }, (before) => {
        return { ...before, ...draft };
      }),

    /** It is offered no more, or again. */
    retireTemplate: (actor: Actor, id: string, version: number): Promise<Template> =>
      change(actor, { verb: 'retire-template', id, version }, (before) => ({
        ...before,
        retiredAt: clock.now(),
      })),
    restoreTemplate: (actor: Actor, id: string, version: number): Promise<Template> =>
      change(actor, { verb: 'restore-template', id, version }, (before) => ({ ...before, retiredAt: null })),
  };
};
