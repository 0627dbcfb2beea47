import { describe, expect, it } from 'vitest';
import { composeObjects, composeSubject, hashName, internetType, subjectErrors } from './compose.ts';
import type { Subject } from './subject-kinds.ts';

const needs = {
  party: 'identity--11111111-1111-4111-8111-111111111111',
  at: '2024-07-26T17:30:00.000Z',
};

const subject = (kind: Subject['kind'], values: Subject['values']): Subject => ({
  key: '22222222-2222-4222-8222-222222222222',
  kind,
  values,
});

describe('composing', () => {
  it('makes an individual identity of a person and leaves out what was not said', async () => {
    const object = await composeSubject(
      subject('person', { name: ' يوسف ', category: 'suspect', birthDate: '' }),
      needs,
    );
    expect(object).toEqual({
      type: 'identity',
      spec_version: '2.1',
      id: 'identity--22222222-2222-4222-8222-222222222222',
      created_by_ref: needs.party,
      created: needs.at,
      modified: needs.at,
      identity_class: 'individual',
      name: 'يوسف',
      roles: ['suspect'],
    });
  });

  it('gives an observable the id that STIX 2.1 gives it everywhere', async () => {
    const object = await composeSubject(subject('internet', { address: '198.51.100.3' }), needs);
    // The id of the rule of §2.9 for this value, as the OASIS stix2 library makes it too.
    expect(object).toEqual({
      type: 'ipv4-addr',
      spec_version: '2.1',
      id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
      value: '198.51.100.3',
    });
  });

  it('sends an observable named twice once', async () => {
    const twice = [
      subject('email', { address: 'a@b.example' }),
      subject('email', { address: 'a@b.example ' }),
    ];
    expect((await composeObjects(twice, needs)).objects).toHaveLength(1);
  });

  it('withholds of a subject what was filled in and nothing that was left empty', async () => {
    const withheld = [
      { selector: 'description', except: [] },
      { selector: 'roles', except: [] },
      { selector: null, except: [] },
    ];
    const person = { ...subject('person', { name: 'Youssef', remarks: 'source: Casablanca' }), withheld };
    const composed = await composeObjects([person], needs);
    expect(composed.withheld).toEqual([
      { object: composed.objects[0]?.id, selector: 'description', except: [] },
      { object: composed.objects[0]?.id, selector: null, except: [] },
    ]);
  });

  it('tells machines, sites and pages apart', () => {
    expect(internetType('2001:db8::1')).toBe('ipv6-addr');
    expect(internetType('10.0.0.999')).toBe('domain-name');
    expect(internetType('https://site.example/page')).toBe('url');
    expect(internetType('site.example')).toBe('domain-name');
  });

  it('names a hash by its length and refuses one that is none', () => {
    expect(hashName('d41d8cd98f00b204e9800998ecf8427e')).toBe('MD5');
    expect(subjectErrors(subject('file', { hash: 'xyz' }))).toEqual(['hash']);
  });

  it('writes a telephone number without its spaces', async () => {
    const object = await composeSubject(subject('phone', { number: '+212 6 61-00 00 00' }), needs);
    expect(object.user_id).toBe('+212661000000');
    expect(subjectErrors(subject('phone', { number: 'unknown' }))).toEqual(['phone']);
  });

  it('refuses a subject whose one needed blank is empty', () => {
    expect(subjectErrors(subject('vehicle', { colour: 'red' }))).toEqual(['needed']);
    expect(subjectErrors(subject('vessel', { flag: 'MA' }))).toEqual(['vessel']);
    expect(subjectErrors(subject('vessel', { name: 'Al Amal' }))).toEqual([]);
    expect(subjectErrors(subject('vessel', { imo: '9074728', mmsi: '12' }))).toEqual(['imo', 'mmsi']);
    expect(subjectErrors(subject('vessel', { imo: 'IMO ٩٠٧٤٧٢٩', mmsi: '242 123 400' }))).toEqual([]);
  });
});
