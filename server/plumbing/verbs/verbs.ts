/**
 * The one shape of a verb: load → permit → change → store → journal, in one transaction. A refusal rolls all
 * back, is journalled in a transaction of its own, and only then thrown as a fault.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor, Decision } from '../../kernel/decision.ts';
import { assert, Fault, type FaultDetails } from '../../kernel/faults.ts';
import type { Database, Unit } from '../database/index.ts';
import type { Journal } from '../journal/index.ts';

/** What a verb's body works with. */
export interface Work {
  readonly unit: Unit;
  /** Goes on when allowed; ends the verb with a journalled refusal when not. */
  permit(decision: Decision): void;
  /**
   * Ends the verb with a journalled refusal that tells more than a decision: why, in the fault's details. The
   * entry holds `noted` of them: all, unless some may name people.
   */
  refuse(rule: string, fault: Fault, noted?: FaultDetails): never;
  /** What the journal entry says beside actor, verb and subject: ids, codes and hashes, never content. */
  note(details: JsonObject): void;
  /** Names the subject when it is made by the verb itself. */
  subject(id: string): void;
}

export interface VerbCall<Verb extends string = string> {
  readonly actor: Actor;
  /** `capability.verb`, as in the glossary. */
  readonly verb: Verb;
  readonly subject: string | null;
}

/**
 * Runs verbs: in one transaction each, permitted, journalled. Faults pass; refusals are journalled first.
 * `Verb` are the names that a capability knows.
 */
export interface Verbs<Verb extends string = string> {
  /** Runs the body as one verb; journals one entry with the change, or one for the refusal. */
  run<Result>(call: VerbCall<Verb>, body: (work: Work) => Promise<Result>): Promise<Result>;
  /** As `run`, but reads only: nothing is journalled unless refused or `note` was called. */
  read<Result>(call: VerbCall<Verb>, body: (work: Work) => Promise<Result>): Promise<Result>;
}

class Refusal extends Error {
  readonly rule: string;
  readonly fault: Fault;
  readonly noted: FaultDetails;
  constructor(rule: string, fault: Fault, noted: FaultDetails = fault.details) {
    super(rule);
    this.rule = rule;
    this.fault = fault;
    this.noted = noted;
  }
}

/** Each entry of a person names the working context that he acted under: why, and not only who. */
const contextOf = (actor: Actor): JsonObject =>
  actor.kind === 'person' && actor.context !== undefined ? { context: actor.context } : {};

/** Codes and limits of a fault, as an entry keeps them. */
const copied = (details: FaultDetails): JsonObject =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );

/** Row security shows a withheld thing as absent; the attempt is journalled all the same. */
const isWithheld = (fault: Fault): boolean => [401, 403, 404].includes(fault.entry.status);

/** Makes the runner of verbs on a database and its journal. */
export const createVerbs = (needs: { database: Database; journal: Journal }): Verbs => {
  const { database, journal } = needs;

  const attempt = async <Result>(
    call: VerbCall,
    body: (work: Work) => Promise<Result>,
    always: boolean,
  ): Promise<Result> =>
    database.transact(call.actor, async (unit) => {
      let rule: string | null = null;
      let details: JsonObject | null = null;
      let subject = call.subject;
      const result = await body({
        unit,
        permit: (decision) => {
          if (decision.kind === 'refused') throw new Refusal(decision.rule, new Fault(decision.fault));
          rule = decision.rule;
        },
        refuse: (refusedBy, fault, noted) => {
          throw new Refusal(refusedBy, fault, noted);
        },
        note: (more) => {
          details = { ...details, ...more };
        },
        subject: (id) => {
          subject = id;
        },
      });
      assert(rule !== null, `verb ${call.verb} ended without asking whether it may`);
      if (always || details !== null)
        await journal.append(unit, {
          actor: call.actor,
          verb: call.verb,
          subject,
          outcome: 'done',
          rule,
          details: { ...(details ?? {}), ...contextOf(call.actor) },
        });
      return result;
    });

  const journalRefusal = (call: VerbCall, { rule, fault, noted }: Refusal): Promise<number> =>
    database.transact({ kind: 'system', name: 'refusals', party: call.actor.party }, (unit) =>
      journal.append(unit, {
        actor: call.actor,
        verb: call.verb,
        subject: call.subject,
        outcome: 'refused',
        rule,
        details: { ...copied(noted), fault: fault.code, ...contextOf(call.actor) },
      }),
    );

  const run = async <Result>(
    call: VerbCall,
    body: (work: Work) => Promise<Result>,
    always: boolean,
  ): Promise<Result> => {
    try {
      return await attempt(call, body, always);
    } catch (error) {
      if (error instanceof Refusal) {
        await journalRefusal(call, error);
        throw error.fault;
      }
      if (error instanceof Fault && isWithheld(error))
        await journalRefusal(call, new Refusal('absent-or-withheld', error, {}));
      throw error;
    }
  };

  return {
    run: (call, body) => run(call, body, true),
    read: (call, body) => run(call, body, false),
  };
};
