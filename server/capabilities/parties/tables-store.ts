/** The tables of this capability, as its stores see them. */
import type { ColumnType } from 'kysely';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Words } from '../../kernel/faults.ts';
import type { DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ChallengeKind, PasskeyRow, PersonRow, SessionRow, TokenRow } from './rows.ts';

type Json<Value> = ColumnType<Value, string, string>;

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
