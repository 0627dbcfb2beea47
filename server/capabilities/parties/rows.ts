/** What the database keeps of a person, row by row. Moments are Instants (plumbing/database/values.ts). */
import type { Role } from '../../kernel/decision.ts';
import type { Language } from '../../kernel/faults.ts';
import type { CircleId, DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { PersonState, SessionWay } from './person.ts';

export interface PersonRow {
  id: PersonId;
  party: PartyId;
  name: string;
  name_arabic: string;
  email: string;
  roles: readonly Role[];
  clearance: Tlp;
  languages: readonly Language[];
  desks: readonly DeskId[];
  circles: readonly CircleId[];
  state: PersonState;
  demo: boolean;
  oidc_subject: string | null;
  created_at: Instant;
}
export interface SessionRow {
  id: string;
  token_hash: string;
  person: PersonId;
  role: Role;
  way: SessionWay;
  address: string;
  agent: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
}
export interface TokenRow {
  id: string;
  person: PersonId;
  label: string;
  token_hash: string;
  role: Role;
  created_at: Instant;
  expires_at: Instant;
  last_used_at: Instant | null;
}
export interface PasskeyRow {
  id: string;
  person: PersonId;
  label: string;
  public_key: string;
  counter: number;
  created_at: Instant;
  last_used_at: Instant | null;
}
export type ChallengeKind = 'totp' | 'totp-setup' | 'passkey' | 'passkey-registration' | 'oidc';
