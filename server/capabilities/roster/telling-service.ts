/** What units were told, who has said that he read it, and the links by which they read it. */
import { randomUUID } from 'node:crypto';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { writeCalendar } from './calendar.ts';
import type { Duty, NewLinks, ReceivedDuty, ToldUnit } from './contract.ts';
import { isSuspended, readingOf } from './duty.ts';
import { calendarDuty, documentOf, type PrintedDuties } from './duty-document.ts';
import * as duties from './duty-store.ts';
import { dutyWords } from './duty-words.ts';
import { linkEnd, rosterLimits } from './limits.ts';
import * as links from './link-store.ts';
import { latest } from './moments.ts';
import type { RosterNeeds } from './needs-service.ts';
import { mayAskOwnDuties, mayPlan, mayReadRoster } from './policy.ts';
import { listReceived } from './received-store.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** What a unit's papers are made of, where the register still knows it. */
export const printedOf = async (
  needs: Pick<RosterNeeds, 'source' | 'name' | 'clock' | 'self'>,
  unit: Unit,
  event: string,
  of: string,
): Promise<PrintedDuties | null> => {
  const told = await duties.dutiesOfUnit(unit, event, of);
  const person = (await unit.asHouse('roster', (house) => needs.source.peopleOf(house, event, [of]))).get(of);
  if (person === undefined) return null;
  const { name, language, briefing } = person;
  const { self, name: issuer } = needs;
  return { name, language, briefing, issuer, self, duties: told, now: needs.clock.now() };
};

/** The calendar of a unit. */
export const calendarOf = (printed: PrintedDuties): string =>
  writeCalendar(
    dutyWords.title[printed.language],
    printed.duties.map((duty) => calendarDuty(duty, printed)),
  );

const byUnit = (told: readonly duties.StoredDuty[]): ReadonlyMap<string, readonly duties.StoredDuty[]> => {
  const units = new Map<string, duties.StoredDuty[]>();
  for (const duty of told) {
    const known = units.get(duty.unit);
    if (known === undefined) units.set(duty.unit, [duty]);
    else known.push(duty);
  }
  return units;
};

export const createTelling = (needs: RosterNeeds) => {
  const { verbs, self, clock } = needs;

  const linkTo = (secret: string): string => `${needs.publicAddress}/duties/${secret}`;

  return {
    /** Units of an event that were told of duties, and who has not said that he read them. */
    units: (actor: Actor, event: string): Promise<ToldUnit[]> =>
      verbs.read({ actor, verb: 'roster.list-told', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const told = byUnit(await duties.dutiesOfEvent(unit, event));
        const now = clock.now();
        const live = new Map((await links.liveLinks(unit, event, now)).map((one) => [one.unit, one]));
        return [...told].map(([of, those]): ToldUnit => {
          const link = live.get(of);
          return {
            unit: of,
            name: those[0]?.unitName ?? '',
            party: those[0]?.party ?? '',
            suspended: those.filter((duty) => isSuspended(duty, self)).length,
            ...readingOf(those, now),
            link:
              link === undefined
                ? null
                : { madeAt: link.madeAt, expiresAt: link.expiresAt, openedAt: link.openedAt },
          };
        });
      }),

    /** Every duty of a unit as it was told, those that were cancelled too. */
    dutiesOf: (actor: Actor, event: string, of: string): Promise<Duty[]> =>
      verbs.read({ actor, verb: 'roster.read-duties', subject: of }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        return [...(await duties.dutiesOfUnit(unit, event, of))];
      }),

    /** The reader's own duties, and those of whom he stands beside. */
    own: (actor: Actor): Promise<Duty[]> =>
      verbs.read({ actor, verb: 'roster.read-own-duties', subject: null }, async ({ unit, permit }) => {
        permit(mayAskOwnDuties(actor, self));
        return [...(await duties.dutiesOfOfficer(unit, actorName(actor), rosterLimits.listed))];
      }),

    /** New personal links; what these units had before is revoked. The secrets are shown this once. */
    makeLinks: (actor: Actor, event: string, units: readonly string[]): Promise<NewLinks> =>
      verbs.run({ actor, verb: 'roster.make-links', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const told = byUnit(await duties.dutiesOfEvent(unit, event));
        const made = units.map((of) => {
          const those = told.get(of);
          const [first] = those ?? [];
          if (those === undefined || first === undefined) throw new Fault('roster/unknown');
          const last = latest(those.map(({ endsAt }) => endsAt));
          const secret = newSecret();
          const { party } = first;
          return { id: randomUUID(), unit: of, party, secret, expiresAt: linkEnd(last) };
        });
        const kept = made.map(({ secret, ...link }) => ({ ...link, secretHash: hashOfSecret(secret) }));
        const facts = { event, holder: self, by: actorName(actor), at: clock.now() };
        await unit.asHouse('roster', (house) => links.replaceLinks(house, kept, facts));
        note({ units: made.length });
        return made.map(({ unit: of, secret, expiresAt }) => ({
          unit: of,
          address: linkTo(secret),
          expiresAt,
        }));
      }),

    revokeLinks: (actor: Actor, event: string, units: readonly string[]): Promise<{ revoked: number }> =>
      verbs.run({ actor, verb: 'roster.revoke-links', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const at = clock.now();
        const revoked = await unit.asHouse('roster', (house) => links.revokeLinks(house, event, units, at));
        note({ revoked });
        return { revoked };
      }),

    /** The paper of a unit, in its language. */
    paper: async (actor: Actor, event: string, of: string): Promise<Uint8Array> => {
      const printed = await verbs.run(
        { actor, verb: 'roster.print', subject: of },
        async ({ unit, permit }) => {
          permit(mayReadRoster(actor, self));
          return printedOf(needs, unit, event, of);
        },
      );
      if (printed === null) throw new Fault('access/absent');
      return needs.typesetter.typeset(documentOf(printed));
    },

    calendar: (actor: Actor, event: string, of: string): Promise<string> =>
      verbs.run({ actor, verb: 'roster.print', subject: of }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const printed = await printedOf(needs, unit, event, of);
        if (printed === null) throw new Fault('access/absent');
        return calendarOf(printed);
      }),

    /** Duties of this service's own officers in rosters of others. */
    received: (actor: Actor): Promise<ReceivedDuty[]> =>
      verbs.read({ actor, verb: 'roster.list-received', subject: null }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        return [...(await listReceived(unit, rosterLimits.received))];
      }),
  };
};
