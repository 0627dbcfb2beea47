/** What is relayed is checked by its own signature: the published vectors, and what one changed byte does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../../plumbing/stix/index.ts';
import { isSelfConsistent } from './signed-object.ts';

const names = [
  'x-tansiq-recall',
  'x-tansiq-compliance',
  'x-tansiq-onward-request',
  'x-tansiq-onward-consent',
  'x-tansiq-onward-share',
] as const;

interface Case {
  readonly valid: boolean;
  readonly value: unknown;
}

const folder = join(import.meta.dirname, '../../../../protocol/vectors');

test.each(names)('the signature of each valid vector of %s holds, and of none that was changed', (name) => {
  const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const valid = cases.filter((one) => one.valid);
  expect(valid.length).toBeGreaterThan(0);
  for (const { value } of valid) {
    const reading = messages[name].read(value);
    if (reading.kind !== 'read') throw new Error('a valid vector is refused');
    expect(isSelfConsistent(reading.message)).toBe(true);
    const changed = { ...reading.message, created: '2024-07-26T17:30:00.001Z' };
    expect(isSelfConsistent(changed)).toBe(false);
    const { public_key: key } = reading.message;
    expect(isSelfConsistent({ ...reading.message, public_key: `A${key.slice(1)}` })).toBe(false);
  }
});
