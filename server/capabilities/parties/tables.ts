/** The tables of this capability, as its stores see them. Moments are Instants (plumbing/database/values.ts). */
import type { ColumnType } from 'kysely';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';
import type { Language, Words } from '../../kernel/faults.ts';
import type { CircleId, DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field, Tlp } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { PersonState, SessionWay } from './person.ts';

type Json<Value> = ColumnType<Value, string, string>;

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

export interface PartiesTables {
  own_service: { party: PartyId };
  desk: {
    id: DeskId;
    name: Json<Words>;
    partner: PartyId | null;
    fields: readonly Field[];
    created_at: Instant;
  };
  person: PersonRow;
  person_session: SessionRow;
  person_password: { person: PersonId; hash: string; changed_at: Instant };
  person_totp: {
    person: PersonId;
    secret: string;
    last_step: number | null;
    created_at: Instant;
  };
  person_passkey: PasskeyRow;
  person_recovery_code: { person: PersonId; code_hash: string };
  person_token: TokenRow;
  enrolment: { person: PersonId; token_hash: string; totp_secret: string | null; expires_at: Instant };
  sign_in_challenge: {
    token_hash: string;
    kind: ChallengeKind;
    person: PersonId | null;
    content: Json<JsonObject>;
    expires_at: Instant;
  };
  sign_in_attempts: { key_hash: string; failures: number; blocked_until: Instant | null; last_at: Instant };
}
