/** What the roster is given by name, and what its parts share. */
import type { Federation } from '../../federation/index.ts';
import type { Actor, SystemActor } from '../../kernel/decision.ts';
import type { Words } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Typesetter } from '../../plumbing/documents/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import type { AnswerBefore } from '../assistance/index.ts';
import type { EventNames } from './event-names.ts';
import type { TakenPlan } from './hindrance.ts';
import type { UnitPerson } from './unit-person.ts';

/** Where posts and units come from: the event, and the register of officers and teams. */
export interface RosterSource {
  /** What the event wants and who could be posted, as it all stands now; null where there is no event. */
  planOf(unit: Unit, event: string): Promise<TakenPlan | null>;
  /** What the event and its places are called in each language. */
  namesOf(unit: Unit, event: string): Promise<EventNames | null>;
  /** Those of these units that the register knows. */
  peopleOf(unit: Unit, event: string, units: readonly string[]): Promise<ReadonlyMap<string, UnitPerson>>;
  /** What partners answered when they were last asked for the specialty, as far as the reader may know. */
  answersBefore(
    unit: Unit,
    actor: Actor,
    wanted: { readonly specialty: Specialty; readonly event: string },
  ): Promise<readonly AnswerBefore[]>;
  /** Those of these who are officers of this service and were sent to that one, by id, with their names. */
  sentTo(unit: Unit, party: PartyId, units: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What goes wrong in work that comes round by itself. */
export interface RosterLog {
  error(details: object, message: string): void;
}

/** What the roster is given by name. */
export interface RosterNeeds {
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly verbs: Verbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Live;
  readonly typesetter: Typesetter;
  readonly federation: Pick<Federation, 'send'>;
  readonly source: RosterSource;
  /** Where the program lies: its solving thread is started from there. */
  readonly program: string;
  /** Where personal links begin: `https://node.example`. */
  readonly publicAddress: string;
  /** How this service is called. */
  readonly name: Words;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  readonly log: RosterLog;
}
