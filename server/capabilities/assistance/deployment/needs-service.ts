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
  readonly federation: Pick<Federation, 'send' | 'identity'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  /** Those who hear of units that are lost; filled before the node answers anybody. */
  readonly unitFollowers: readonly UnitFollower[];
  services(): Promise<readonly { readonly id: PartyId; readonly name: Words }[]>;
}

/** How a unit was lost to a plan: it is gone, or it may not be tasked until that is mended. */
export type Loss = 'withdraw' | 'release' | 'unpair' | 'revoke-badge';
const losses: readonly string[] = ['withdraw', 'release', 'unpair', 'revoke-badge'] satisfies readonly Loss[];
export const isLoss = (step: string): step is Loss => losses.includes(step);

/** What a capability further up does when a unit is lost; in the transaction in which it is, as the house. */
export type UnitFollower = (unit: Unit, lost: { readonly id: string; readonly how: Loss }) => Promise<void>;

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
