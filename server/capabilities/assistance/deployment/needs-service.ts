/** What deployments are given by name, and what their parts share. */
import type { Federation } from '../../../federation/index.ts';
import type { SystemActor } from '../../../kernel/decision.ts';
import type { Language, Words } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Typesetter } from '../../../plumbing/documents/index.ts';
import type { Keys } from '../../../plumbing/keys/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import type { Verbs, Work } from '../../../plumbing/verbs/index.ts';

export interface DeploymentNeeds {
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly verbs: Verbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Live;
  readonly keys: Pick<Keys, 'publicKey' | 'sign'>;
  readonly typesetter: Typesetter;
  readonly timeZone: string;
  readonly service: { readonly name: Words; readonly languages: readonly Language[] };
  readonly federation: Pick<Federation, 'send'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  services(): Promise<readonly { readonly id: PartyId; readonly name: Words }[]>;
}

/** Consoles hear that something of a unit changed; what they may see of it they then read. */
export const announceUnit = (
  { live }: Pick<DeploymentNeeds, 'live'>,
  { unit }: Pick<Work, 'unit'>,
  id: string,
): Promise<void> => live.announce(unit, { topic: 'assistance.unit', id });

/** The name under which the house writes for these verbs. */
export const asDeployment = <Result>(
  { unit }: Pick<Work, 'unit'>,
  work: (part: Unit) => Promise<Result>,
): Promise<Result> => unit.asHouse('deployment', work);
