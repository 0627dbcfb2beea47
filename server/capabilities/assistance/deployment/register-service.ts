/** The register of this service's own officers and teams: by hand or from a table, changed, and read. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { consultationPolicy, decodeText, findByWord, readTable } from '../../exchange/index.ts';
import { findLine } from './accepted-store.ts';
import { ownKey, ownKeys } from './ask-units-store.ts';
import { requireGrounds, requireProfile } from './checking.ts';
import { type Profile, type UnitQuery, type UnitRow, type UnitView, unitLimits } from './contract.ts';
import type { OwnChange, OwnUnit, UnitImport, UnitImportReport } from './draft-contract.ts';
import { readRow } from './import-row.ts';
import { type ImportField, importTitles } from './import-titles.ts';
import { importProblems } from './import-words.ts';
import { announceUnit, asDeployment, type DeploymentNeeds } from './needs-service.ts';
import * as pairs from './pair-store.ts';
import { isOwnPair, mayList, mayRegister, maySee, seesOwnPairsAlone } from './policy.ts';
import { type createUnitShowing, holdsOf, holdUnit, toRow } from './showing-service.ts';
import { factsOf, isAmendable, isSameOfficer, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { untouched } from './wire.ts';

/** Rows shown of a table, and problems told one by one. */
const told = { problems: 200 } as const;

interface ReadTable {
  readonly report: UnitImportReport;
  readonly profiles: readonly Profile[];
}

const saying = (row: number | null, column: string | null, rule: keyof typeof importProblems) => ({
  row,
  column,
  rule,
  says: { ...importProblems[rule] },
});

/** Reads a table of officers; nothing is kept by it. */
const readOfficers = (content: string, otherwise: Parameters<typeof readRow>[1]): ReadTable => {
  const { text } = decodeText(Buffer.from(content, 'base64'), null);
  const table = readTable(text, null);
  const [head, ...rows] = table.rows;
  if (table.brokenAtLine !== null) throw new Fault('assistance/file-broken', { line: table.brokenAtLine });
  if (head === undefined) throw new Fault('assistance/file-unreadable');
  const fields = head.cells.map((title) => findByWord(importTitles, title));
  const columns = head.cells.map((title, at) => ({ title, field: fields[at] ?? null }));
  const problems: UnitImportReport['problems'] = [];
  if (!fields.includes('nameLatin')) problems.push(saying(null, null, 'no-name-column'));
  if (rows.length > unitLimits.importRows) problems.push(saying(null, null, 'too-many'));
  const profiles: Profile[] = [];
  if (problems.length === 0)
    for (const { number, cells } of rows) {
      const named: Partial<Record<ImportField, string>> = {};
      for (const [at, cell] of cells.entries()) {
        const field = fields[at] ?? null;
        if (field !== null && named[field] === undefined) named[field] = cell;
      }
      const read = readRow(named, otherwise);
      if (read.profile !== null) profiles.push(read.profile);
      for (const { column, rule } of read.problems) problems.push(saying(number, column, rule));
    }
  const shown = problems.slice(0, told.problems);
  const sound = profiles.length;
  return {
    profiles,
    report: {
      stored: 0,
      rows: rows.length,
      sound,
      columns,
      shown: [...profiles],
      problems: shown,
      already: [],
    },
  };
};

const writerOf = (actor: Actor) => (actor.kind === 'person' ? [actor.person] : []);

/** A name that has not left, written anew: whoever wrote any of it does not release it. */
const rewritten = (unit: StoredUnit, actor: Actor): StoredUnit => ({
  ...unit,
  stage: 'draft',
  refusal: null,
  writers: [...new Set([...unit.writers, ...writerOf(actor)])],
});

/** Those of a table who are new: who stands in the register, or twice in the table, is entered once. */
const sortOut = async (part: Unit, profiles: readonly Profile[]) => {
  const names = profiles.map(({ nameLatin }) => nameLatin);
  const known = new Set(await ownKeys(part, names));
  const [fresh, already]: [Profile[], Profile[]] = [[], []];
  for (const profile of profiles) {
    const key = ownKey(profile);
    (known.has(key) ? already : fresh).push(profile);
    known.add(key);
  }
  return { fresh, already };
};

/** A look at every row would ask each whether it is his: they are found by whose they are. */
const ownPairs = async (unit: Unit, person: string, kind: UnitQuery['kind']) => {
  const ids = await unit.asHouse('deployment', (part) => units.idsBeside(part, person));
  const found = await units.findUnits(unit, ids);
  return found.filter((one) => kind === undefined || one.kind === kind);
};

export const createRegister = (needs: DeploymentNeeds, shown: ReturnType<typeof createUnitShowing>) => {
  const { verbs, self, clock } = needs;

  const ownUnit = ({ profile, person, grounds }: OwnUnit): StoredUnit => ({
    id: randomUUID(),
    holder: self,
    kind: 'own',
    party: self,
    host: self,
    ask: null,
    line: null,
    event: null,
    stage: 'standing',
    person,
    profile,
    available: profile.available,
    grounds,
    replaces: null,
    ...untouched,
    createdAt: clock.now(),
  });

  /** Keeps what is to mend a name that was sent, beside what the host has. */
  const amend = async (work: Work, actor: Actor, unit: StoredUnit, profile: Profile): Promise<void> => {
    if (!isAmendable(unit.stage)) throw new Fault('assistance/accredited-already');
    if (unit.envelope !== null) throw new Fault('assistance/still-on-its-way');
    if (!isSameOfficer(unit.profile, profile)) throw new Fault('assistance/another-officer');
    const writers = [...new Set([...(unit.amendment?.writers ?? []), ...writerOf(actor)])];
    const amendment = { profile, writers, isSent: false };
    await asDeployment(work, (part) => units.updateSending(part, { ...unit, refusal: null, amendment }));
    work.note({ amended: true });
  };

  /** A name that was turned away took no place: another may have it by now. */
  const requirePlace = async (work: Work, { ask, line }: StoredUnit): Promise<void> => {
    if (ask === null || line === null) return;
    await asDeployment(work, async (part) => {
      const accepted = await findLine(part, { ask, line, partner: self });
      if (accepted === null) throw new Fault('assistance/not-accepted');
      if ((await units.countNamed(part, { ask, line, party: self })) >= accepted.quantity)
        throw new Fault('assistance/beyond-quantity', { limit: accepted.quantity });
    });
  };

  return {
    /** A page of units, as far as the reader may know of them. */
    list: (actor: Actor, query: UnitQuery): Promise<{ units: UnitRow[]; next: string | null }> =>
      verbs.read({ actor, verb: 'assistance.list-units', subject: null }, async (work) => {
        work.permit(mayList(actor, self));
        const { kind, ask, after } = query;
        const asked = {
          ...(kind === undefined ? {} : { kind }),
          ...(ask === undefined ? {} : { ask }),
          ...(after === undefined ? {} : { after }),
        };
        const found = seesOwnPairsAlone(actor)
          ? await ownPairs(work.unit, actor.person, kind)
          : await units.listUnits(work.unit, asked);
        const page = found.slice(0, unitLimits.page);
        const at = clock.now();
        const held = await asDeployment(work, (part) =>
          holdsOf(
            part,
            page.map(({ id }) => id),
          ),
        );
        const last = found.length > unitLimits.page ? page.at(-1) : undefined;
        return { units: page.map((unit) => toRow(unit, held(unit.id), at)), next: last?.id ?? null };
      }),

    /** One unit whole: for a stated reason, unless it is himself or whom he works beside. */
    read: (actor: Actor, id: string): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.read-unit', subject: id }, async (work) => {
        const { unit, pairs: standing } = await holdUnit(work, id);
        const facts = factsOf(unit, standing);
        work.permit(maySee(actor, facts));
        const reason = consultationPolicy.mayConsult(actor, !isOwnPair(actor, facts));
        if (reason.kind === 'refused') work.permit(reason);
        work.note({ personal: true });
        return shown.whole(work, actor, id);
      }),

    register: (actor: Actor, draft: OwnUnit): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.register', subject: null }, async (work) => {
        work.permit(mayRegister(actor, self));
        requireGrounds(draft.grounds, clock.now());
        requireProfile(draft.profile, 1, null);
        const unit = ownUnit(draft);
        work.subject(unit.id);
        await asDeployment(work, (part) => units.insertUnit(part, unit));
        return shown.whole(work, actor, unit.id);
      }),

    /**
     * Changes what an own officer is, or a name that has not left. Of a name that was sent, what mends it is
     * kept until the contact point releases it, and holds once the host has it.
     */
    change: (actor: Actor, id: string, { profile, person, version }: OwnChange): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.change-unit', subject: id }, async (work) => {
        const { unit } = await holdUnit(work, id);
        work.permit(mayRegister(actor, self));
        if (version !== unit.version) throw new Fault('state/changed');
        const isSent = unit.kind === 'sent';
        requireProfile(profile, 1, isSent ? unit.profile.specialty : null);
        if (isSent && unit.stage !== 'draft' && unit.stage !== 'turned-away')
          await amend(work, actor, unit, profile);
        else if (unit.stage === 'standing' || isSent) {
          if (unit.stage === 'turned-away') await requirePlace(work, unit);
          await asDeployment(work, async (part) => {
            await units.updateProfile(part, { id, profile, person });
            if (isSent) await units.updateSending(part, rewritten(unit, actor));
            await pairs.setPerson(part, id, person);
          });
        } else throw new Fault('assistance/step-not-now');
        await announceUnit(needs, work, id);
        return shown.whole(work, actor, id);
      }),

    /** Reads a table, and keeps its officers in the register unless it is only to be looked at. */
    importUnits: (
      actor: Actor,
      { content, grounds, dryRun, leaveOut }: UnitImport,
    ): Promise<UnitImportReport> =>
      verbs.run({ actor, verb: 'assistance.import-units', subject: null }, async (work) => {
        work.permit(mayRegister(actor, self));
        const { report, profiles } = readOfficers(content, {
          service: needs.service.name.fr,
          specialty: null,
          zone: needs.timeZone,
        });
        const { fresh, already } = await asDeployment(work, (part) => sortOut(part, profiles));
        const isKept = !dryRun && fresh.length > 0 && (leaveOut || report.problems.length === 0);
        if (isKept) {
          if (grounds === null) throw new Fault('assistance/dates-unsound');
          requireGrounds(grounds, clock.now());
          await asDeployment(work, async (part) => {
            for (const profile of fresh)
              await units.insertUnit(part, ownUnit({ profile, grounds, person: null }));
          });
        }
        const stored = isKept ? fresh.length : 0;
        work.note({ rows: report.rows, sound: report.sound, already: already.length, stored });
        const shownNames = already.slice(0, told.problems).map(({ nameLatin }) => nameLatin);
        return { ...report, sound: fresh.length, already: shownNames, stored };
      }),
  };
};
