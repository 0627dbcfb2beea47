import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { createPasswords, hashPassword, isOutdated } from './password.ts';

test('a password matches its own hash, in whichever Unicode form it is typed', async () => {
  const passwords = await createPasswords();
  const stored = await hashPassword('été à Salé 2024');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.check(stored, 'été à Salé 2024'.normalize('NFD'))).toBe(true);
  expect(await passwords.check(stored, 'ete a Sale 2024')).toBe(false);
});

test('an unknown account is refused whatever is tried', async () => {
  const passwords = await createPasswords();
  expect(await passwords.check(null, 'été à Salé 2024')).toBe(false);
});

test('an unknown account costs as much work as a known one', async () => {
  const passwords = await createPasswords();
  const stored = await hashPassword('été à Salé 2024');
  // The processor's time, not the clock's: what else the machine does is not counted.
  const workOf = async (known: string | null) => {
    const begun = process.cpuUsage();
    for (let count = 0; count < 12; count += 1) await passwords.check(known, 'au hasard');
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  await workOf(stored);
  const [known, unknown] = [await workOf(stored), await workOf(null)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test('a hash of other parameters is recognised, to be renewed at the next sign-in', async () => {
  expect(isOutdated(await hashPassword('été à Salé 2024'))).toBe(false);
  expect(isOutdated(await hash('x', { memoryCost: 4096, timeCost: 2 }))).toBe(true);
});
