/** The verbs of imports: look at what would become of a file, do it, and undo the last one. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { findEvent } from '../event-store.ts';
import type { EventsNeeds, Keeping } from '../keeping-service.ts';
import { requireEvent } from '../keeping-service.ts';
import { mergedInto } from '../merging/merge-store.ts';
import { listObjects, listVenues } from '../place-store.ts';
import { requireReadable } from '../places-service.ts';
import { mayPlanEvents, mayReadEvents } from '../policy.ts';
import { allSessions } from '../session-store.ts';
import { listTeams } from '../team-store.ts';
import {
  type Import,
  type ImportFile,
  type ImportProgress,
  type ImportReport,
  type ImportSettings,
  importTargets,
} from './contract.ts';
import * as store from './import-store.ts';
import type { There } from './plan.ts';
import type { Planner } from './planner-service.ts';
import type { Planned } from './planning.ts';
import { createProgress } from './progress.ts';
import * as sources from './source-store.ts';
import { createUndoing, type RestsOn } from './undoing-service.ts';

export interface ImportsNeeds {
  /** Files are read and compared in a thread of their own. */
  readonly planner: Planner;
}

/** Makes the verbs. They throw the faults of policy and faults.ts; what is wrong in rows is reported. */
export const createImports = (
  needs: EventsNeeds & ImportsNeeds,
  keeping: Keeping,
  restsOn: readonly RestsOn[],
) => {
  const { verbs, self, clock, timeZone, planner } = needs;
  const progress = createProgress();

  const thereOf = async (unit: Unit, event: string): Promise<There> => {
    const [facts, venues, sessions, objects, teams] = await Promise.all([
      findEvent(unit, event),
      listVenues(unit, event),
      allSessions(unit, event),
      listObjects(unit, event),
      listTeams(unit, event),
    ]);
    const sourced = await Promise.all(importTargets.map((target) => sources.sourcesOf(unit, event, target)));
    const hands = await Promise.all(subjects.map((kind) => store.handChangesOf(unit, event, kind)));
    return {
      ...{ event, venues, sessions, objects, teams },
      days: facts === null ? null : { firstDay: facts.firstDay, lastDay: facts.lastDay },
      sourced: new Map(sourced.flatMap((one) => [...one])),
      byHand: new Map(hands.flatMap((one) => [...one])),
      codes: await sources.codesOf(unit, event),
    };
  };
  /** What was linked to a venue that went into another is linked to that one. */
  const linked = async (unit: Unit, event: string, file: ImportFile): Promise<ImportFile> => {
    const { links } = file.settings;
    if (links === undefined) return file;
    const into = await mergedInto(unit, event);
    const standing = Object.entries(links).map(([code, venue]) => [
      ...[code, venue === null ? null : sources.standingOf(venue, into)],
    ]);
    return { ...file, settings: { ...file.settings, links: Object.fromEntries(standing) } };
  };
  const planOf = async (unit: Unit, event: string, file: ImportFile): Promise<Planned> =>
    planner.plan(await linked(unit, event, file), await thereOf(unit, event), timeZone);

  /** All of it, in the order in which one thing points to another. */
  const keepAll = async (
    unit: Unit,
    actor: Actor,
    event: string,
    planned: Planned,
    told: { readonly id: string; step(done: number): void },
  ): Promise<void> => {
    const because = { reason: null, import: told.id };
    let done = 0;
    const step = (count: number): void => {
      done += count;
      told.step(done);
    };
    if (planned.venues.length > 0) await keeping.venues(unit, actor, event, planned.venues, because);
    step(planned.venues.length);
    await keeping.manySessions(unit, actor, event, planned.sessions, { because, step });
    if (planned.objects.length > 0) await keeping.objects(unit, actor, event, planned.objects, because);
    if (planned.teams.length > 0) await keeping.teams(unit, actor, event, planned.teams, because);
  };

  /** Where all of it came from, and by which codes venues are found. */
  const noteSources = async (
    unit: Unit,
    event: string,
    { id, source }: { readonly id: string; readonly source: string },
    { target, present, gone, codes, ...kept }: Planned,
  ): Promise<void> => {
    const isNew = ({ before }: { readonly before: object | null }): boolean => before === null;
    const venues = new Set(kept.venues.filter(isNew).map(({ after }) => after.id));
    const others = [...kept.sessions, ...kept.objects, ...kept.teams].filter(isNew);
    const made = new Set([...venues, ...others.map(({ after }) => after.id)]);
    // Venues that a programme made are known by themselves, not gone when the programme is.
    const own = target === 'venues' ? present : present.filter((one) => !venues.has(one));
    const [here, away] = [
      { event, source, target, gone: false, subjects: own },
      { event, source, target, gone: true, subjects: gone },
    ];
    const known = { ...here, import: id, subjects: own.filter((one) => !made.has(one)) };
    await sources.rememberSources(unit, self, known);
    await sources.rememberSources(unit, self, { ...away, import: id });
    for (const one of [here, away]) await sources.putSources(unit, self, one);
    await sources.putCodes(unit, self, { import: id, event, codes });
  };

  return {
    ...createUndoing(needs, keeping, restsOn),

    /** Ends the thread. */
    close: (): Promise<void> => planner.close(),

    /** What the file is and what would become of it. Stores nothing. */
    preview: (actor: Actor, event: string, file: ImportFile): Promise<ImportReport> =>
      verbs.read({ actor, verb: 'events.preview-import', subject: event }, async ({ unit, permit }) => {
        permit(mayPlanEvents(actor, self));
        await requireReadable(unit, event);
        return (await planOf(unit, event, file)).report;
      }),

    /** Does what was looked at; a fault where the event has changed since, or nothing can be done. */
    run: async (
      actor: Actor,
      event: string,
      { id, file, digest }: { readonly id: string; readonly file: ImportFile; readonly digest: string },
    ): Promise<ImportReport> => {
      const follow = progress.begin(id, actorName(actor));
      try {
        const call = { actor, verb: 'events.import', subject: event } as const;
        return await verbs.run(call, async ({ unit, permit, note }) => {
          permit(mayPlanEvents(actor, self));
          await requireEvent(unit, event);
          if (await store.importExists(unit, id)) throw new Fault('events/import-done');
          follow({ step: 'comparing', done: 0, total: 0 });
          const planned = await planOf(unit, event, file);
          const { report, target } = planned;
          if (report.problems.length > 0) throw new Fault('events/import-unsound');
          if (report.digest !== digest) throw new Fault('events/import-other');
          if (report.outside !== null && file.settings.outside === undefined)
            throw new Fault('events/import-outside');
          const all = [planned.venues, planned.sessions, planned.objects, planned.teams];
          const total = all.reduce((sum, { length }) => sum + length, 0);
          const step = (done: number): void => follow({ step: 'writing', done, total });
          step(0);
          await keepAll(unit, actor, event, planned, { id, step });
          await noteSources(unit, event, { id, source: file.source }, planned);
          const { source: name, fileName, settings } = file;
          const told = { id, event, at: clock.now(), by: actorName(actor), source: name, file: fileName };
          await store.insertImport(unit, self, { ...told, target, settings, counts: report.counts });
          note({ import: id, target, ...report.counts });
          return report;
        });
      } finally {
        progress.end(id);
      }
    },

    /** How far an import of this person has come; null where none of that id is under way. */
    progress: (actor: Actor, event: string, id: string): Promise<ImportProgress | null> =>
      verbs.read({ actor, verb: 'events.list-imports', subject: event }, async ({ permit }) => {
        permit(mayPlanEvents(actor, self));
        return progress.of(id, actorName(actor));
      }),

    list: (actor: Actor, event: string): Promise<{ items: Import[] }> =>
      verbs.read({ actor, verb: 'events.list-imports', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        return { items: [...(await store.listImports(unit, event))] };
      }),

    /** How a source was read the last time. */
    settings: (actor: Actor, event: string, source: string): Promise<{ settings: ImportSettings | null }> =>
      verbs.read({ actor, verb: 'events.list-imports', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        return { settings: await store.settingsOf(unit, event, source) };
      }),
  };
};
const subjects = ['venue', 'session', 'object', 'team'] as const;

export type ImportVerbs = ReturnType<typeof createImports>;
