/** Tasks and costs of units. Every task, one or many, is asked the one rule of taskable.ts. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { isUnconcealed } from '../../../kernel/visible.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { requirePeriod } from './checking.ts';
import type { UnitView } from './contract.ts';
import type { Course } from './course-service.ts';
import type { CostDraft, TaskDraft, TaskImport, TaskImportReport } from './draft-contract.ts';
import { asDeployment, type DeploymentNeeds } from './needs-service.ts';
import { mayList, mayTend } from './policy.ts';
import { badgePeriod, type createUnitShowing, holdsOf, holdUnit } from './showing-service.ts';
import * as steps from './step-store.ts';
import { mayBeTasked, overlaps, type Period, type Tasking } from './taskable.ts';
import { factsOf, type StoredUnit, taskableOf } from './unit.ts';
import * as units from './unit-store.ts';

/** Refused units that the journal names one by one. */
const refusedNoted = 100;
const twice: Tasking = { may: false, reasons: ['other-task'] };

export const createTasking = (
  needs: DeploymentNeeds,
  course: Course,
  shown: ReturnType<typeof createUnitShowing>,
) => {
  const { verbs, self, clock } = needs;

  const taskingOf = async (part: Unit, unit: StoredUnit, period: Period): Promise<Tasking> => {
    const held = (await holdsOf(part, [unit.id]))(unit.id);
    const facts = taskableOf(unit, { pairs: held.pairs, badge: badgePeriod(held.badges) });
    const tasking = mayBeTasked(facts, period);
    // Nobody is in two places: what he has to do already is ended first.
    if (!held.tasks.some((task) => overlaps(task, period))) return tasking;
    return { may: false, reasons: [...(tasking.may ? [] : tasking.reasons), 'other-task'] };
  };

  const requireTask = ({ text, period }: TaskDraft): void => {
    if (!isUnconcealed(text)) throw new Fault('assistance/hidden-letters');
    requirePeriod(period);
  };

  const keep = (part: Unit, unit: StoredUnit, { text, period }: TaskDraft): Promise<void> =>
    steps.insertTask(part, { id: randomUUID(), unit: unit.id, text, ...period });

  return {
    task: (actor: Actor, id: string, draft: TaskDraft): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.task', subject: id }, async (work) => {
        const { unit, pairs } = await holdUnit(work, id);
        work.permit(mayTend(actor, self, factsOf(unit, pairs)));
        requireTask(draft);
        const tasking = await asDeployment(work, (part) => taskingOf(part, unit, draft.period));
        if (!tasking.may)
          work.refuse(
            'assistance/taskable-alone',
            new Fault('assistance/not-taskable', { reasons: [...tasking.reasons] }),
          );
        await asDeployment(work, (part) => keep(part, unit, draft));
        if (unit.kind === 'visiting') await course.takeOwn(work, unit, { step: 'task', ...draft.period });
        return shown.whole(work, actor, id);
      }),

    /** Many tasks at once: all are kept, or, where one may not be, none, and each is told why. */
    importTasks: (actor: Actor, { tasks, dryRun }: TaskImport): Promise<TaskImportReport> =>
      verbs.run({ actor, verb: 'assistance.import-tasks', subject: null }, async (work) => {
        work.permit(mayList(actor, self));
        const refused: TaskImportReport['refused'] = [];
        const sound: { readonly unit: StoredUnit; readonly task: TaskDraft }[] = [];
        for (const [index, { unit: id, ...task }] of tasks.entries()) {
          requireTask(task);
          const { unit, pairs } = await holdUnit(work, id);
          work.permit(mayTend(actor, self, factsOf(unit, pairs)));
          const isTwice = sound.some(
            (other) => other.unit.id === id && overlaps(other.task.period, task.period),
          );
          const asked = await asDeployment(work, (part) => taskingOf(part, unit, task.period));
          const tasking = isTwice && asked.may ? twice : asked;
          if (tasking.may) sound.push({ unit, task });
          else refused.push({ row: index + 1, unit: id, reasons: [...tasking.reasons] });
        }
        const isKept = !dryRun && refused.length === 0;
        if (isKept)
          for (const { unit, task } of sound) {
            await asDeployment(work, (part) => keep(part, unit, task));
            if (unit.kind !== 'visiting') continue;
            const fresh = await asDeployment(work, (part) => units.lockUnit(part, unit.id));
            if (fresh !== null) await course.takeOwn(work, fresh, { step: 'task', ...task.period });
          }
        const told = refused.slice(0, refusedNoted).map(({ unit, reasons }) => ({ unit, reasons }));
        work.note({ tasks: tasks.length, refused: refused.length, units: told, dryRun });
        return { stored: isKept ? sound.length : 0, refused };
      }),

    addCost: (actor: Actor, id: string, cost: CostDraft): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.add-cost', subject: id }, async (work) => {
        const { unit, pairs } = await holdUnit(work, id);
        work.permit(mayTend(actor, self, factsOf(unit, pairs)));
        const { party, event } = unit;
        const kept = { ...cost, id: randomUUID(), unit: id, party, event, at: clock.now() };
        await asDeployment(work, (part) => steps.insertCost(part, kept));
        return shown.whole(work, actor, id);
      }),
  };
};
