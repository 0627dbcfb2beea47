/** People of a parties world who have really enrolled: invited, link opened, authenticator set up. */
import { generateSync } from 'otplib';
import type { NewPerson } from '../server/capabilities/parties/index.ts';
import type { Role } from '../server/kernel/decision.ts';
import type { PersonId } from '../server/kernel/ids.ts';
import type { Answer, PartiesWorld } from './parties-world.ts';

export const aPassword = 'sept chevaux blancs à Rabat';

/** The code that an authenticator shows at the world's time. */
export const codeAt = (world: PartiesWorld, secret: string): string =>
  generateSync({ secret, epoch: Math.floor(Date.parse(world.clock.now()) / 1000) });

export interface Officer {
  readonly id: PersonId;
  readonly email: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly cookie: string;
}

export const tokenOf = (address: string): string => address.slice(address.indexOf('#') + 1);

export const newPerson = (email: string, roles: Role[], more: Partial<NewPerson> = {}): NewPerson => ({
  name: 'Salma Idrissi',
  nameArabic: 'سلمى الإدريسي',
  email,
  roles,
  clearance: 'amber',
  languages: ['ar', 'fr'],
  ...more,
});

const must = (answer: Answer, status = 200): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
};

/** Follows an enrolment link to its end with password and authenticator. */
export const enrol = async (world: PartiesWorld, link: string): Promise<Officer> => {
  const token = tokenOf(link);
  const { body: setup } = must(await world.call('POST', '/api/enrolment/totp', { body: { token } }));
  const body = { kind: 'password', token, password: aPassword, code: codeAt(world, setup.secret) };
  const done = must(await world.call('POST', '/api/enrolment/finish', { body }));
  return {
    id: done.body.me.person,
    email: done.body.me.email,
    secret: setup.secret,
    recoveryCodes: done.body.recoveryCodes,
    cookie: done.cookie ?? '',
  };
};

export const firstAdministrator = async (world: PartiesWorld): Promise<Officer> => {
  const { enrolment } = await world.parties.createFirstAdministrator({
    name: 'Nadia Berrada',
    nameArabic: 'نادية برادة',
    email: 'administrateur@police.example',
    languages: ['fr'],
  });
  return enrol(world, enrolment.address);
};

/** Invited by the administrator over HTTP, and enrolled. */
export const officer = async (
  world: PartiesWorld,
  administrator: Officer,
  person: NewPerson,
): Promise<Officer> => {
  const body = person;
  const invited = must(
    await world.call('POST', '/api/parties/people', { body, cookie: administrator.cookie }),
    201,
  );
  return enrol(world, invited.body.enrolment.address);
};

/** Password and code; the clock goes to the next code first, as the last one is used up. */
export const signIn = async (world: PartiesWorld, who: Officer, password = aPassword): Promise<Answer> => {
  const first = await world.call('POST', '/api/session/password', { body: { email: who.email, password } });
  if (first.body?.kind !== 'totp') return first;
  world.clock.advance(30_000);
  const body = { challenge: first.body.challenge, code: codeAt(world, who.secret) };
  return world.call('POST', '/api/session/totp', { body });
};
