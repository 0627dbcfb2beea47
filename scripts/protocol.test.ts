/** The published protocol: what stands in protocol/ is what this house reads, and its vectors hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../server/kernel/canonical.ts';
import {
  deriveId,
  extensionDefinitions,
  extensionIds,
  messages,
  protocolIdentity,
  tlpMarkings,
} from '../server/plumbing/stix/index.ts';
import { protocolFiles, protocolSchemas, rosterFiles } from './protocol-files.ts';

const folder = join(import.meta.dirname, '..', 'protocol');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
interface Case {
  readonly name: string;
  readonly valid: boolean;
  readonly value: unknown;
}
const casesOf = (name: string): readonly Case[] => JSON.parse(read(`vectors/${name}.json`));

describe('protocol/messages', () => {
  const files = protocolFiles();
  it('holds one schema for each message and nothing else', () => {
    expect(readdirSync(join(folder, 'messages')).sort()).toEqual([...files.keys()].sort());
  });
  it.each([...files])('%s is as scripts/protocol.ts writes it', (name, text) => {
    expect(read(`messages/${name}`)).toBe(text);
  });
  it('is named in the README with every extension definition', () => {
    const readme = read('README.md');
    for (const id of [...Object.values(extensionIds), protocolIdentity.id]) expect(readme).toContain(id);
    for (const definition of Object.values(extensionDefinitions))
      expect(files.has(String(definition.schema).split('/').at(-1) ?? '')).toBe(true);
  });
});

describe('protocol/roster', () => {
  it.each([...rosterFiles()])('%s is as scripts/protocol.ts writes it', (name, text) => {
    expect(read(`roster/${name}`)).toBe(text);
  });
});

describe('protocol/vectors', () => {
  for (const [name, schema] of protocolSchemas) {
    const cases = casesOf(name);
    const validator = Compile(schema);
    it(`has valid and invalid cases of ${name}`, () => {
      expect(new Set(cases.map(({ valid }) => valid)).size).toBe(2);
    });
    it.each(cases.map((vector) => [vector.name, vector] as const))(`${name}: %s`, (_, { valid, value }) => {
      expect(validator.Check(value)).toBe(valid);
    });
  }

  for (const [name, message] of Object.entries(messages))
    it.each(casesOf(name))(`the reader of ${name} agrees: $name`, ({ valid, value }) => {
      const reading = message.read(value);
      expect(reading.kind).toBe(valid ? 'read' : 'refused');
      if (reading.kind === 'refused') expect(reading.problems.length).toBeGreaterThan(0);
      // What is read is the value itself: unknown members are kept.
      else expect(reading.message).toBe(value);
    });

  const derived: readonly { name: string; object: JsonObject; id: string }[] = JSON.parse(
    read('vectors/derived-ids.json'),
  );
  it.each(derived)('the identifier of $name is derived as the standard says', ({ object, id }) => {
    expect(deriveId(object)).toBe(id);
  });

  const forms: readonly { name: string; text: string; canonical: string }[] = JSON.parse(
    read('vectors/canonical.json'),
  );
  it.each(forms)('canonical form: $name', ({ text, canonical: expected }) => {
    expect(canonical(JSON.parse(text))).toBe(expected);
  });
});

describe('the official TLP markings', () => {
  it('are the objects that OASIS publishes', () => {
    expect(tlpMarkings.amber).toEqual({
      type: 'marking-definition',
      spec_version: '2.1',
      id: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
      created: '2022-10-01T00:00:00.000Z',
      name: 'TLP:AMBER',
      extensions: {
        'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
          extension_type: 'property-extension',
          tlp_2_0: 'amber',
        },
      },
    });
    expect(tlpMarkings['amber+strict'].name).toBe('TLP:AMBER+STRICT');
  });
});
