/** A person of the node, and what follows from his roles. Pure. */
import type { PersonActor, Role } from '../../kernel/decision.ts';
import type { Language } from '../../kernel/faults.ts';
import type { CircleId, DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';

/** invited: has not yet enrolled; active: may sign in; suspended: may not, until an administrator says so. */
export type PersonState = 'invited' | 'active' | 'suspended';
/** What a session was opened with. */
export type SessionWay = 'password' | 'password+totp' | 'recovery-code' | 'passkey' | 'oidc' | 'enrolment';

export interface PersonFile {
  readonly id: PersonId;
  readonly party: PartyId;
  readonly name: string;
  readonly nameArabic: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clearance: Tlp;
  readonly languages: readonly Language[];
  readonly desks: readonly DeskId[];
  readonly circles: readonly CircleId[];
  readonly state: PersonState;
  readonly demo: boolean;
  readonly createdAt: Instant;
}

/** Roles that change what the service can do: nobody takes them himself. */
export const guardedRoles: readonly Role[] = ['contact-point', 'service-head', 'administrator'];

/** Roles that people of a partner service may hold here. */
export const guestRoles: readonly Role[] = [
  'observer',
  'connector',
  'liaison-officer',
  'analyst',
  'field-officer',
];

/** The role that a sign-in begins under: the first that the person holds. */
export const firstRole = (person: PersonFile): Role => {
  const [role] = person.roles;
  if (role === undefined) throw new Error('bug: a person without a role');
  return role;
};

/** HTTP Basic carries a password with every request: only programs and the demo may use it. */
export const mayUseBasic = (person: PersonFile): boolean => person.demo || person.roles.includes('connector');

/** The role that HTTP Basic acts under. */
export const basicRole = (person: PersonFile): Role =>
  person.roles.includes('connector') ? 'connector' : firstRole(person);

/** The person as he acts now; `context` is the reason that he works under. */
export const actorAs = (person: PersonFile, role: Role, context: string | null = null): PersonActor => ({
  kind: 'person',
  person: person.id,
  party: person.party,
  role,
  desks: person.desks,
  circles: person.circles,
  clearance: person.clearance,
  ...(context === null ? {} : { context }),
});

/** E-mail addresses are compared in this form; the database's index does the same. */
export const sameEmail = (email: string): string => email.trim().toLowerCase();

/** True when a password says who its owner is or repeats itself: the first things a guesser tries. */
export const isWeakPassword = (password: string, person: { email: string; name: string }): boolean => {
  const lower = password.toLowerCase();
  const known = [...sameEmail(person.email).split(/[@.]/), ...person.name.toLowerCase().split(/\s+/)];
  return new Set(lower).size < 6 || known.some((part) => part.length >= 4 && lower.includes(part));
};
