/**
 * Working contexts: a reason in words that a person states once and works under until he ends it, signs out,
 * changes role, or its time is over. The journal names the context of each consultation by its id.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { PersonActor, Role } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { type Clock, dayMs, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { readCookie } from '../../plumbing/http/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import type { NewContext, WorkingContext } from './context-contract.ts';
import {
  deleteContextsBefore,
  endContext,
  insertContext,
  readContexts,
  readStanding,
  readStated,
  type Stated,
} from './context-store.ts';
import { partiesLimits } from './limits.ts';
import { readPerson } from './people-store.ts';
import { mayManagePeople, mayStateContext } from './policy.ts';
import { tokenHash } from './random-token.ts';

/** What a context holds for: this session, this token, or, with a password at each request, this account. */
export const holderOf = (request: FastifyRequest, person: PersonId): string => {
  const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return tokenHash(credentials);
  if (scheme.toLowerCase() === 'basic') return basicHolder(person);
  return tokenHash(readCookie(request) ?? '');
};
export const basicHolder = (person: PersonId): string => `basic:${person}`;
const standing = 'standing:';
export const standingHolder = (person: PersonId): string => `${standing}${person}`;

const noneStated: Stated = () => null;

/** The context that a sign-in works under now: its own, else the standing one of a connector's account. */
export const presentContext = async (
  unit: Unit,
  sign: { holder: string; person: PersonId; role: Role; now: string },
): Promise<WorkingContext | null> => {
  const [own, stands] = await Promise.all([
    readStated(unit, sign.holder),
    sign.role === 'connector' ? readStated(unit, standingHolder(sign.person)) : noneStated,
  ]);
  return own(sign) ?? stands(sign);
};

/** As `presentContext`, asked together with the bearer of a token, of whom nothing is known yet. */
export const contextOfBearer = async (unit: Unit, hash: string): Promise<Stated> => {
  const [own, stands] = await Promise.all([readStated(unit, hash), readStanding(unit, hash, standing)]);
  return (sign) => own(sign) ?? (sign.role === 'connector' ? stands(sign) : null);
};

const textsOf = (given: NewContext) => ({
  reason: given.reason.trim(),
  reference: given.reference?.trim() ?? null,
  purpose: given.purpose ?? null,
});

/** Writes the standing context of a connector's account in place of the one before. */
export const putStandingContext = async (
  unit: Unit,
  needs: { clock: Clock },
  of: { person: PersonId; statedBy: string },
  given: NewContext,
): Promise<WorkingContext> => {
  const startedAt = needs.clock.now();
  const holder = standingHolder(of.person);
  await endContext(unit, holder, startedAt);
  const id = randomUUID();
  const context = { id, person: of.person, role: 'connector', ...textsOf(given) } as const;
  const stands = { ...context, standing: true, startedAt, endsAt: null };
  await insertContext(unit, { ...stands, holder, statedBy: of.statedBy });
  return stands;
};

export const createContexts = (needs: { verbs: Verbs; clock: Clock; self: { readonly id: PartyId } }) => {
  const { verbs, clock } = needs;

  const loadConnector = async (unit: Unit, id: PersonId) => {
    const person = await readPerson(unit, id);
    if (person === null) throw new Fault('access/absent');
    if (!person.roles.includes('connector')) throw new Fault('parties/not-a-connector');
    return person;
  };

  return {
    /** What he works under now; null when he has stated nothing. */
    present: (actor: PersonActor, holder: string): Promise<WorkingContext | null> =>
      verbs.read({ actor, verb: 'parties.read-context', subject: actor.person }, ({ unit, permit }) => {
        permit(mayStateContext(actor));
        return presentContext(unit, { holder, person: actor.person, role: actor.role, now: clock.now() });
      }),

    /** States why; what was stated before ends. */
    state: (actor: PersonActor, holder: string, given: NewContext): Promise<WorkingContext> =>
      verbs.run({ actor, verb: 'parties.state-context', subject: null }, async (work) => {
        work.permit(mayStateContext(actor));
        const startedAt = clock.now();
        await endContext(work.unit, holder, startedAt);
        const context: WorkingContext = {
          id: randomUUID(),
          person: actor.person,
          role: actor.role,
          ...textsOf(given),
          standing: false,
          startedAt,
          endsAt: later(startedAt, partiesLimits.contextMs),
        };
        work.subject(context.id);
        work.note({ purpose: context.purpose, hasReference: context.reference !== null });
        await insertContext(work.unit, { ...context, holder, statedBy: actor.person });
        return context;
      }),

    end: (actor: PersonActor, holder: string): Promise<void> =>
      verbs.run({ actor, verb: 'parties.end-context', subject: actor.context ?? null }, async (work) => {
        work.permit(mayStateContext(actor));
        work.note({ ended: await endContext(work.unit, holder, clock.now()) });
      }),

    /** States why a connector's account consults, for as long as it stands. */
    stateStanding: (actor: PersonActor, person: PersonId, given: NewContext): Promise<WorkingContext> =>
      verbs.run({ actor, verb: 'parties.state-standing-context', subject: person }, async (work) => {
        work.permit(mayManagePeople(actor, needs.self.id));
        await loadConnector(work.unit, person);
        const context = await putStandingContext(work.unit, needs, { person, statedBy: actor.person }, given);
        work.note({ standing: context.id, purpose: context.purpose });
        return context;
      }),

    standing: (actor: PersonActor, person: PersonId): Promise<WorkingContext | null> =>
      verbs.read({ actor, verb: 'parties.read-standing-context', subject: person }, async (work) => {
        work.permit(mayManagePeople(actor, needs.self.id));
        await loadConnector(work.unit, person);
        const stated = await readStated(work.unit, standingHolder(person));
        return stated({ role: 'connector', now: clock.now() });
      }),

    endStanding: (actor: PersonActor, person: PersonId): Promise<void> =>
      verbs.run({ actor, verb: 'parties.end-standing-context', subject: person }, async (work) => {
        work.permit(mayManagePeople(actor, needs.self.id));
        await loadConnector(work.unit, person);
        work.note({ ended: await endContext(work.unit, standingHolder(person), clock.now()) });
      }),

    /** Contexts by their ids, as far as the unit's reader may see them: for the data protection officer. */
    byIds: readContexts,

    /** Deletes what was stated longer ago than it may be kept; the journal goes on naming the ids. */
    forget: (unit: Unit): Promise<number> =>
      deleteContextsBefore(unit, later(clock.now(), -partiesLimits.contextKeptDays * dayMs)),
  };
};
export type Contexts = ReturnType<typeof createContexts>;
