/** An event in memory, for tests of what a file would do to it. */
import { randomUUID } from 'node:crypto';
import { type ImportSettings, recognised } from '../server/capabilities/events/imports/contract.ts';
import type { There } from '../server/capabilities/events/imports/plan.ts';
import { type Planned, planImport } from '../server/capabilities/events/imports/planning.ts';
import { readSource } from '../server/capabilities/events/imports/source.ts';
import { loadModel } from '../server/plumbing/names/index.ts';

const put = <One extends { readonly id: string }>(
  all: readonly One[],
  kept: readonly { readonly after: One }[],
): readonly One[] => {
  const after = new Map(kept.map((one) => [one.after.id, one.after] as const));
  const there = all.map((one) => after.get(one.id) ?? one);
  const known = new Set(all.map(({ id }) => id));
  return [...there, ...[...after.values()].filter(({ id }) => !known.has(id))];
};

/** What the event holds once the plan is done. */
const done = (there: There, planned: Planned, source: string): There => ({
  event: there.event,
  days: there.days,
  venues: put(there.venues, planned.venues),
  sessions: put(there.sessions, planned.sessions),
  objects: put(there.objects, planned.objects),
  teams: put(there.teams, planned.teams),
  byHand: there.byHand,
  codes: new Map([...there.codes, ...planned.codes.map(({ code, venue }) => [code, venue] as const)]),
  sourced: new Map([
    ...there.sourced,
    ...planned.present.map((id) => [id, { source, gone: false }] as const),
    ...planned.gone.map((id) => [id, { source, gone: true }] as const),
  ]),
});

/** An event without anything; `import` plans a file and does it. */
export const memoryEvent = (timeZone = 'Europe/Paris', days: There['days'] = null) => {
  let there: There = {
    ...{ event: randomUUID(), days, venues: [], sessions: [], objects: [], teams: [], sourced: new Map() },
    ...{ byHand: new Map(), codes: new Map() },
  };
  const plan = (
    text: string | Uint8Array,
    fileName: string,
    settings: Partial<ImportSettings> = {},
  ): Planned => {
    const source = readSource(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    const file = { source: fileName, fileName, settings: { ...recognised, ...settings } };
    return planImport(source, file, there, { ...{ timeZone, model: loadModel() }, newId: randomUUID });
  };
  return {
    there: () => there,
    /** As an officer changes a session by hand. */
    changeSession: (code: string, changes: Partial<There['sessions'][number]>): void => {
      const before = there.sessions.find((one) => one.code === code);
      if (before === undefined) throw new Error(`no session ${code}`);
      const fields = new Set([...(there.byHand.get(before.id) ?? []), ...Object.keys(changes)]);
      const sessions = there.sessions.map((one) => (one === before ? { ...one, ...changes } : one));
      there = { ...there, sessions, byHand: new Map([...there.byHand, [before.id, fields]]) };
    },
    plan,
    import: (text: string, fileName: string, settings: Partial<ImportSettings> = {}): Planned => {
      const planned = plan(text, fileName, settings);
      there = done(there, planned, fileName);
      return planned;
    },
  };
};
