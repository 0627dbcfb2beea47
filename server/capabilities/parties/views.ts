/** How people, sessions and tokens look from outside: every secret stays behind. Pure. */
import type { Role } from '../../kernel/decision.ts';
import type { Words } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Desk, Me, Passkey, Person, Session, Token } from './contract.ts';
import type { PersonFile } from './person.ts';
import type { PasskeyRow, SessionRow, TokenRow } from './rows.ts';

/** A service as people name it. */
export interface ServiceName {
  readonly id: PartyId;
  readonly name: Words;
  readonly country: string;
}

export const meView = (
  person: PersonFile,
  role: Role,
  about: { party: ServiceName; desks: readonly Desk[]; self: PartyId },
): Me => {
  const desks = person.desks.flatMap((id) => {
    const desk = about.desks.find((candidate) => candidate.id === id);
    return desk ? [{ id: desk.id, name: desk.name }] : [];
  });
  return {
    person: person.id,
    name: person.name,
    nameArabic: person.nameArabic,
    email: person.email,
    party: { id: about.party.id, name: about.party.name, country: about.party.country },
    role,
    roles: [...person.roles],
    desk: desks[0] ?? null,
    desks,
    clearance: person.clearance,
    languages: [...person.languages],
    demo: person.demo,
    guest: person.party !== about.self,
  };
};

export const personView = (person: PersonFile): Person => ({
  ...person,
  roles: [...person.roles],
  languages: [...person.languages],
  desks: [...person.desks],
  circles: [...person.circles],
});

export const sessionView = (session: SessionRow, currentHash: string | null): Session => ({
  id: session.id,
  way: session.way,
  role: session.role,
  createdAt: session.created_at,
  lastSeenAt: session.last_seen_at,
  expiresAt: session.expires_at,
  address: session.address,
  agent: session.agent,
  current: session.token_hash === currentHash,
});

export const tokenView = (token: TokenRow): Token => ({
  id: token.id,
  label: token.label,
  role: token.role,
  createdAt: token.created_at,
  expiresAt: token.expires_at,
  lastUsedAt: token.last_used_at,
});

export const passkeyView = (passkey: PasskeyRow): Passkey => ({
  id: passkey.id,
  label: passkey.label,
  createdAt: passkey.created_at,
  lastUsedAt: passkey.last_used_at,
});
