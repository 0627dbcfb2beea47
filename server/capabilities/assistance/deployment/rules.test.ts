/** The rules of deployments: whose step is whose, who may, pairs, badges, tables. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aProfile } from '../../../../testing/a-profile.ts';
import { anyPerson, holder, other, parties } from '../../../../testing/cast.ts';
import { signText, verifySignature } from '../../../plumbing/keys/index.ts';
import { checkBadge, openRevocations, readBadgeKeys } from './badge-check.ts';
import { writeCode } from './badge-code.ts';
import { briefingFor } from './briefing.ts';
import { readRow } from './import-row.ts';
import { type Course, mayFollowOn, type Said, stateOf, take } from './machine.ts';
import { busiest, pairingGap, suggestHosts } from './pairing.ts';
import { isOwnPair, mayHear, mayReleaseName, maySee, mayStep, releaseStep } from './policy.ts';
import { profileProblem } from './unit.ts';
import { stages, stepKinds } from './vocabulary.ts';
import { untouched } from './wire.ts';

const day = (number: number, hour = 0): string =>
  `2029-07-${String(number).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const profile = aProfile();
const shift = { from: day(5, 8), until: day(5, 16) };

const course = (changes: Partial<Course> = {}): Course => ({
  party: other,
  host: holder,
  stage: 'named',
  available: profile.available,
  ...untouched,
  ...changes,
});
const sayings: { readonly [Kind in Said['kind']]: Said } = {
  vet: { kind: 'vet', ground: null },
  accredit: { kind: 'accredit' },
  'revoke-badge': { kind: 'revoke-badge' },
  arrive: { kind: 'arrive' },
  brief: { kind: 'brief', language: 'fr' },
  pair: { kind: 'pair', period: shift },
  unpair: { kind: 'unpair' },
  task: { kind: 'task', period: shift },
  'propose-extension': { kind: 'propose-extension', until: day(25) },
  'agree-extension': { kind: 'agree-extension', until: day(25) },
  release: { kind: 'release' },
  debrief: { kind: 'debrief' },
  withdraw: { kind: 'withdraw' },
};

describe('the way of an officer', () => {
  const hosts = ['vet', 'accredit', 'revoke-badge', 'arrive', 'brief', 'pair', 'unpair', 'task', 'release'];
  it.each(stepKinds)('%s is taken by the side whose step it is, at its stages alone', (kind) => {
    for (const stage of stages)
      for (const by of parties) {
        const isWhose = hosts.includes(kind)
          ? by === holder
          : kind === 'withdraw'
            ? by === other
            : by !== parties[2];
        const proposal = { by: by === holder ? other : holder, until: day(25) };
        const result = take(course({ stage, proposal }), sayings[kind], { by, at: day(3) });
        expect([kind, stage, result.kind]).toEqual([
          kind,
          stage,
          isWhose && mayFollowOn(stage, kind) ? 'taken' : 'refused',
        ]);
      }
  });
  it('extends when both have said the same day, and closes when both have debriefed', () => {
    const own = take(
      course({ stage: 'arrived', proposal: { by: holder, until: day(25) } }),
      sayings['agree-extension'],
      { by: holder, at: day(3) },
    );
    expect(own).toEqual({ kind: 'refused', problem: 'not-proposed' });
    const first = take(course({ stage: 'released' }), sayings.debrief, { by: holder, at: day(3) });
    expect(first).toMatchObject({ course: { stage: 'released', debriefedBy: [holder] } });
    const closed = course({ stage: 'released', debriefedBy: [holder] });
    expect(take(closed, sayings.debrief, { by: holder, at: day(3) })).toEqual({
      kind: 'refused',
      problem: 'said-before',
    });
    expect(take(closed, sayings.debrief, { by: other, at: day(3) })).toMatchObject({
      course: { stage: 'debriefed' },
    });
  });
  it('shows a pair and a task for as long as they hold', () => {
    const held = { pairs: [{ from: day(2), until: day(4) }], tasks: [{ from: day(3), until: day(3, 8) }] };
    const states = [1, 2, 3, 4].map((at) =>
      stateOf({ stage: 'arrived', extended: false }, held, day(at, at === 3 ? 9 : 0)),
    );
    expect(states).toEqual(['arrived', 'tasked', 'paired', 'arrived']);
  });
});

describe('who may', () => {
  const unit = {
    holder,
    kind: 'visiting',
    party: other,
    host: holder,
    person: null,
    pairedPersons: [],
  } as const;
  it('see, step and release', () => {
    fc.assert(
      fc.property(anyPerson(), fc.constantFrom(...stepKinds), (actor, kind) => {
        const isHome = actor.party === holder;
        if (!isHome) expect(maySee(actor, unit)).toMatchObject({ fault: 'access/absent' });
        if (mayStep(actor, holder, unit, kind).kind === 'allowed') {
          expect(isHome).toBe(true);
          expect(kind).not.toBe('withdraw');
          expect(['event-planner', 'centre-head', 'contact-point']).toContain(actor.role);
        }
        expect(mayReleaseName(actor, holder, []).kind === 'allowed').toBe(
          isHome && actor.role === 'contact-point',
        );
        expect(isOwnPair(actor, unit)).toBe(false);
        const own = { ...unit, pairedPersons: [actor.person] };
        const isStreet = ['host-officer', 'field-officer'].includes(actor.role);
        if (isHome && isStreet) expect(maySee(actor, own).kind).toBe('allowed');
      }),
    );
  });
  it.each([
    [other, 'vet', 'refused'],
    [other, 'withdraw', 'allowed'],
    [parties[2], 'withdraw', 'refused'],
    [holder, 'vet', 'refused'],
  ] as const)('be heard: %s of %s is %s', (from, kind, outcome) => {
    expect(mayHear(from, holder, unit, kind).kind).toBe(outcome);
  });
  it('be told: a step goes to the other side alone, and only where it is one’s own', () => {
    const copy = { kind: 'x', body: {} };
    expect(releaseStep(unit, { self: holder, linked: true, step: 'vet' }, copy)?.recipient).toBe(other);
    expect(releaseStep(unit, { self: other, linked: true, step: 'vet' }, copy)).toBeNull();
    expect(releaseStep(unit, { self: holder, linked: false, step: 'vet' }, copy)).toBeNull();
  });
});

test('a host officer takes as many as the ratio at any moment, and the best fit comes first', () => {
  const host = {
    id: 'a',
    specialty: 'patrol',
    languages: ['fr'],
    available: { from: day(1), until: day(20) },
    withdrawn: false,
    pairs: [],
  } as const;
  const full = {
    ...host,
    pairs: [
      { from: day(4), until: day(6) },
      { from: day(5), until: day(7) },
    ],
  };
  expect(busiest(full.pairs, shift)).toBe(2);
  expect(pairingGap(full, shift, 2)).toBe('ratio-full');
  expect(pairingGap(full, shift, 3)).toBeNull();
  expect(pairingGap(host, { from: day(19), until: day(21) }, 2)).toBe('not-available');
  expect(pairingGap({ ...host, withdrawn: true }, shift, 2)).toBe('withdrawn');
  expect(pairingGap(host, { from: day(5), until: day(5) }, 2)).toBe('period-empty');
  const dog = { ...host, id: 'b', specialty: 'explosive-dog', languages: ['de'] } as const;
  const both = { ...dog, id: 'c', languages: ['fr'] };
  const order = suggestHosts(profile, [host, dog, both, { ...full, id: 'd' }], { period: shift, ratio: 2 });
  expect(order.map((one) => one.host)).toEqual(['c', 'a', 'b']);
});

test('a badge holds for its days, by the key of its service, unless it is on the list', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'jwk' }).x ?? '';
  const sign = (text: string) => signText(privateKey, text);
  const stated = {
    v: 1,
    p: holder,
    b: '7K2M-Q4XZ',
    n: 'Y',
    s: 'DGSN',
    r: 'patrol',
    f: '2029-07-01',
    u: '2029-07-20',
    w: false,
    z: [],
    k: [],
  } as const;
  const code = writeCode('badge', { ...stated, z: [], k: [] }, sign);
  const check = async (...given: Parameters<typeof verifySignature>) => verifySignature(...given);
  const hash = async (text: string) =>
    createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');
  const always = (publicKey: string) => ({ publicKey, from: null, until: null });
  const strange = always('A'.repeat(43));
  const keys = { party: holder, keys: [strange, always(key)] };
  const about = { keys, today: '2029-07-05', revoked: null, check, hash };
  const verdict = async (text: string, changes: object = {}) =>
    (await checkBadge(text, { ...about, ...changes })).verdict;
  expect(await verdict(code)).toBe('valid');
  expect(await verdict(code, { today: '2029-06-30' })).toBe('not-yet');
  expect(await verdict(code, { today: '2029-07-21' })).toBe('expired');
  expect(await verdict(code, { keys: { ...keys, keys: [strange] } })).toBe('forged');
  expect(await verdict(code, { keys: { ...keys, party: other } })).toBe('other-service');
  const list = writeCode('revoked', { v: 1, p: holder, t: day(5), h: [await hash(stated.b)] }, sign);
  expect(await verdict(code, { revoked: await openRevocations(list, keys, check) })).toBe('revoked');
  // A key that was handed over holds for what it signed in its time and what the list names.
  const until = (at: string) => ({ keys: { ...keys, keys: [strange, { ...always(key), until: at }] } });
  expect(await verdict(code, until(day(1)))).toBe('valid');
  expect(await verdict(code, until('2029-06-30T23:59:59.000Z'))).toBe('former-key');
  const since = { ...keys, keys: [{ ...always(key), from: day(2) }] };
  expect(await verdict(code, { keys: since })).toBe('former-key');
  const former = (o: readonly string[]) => ({ v: 1 as const, p: holder, t: day(9), h: [], o: [...o] });
  const signed = code.slice(0, code.lastIndexOf('.'));
  expect(await verdict(code, { ...until(day(3)), revoked: former([]) })).toBe('former-key');
  expect(await verdict(code, { ...until(day(3)), revoked: former([await hash(signed)]) })).toBe('valid');
  expect(await openRevocations(list, until(day(4)).keys, check)).toBeNull();
  expect(readBadgeKeys({ party: holder, publicKeys: [key] })?.keys).toEqual([always(key)]);
  expect(readBadgeKeys({ party: holder, publicKeys: [] })).toBeNull();
  // A list is no badge, and no other algorithm is taken because a code says so.
  const [, body = '', signature = ''] = code.split('.');
  const none = Buffer.from('{"alg":"none","typ":"tqb"}').toString('base64url');
  for (const text of [list, '', 'x.y.z', `${none}.${body}.${signature}`, `${code}x`, code.slice(1)])
    expect(await verdict(text)).toBe('unreadable');
});

test('a table of officers is read in three languages, and told what is wrong with which cell', () => {
  const otherwise = { service: 'DGSN', specialty: null, zone: 'Europe/Paris' };
  const cells = {
    nameLatin: 'Omar TAZI',
    rank: 'Brigadier',
    specialty: 'Démineur',
    languages: 'عربية، français',
    from: '01/07/2029',
    until: '20/07/2029',
    powers: 'التفتيش',
    certificates: 'bomb-disposal:B-7:2028-01-01:2030-01-01',
    arms: 'Glock 17:ABC',
  };
  const { profile: read, problems } = readRow(cells, otherwise);
  expect(problems).toEqual([]);
  expect(read).toMatchObject({
    specialty: 'bomb-disposal',
    languages: ['ar', 'fr'],
    powers: ['search'],
    arms: [{ type: 'Glock 17', serial: 'ABC' }],
    available: { from: '2029-06-30T22:00:00.000Z', until: '2029-07-20T22:00:00.000Z' },
  });
  const wrong = readRow({ ...cells, nameLatin: '', languages: 'martien', until: 'demain' }, otherwise);
  expect(wrong.problems.map(({ column, rule }) => `${column} ${rule}`)).toEqual([
    'languages language',
    'until date',
    'nameLatin name-missing',
  ]);
  expect(readRow({ ...cells, nameLatin: 'Ali\u200BNE' }, otherwise).problems).toEqual([
    { column: null, rule: 'hidden' },
  ]);
  expect(profileProblem(aProfile({ nameLatin: 'يوسف' }))).toBe('name-not-latin');
});

test('a briefing is in a language of his, or there is none', () => {
  expect(briefingFor(['sv', 'fr'])?.language).toBe('fr');
  expect(briefingFor(['sv'])).toBeNull();
});
