import { generateKeyPairSync, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteBundle } from '../../testing/bundle.ts';
import { canonical, type JsonObject, readJson, sha256 } from '../kernel/canonical.ts';
import { newId } from '../kernel/ids.ts';
import { signText } from '../plumbing/keys/index.ts';
import { canonicalOrNull } from './descriptor.ts';
import { envelopeProblem, isReceiptFor, sealEnvelope, sealReceipt } from './envelope.ts';
import { readEnvelope } from './messages.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = privateKey.export({ format: 'jwk' }).x ?? '';
const sign = (text: string): string => signText(privateKey, text);
const [from, to] = [newId('party'), newId('party')];
const at = '2026-07-26T17:30:00.000Z';
const head = { party: from, size: 1, rootHash: 'a'.repeat(64), at };
const treeHead = { ...head, signature: sign(canonical(head)) };

const seal = (body: JsonObject) => {
  const bodyText = canonical(body);
  const bodyHash = sha256(bodyText).toString('hex');
  const id = newId('envelope');
  return sealEnvelope(
    { id, from, to, sequence: 7, sentAt: at, kind: 'test.item', bodyHash, treeHead },
    bodyText,
    sign,
  );
};

/** What a receiver makes of these bytes: null when it would take them. */
const problemOf = (text: string): string | null => {
  const envelope = readEnvelope(readJson(text)?.value);
  return envelope ? envelopeProblem(envelope, { from, to, publicKeys: [publicKey] }) : 'not-an-envelope';
};

const bodies = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })).map((body): JsonObject => {
  const read = readJson(JSON.stringify(body))?.value;
  return { ...noteBundle({}), extra: read ?? null };
});

test('an envelope is taken as it was sealed, whatever its body', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(problemOf(seal(body).text)).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('an envelope with any one byte changed is refused, unless it still says the same', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, place, change) => {
      const { text } = seal(body);
      const bytes = Buffer.from(text);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const changed = bytes.toString('utf8');
      const read = readJson(changed);
      if (read !== null && canonicalOrNull(read.value) === text) return;
      expect(problemOf(changed)).not.toBeNull();
    }),
    { numRuns: 1_500 },
  );
});

test('an envelope for another, from another or by another key is refused', () => {
  const envelope = readEnvelope(readJson(seal(noteBundle({})).text)?.value);
  if (!envelope) throw new Error('not an envelope');
  const link = { from, to, publicKeys: [publicKey] };
  expect(envelopeProblem(envelope, link)).toBeNull();
  expect(envelopeProblem(envelope, { ...link, to: newId('party') })).toBe('wrong-recipient');
  expect(envelopeProblem(envelope, { ...link, from: newId('party') })).toBe('wrong-sender');
  expect(envelopeProblem(envelope, { ...link, publicKeys: [] })).toBe('bad-signature');
});

test('a number that is too large for JSON’s readers is refused, not stumbled over', () => {
  const text = seal({ ...noteBundle({}), n: 1 }).text.replace('"n":1', '"n":1e999');
  expect(problemOf(text)).toBe('bad-body');
  expect(problemOf(text.replace('1e999', '1').replace('{"body"', '{"b":1e999,"body"'))).toBe('bad-signature');
});

test('a member that nobody knows yet is covered by the signature and otherwise ignored', () => {
  const { text } = seal(noteBundle({ a: 1 }));
  const value = readJson(text)?.value;
  expect(problemOf(JSON.stringify({ ...Object(value), urgency: 'high' }))).toBe('bad-signature');
});

test('a receipt is for exactly the envelope that it names, and by the partner', () => {
  const sent = { id: newId('envelope'), from, to, sequence: 7, bodyHash: 'b'.repeat(64) };
  const content = {
    envelope: sent.id,
    from: to,
    to: from,
    sequence: 7,
    receivedAt: at,
    outcome: 'accepted' as const,
    fault: null,
    bodyHash: sent.bodyHash,
    treeHead,
  };
  const receipt = sealReceipt(content, sign);
  expect(isReceiptFor(receipt, sent, [publicKey])).toBe(true);
  expect(isReceiptFor(receipt, sent, [])).toBe(false);
  expect(isReceiptFor(receipt, { ...sent, sequence: 8 }, [publicKey])).toBe(false);
  expect(isReceiptFor(receipt, { ...sent, bodyHash: 'c'.repeat(64) }, [publicKey])).toBe(false);
  expect(isReceiptFor(receipt, { ...sent, id: newId('envelope') }, [publicKey])).toBe(false);
  expect(isReceiptFor({ ...receipt, outcome: 'refused', fault: 'input/invalid' }, sent, [publicKey])).toBe(
    false,
  );
  expect(isReceiptFor({ ...receipt, fault: `x/${randomUUID()}` }, sent, [publicKey])).toBe(false);
});
