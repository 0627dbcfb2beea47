/** The one rule of tasking, which API, imports and roster share. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProfile } from '../../../../testing/a-profile.ts';
import { covers, mayBeTasked, type TaskableFacts } from './taskable.ts';
import { stages } from './vocabulary.ts';

const day = (number: number, hour = 0): string =>
  `2029-07-${String(number).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const profile = aProfile();
const facts = (changes: Partial<TaskableFacts> = {}): TaskableFacts => ({
  kind: 'visiting',
  stage: 'arrived',
  specialty: 'explosive-dog',
  certificates: profile.certificates,
  available: profile.available,
  badge: { from: day(1), until: day(20) },
  pairs: [{ from: day(2), until: day(10) }],
  erased: false,
  ...changes,
});
const shift = { from: day(5, 8), until: day(5, 16) };

describe('the one rule of tasking', () => {
  it('lets a paired officer whose papers hold', () =>
    expect(mayBeTasked(facts(), shift)).toEqual({ may: true }));
  it.each([
    ['without a host pair', { pairs: [] }, ['no-host-pair']],
    ['whose pair ends within it', { pairs: [{ from: day(2), until: day(5, 12) }] }, ['no-host-pair']],
    [
      'whose pairs leave a gap',
      {
        pairs: [
          { from: day(2), until: day(5, 10) },
          { from: day(5, 11), until: day(9) },
        ],
      },
      ['no-host-pair'],
    ],
    ['who is only named', { stage: 'named', badge: null }, ['not-vetted', 'not-accredited', 'not-arrived']],
    ['who is only vetted', { stage: 'vetted', badge: null }, ['not-accredited', 'not-arrived']],
    ['who has not arrived', { stage: 'accredited' }, ['not-arrived']],
    ['whose badge was revoked', { badge: null }, ['badge-not-valid']],
    ['without his dog’s papers', { certificates: profile.certificates.slice(0, 1) }, ['certificate-missing']],
    [
      'whose dog’s paper has expired',
      { certificates: profile.certificates.map((one) => ({ ...one, expires: '2029-07-04' })) },
      ['certificate-expired'],
    ],
    ['outside his time here', { available: { from: day(1), until: day(5, 9) } }, ['outside-availability']],
    ['who was refused', { stage: 'refused' }, ['refused']],
    ['who was withdrawn', { stage: 'withdrawn' }, ['withdrawn']],
    ['who was released', { stage: 'debriefed' }, ['released']],
    ['who serves abroad', { kind: 'sent' }, ['not-arrived']],
    ['who was erased', { erased: true }, ['erased']],
  ] as const)('keeps back one %s', (_, changes, reasons) => {
    expect(mayBeTasked(facts(changes), shift)).toEqual({ may: false, reasons });
  });
  it('counts a paper that was renewed, and lets pairs follow one another', () => {
    const renewed = [
      ...profile.certificates.map((one) => ({ ...one, expires: '2029-07-01' })),
      ...profile.certificates,
    ];
    const pairs = [
      { from: day(5), until: day(5, 12) },
      { from: day(5, 12), until: day(6) },
    ];
    expect(mayBeTasked(facts({ certificates: renewed, pairs }), shift)).toEqual({ may: true });
  });
  it('never lets a visiting officer whom no pair covers, whatever else holds', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(fc.constantFrom(...stages), hour, hour, (stage, from, until) => {
        const pairs = [{ from: day(5, from), until: day(5, until) }];
        const result = mayBeTasked(facts({ stage, pairs }), shift);
        if (result.may) expect(covers(pairs, shift)).toBe(true);
      }),
    );
  });
  it('needs no pair of the host’s own officers', () => {
    expect(mayBeTasked(facts({ kind: 'own', stage: 'standing', badge: null, pairs: [] }), shift)).toEqual({
      may: true,
    });
  });
});
