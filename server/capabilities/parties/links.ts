/** What parties needs of the links to other nodes; federation provides it, main.ts adapts it. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Link } from './link-contract.ts';

export interface LinkIdentity {
  readonly party: PartyId;
  /** Where partners reach this node. */
  readonly address: string;
  /** The same fingerprint as words in each language. */
  readonly fingerprint: { readonly [L in 'ar' | 'fr' | 'en']: readonly string[] };
}

export interface Links {
  identity(): LinkIdentity;
  links(unit: Unit): Promise<readonly Link[]>;
  /** Fetches the descriptor of the node at the address and proposes a link; returns whose it is. */
  propose(unit: Unit, address: string): Promise<PartyId>;
  accept(unit: Unit, party: PartyId): Promise<void>;
  suspend(unit: Unit, party: PartyId): Promise<void>;
  resume(unit: Unit, party: PartyId): Promise<void>;
  end(unit: Unit, party: PartyId): Promise<void>;
}
