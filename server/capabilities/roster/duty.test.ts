/** What is told of duties: what is new, what must be read again, and how a calendar and a page have it. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { holder, other } from '../../../testing/cast.ts';
import { contentOf, dutyOf } from '../../../testing/roster-duties.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { writeCalendar } from './calendar.ts';
import { dutyNews, type PlannedDuty, readingOf, type ToldDuty } from './duty.ts';
import { calendarDuty, documentOf } from './duty-document.ts';
import { renderDutyPage, toldBy } from './duty-page.ts';
import { hostsBeside, lapsesOf } from './lapsing.ts';
import { hashOfSecret, newSecret, secretPattern } from './secret.ts';
import type { UnitPerson } from './unit-person.ts';
import { dutiesToWire, readDuties } from './wire.ts';

const told = (planned: PlannedDuty, changes: Partial<ToldDuty> = {}): ToldDuty => ({
  ...planned,
  ...{ uid: 'u1', sequence: 0, state: 'standing' },
  ...changes,
});
const shown = (duty: ToldDuty) => ({
  ...duty,
  ...{ event: 'e', unitName: 'Rex', toldAt: '2029-07-20T09:00:00.000Z', acknowledgedAt: null },
  acknowledgedBefore: null,
});

test('a visitor keeps the host officers whom he still has; what he has of one who is gone is over', () => {
  const at = '2029-07-20T10:00:00.000Z';
  const content = contentOf({ hosts: [{ name: 'Zoé Blanc', phone: null }] });
  const duty: ToldDuty & { readonly lapsedAt: string | null } = {
    ...told(dutyOf({ party: other, content })),
    lapsedAt: null,
  };
  const beside = (from: string, until: string) => ({
    ...{ name: 'Alix Morel', phone: null, account: null, from, until },
  });
  const person = (...hosts: readonly ReturnType<typeof beside>[]): UnitPerson => ({
    ...{ name: 'Rex', party: other, language: 'fr', account: null, briefing: null, hosts },
  });
  const lapses = (of: UnitPerson | undefined, known = duty) => lapsesOf([known], of, { self: holder, at });
  expect(lapses(undefined)).toMatchObject([{ duty: { sequence: 1, state: 'cancelled' }, lapsedAt: at }]);
  const alone = { duty: { sequence: 1, state: 'standing', content: { hosts: [] } }, lapsedAt: at };
  expect(lapses(person())).toMatchObject([alone]);
  // He who leaves in the middle of the duty is not beside it.
  const { startsAt, endsAt } = duty;
  expect(
    hostsBeside([beside(startsAt, '2029-07-26T12:00:01.000Z')], startsAt, '2029-07-31T00:00:00.000Z'),
  ).toEqual([]);
  const mended = { duty: { content: { hosts: [{ name: 'Alix Morel' }] } }, lapsedAt: null };
  const lost = { ...duty, content: { ...duty.content, hosts: [] }, lapsedAt: at };
  expect(lapses(person(beside(startsAt, endsAt)), lost)).toMatchObject([mended]);
  expect(lapses(person(), lost)).toEqual([]);
  const own = { ...told(dutyOf({ party: holder })), lapsedAt: null };
  expect(lapses(person(), own)).toEqual([]);
});

test('what stays as it was told is no news; what moves is told again; what is gone is cancelled once', () => {
  const duty = dutyOf();
  expect(dutyNews([told(duty)], [duty])).toEqual({ added: [], changed: [], cancelled: [] });
  const later = dutyOf({ endsAt: '2029-07-26T22:00:00.000Z' });
  expect(dutyNews([told(duty)], [later]).changed).toMatchObject([
    { uid: 'u1', sequence: 1, endsAt: later.endsAt },
  ]);
  const [cancelled] = dutyNews([told(duty)], []).cancelled;
  expect(cancelled).toMatchObject({ uid: 'u1', sequence: 1, state: 'cancelled' });
  if (cancelled === undefined) throw new Error('nothing was cancelled');
  expect(dutyNews([cancelled], []).cancelled).toEqual([]);
  expect(dutyNews([cancelled], [duty]).changed).toMatchObject([
    { uid: 'u1', sequence: 2, state: 'standing' },
  ]);
  expect(dutyNews([], [duty]).added).toEqual([duty]);
});

test('a change of the account alone is no news to the unit', () => {
  const duty = dutyOf();
  expect(dutyNews([told(duty)], [dutyOf({ officer: 'someone', host: 'another' })]).changed).toEqual([]);
});

test('a word on what changed since is a word all the same; what is next stands and is not over', () => {
  const now = '2029-07-26T22:00:00.000Z';
  const read = { ...shown(told(dutyOf())), acknowledgedAt: now };
  const cancelled = {
    ...shown(told(dutyOf({ startsAt: '2029-07-27T06:00:00.000Z' }), { state: 'cancelled' })),
    acknowledgedBefore: '2029-07-20T10:00:00.000Z',
  };
  const over = shown(told(dutyOf()));
  const ahead = shown(
    told(dutyOf({ startsAt: '2029-07-28T06:00:00.000Z', endsAt: '2029-07-28T12:00:00.000Z' })),
  );
  expect(readingOf([cancelled], now)).toEqual({
    ...{ duties: 0, unread: 1, unreadCancelled: 1, next: null },
    acknowledgedAt: cancelled.acknowledgedBefore,
  });
  expect(readingOf([read, cancelled, over, ahead], now)).toEqual({
    ...{ duties: 3, unread: 3, unreadCancelled: 1, next: ahead.startsAt, acknowledgedAt: now },
  });
  expect(readingOf([over], now)).toMatchObject({ acknowledgedAt: null, next: null });
});

test('a calendar reads back what was written: UID, SEQUENCE, times in UTC, and that it is cancelled', () => {
  const content = contentOf({ venue: 'ملعب; القوي, الكبير', task: 'سطر\nآخر' });
  const duty = shown(told(dutyOf({ content }), { sequence: 3, state: 'cancelled' }));
  const text = writeCalendar('جدول الخدمة', [calendarDuty(duty, { language: 'ar', self: holder })]);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  const propertyOf = (name: string): string => String(event?.getFirstPropertyValue(name));
  expect(['uid', 'sequence', 'status', 'location'].map(propertyOf)).toEqual([
    'u1',
    '3',
    'CANCELLED',
    content.venue,
  ]);
  expect(propertyOf('dtstart')).toBe('2029-07-26T15:00:00Z');
});

test('what nobody of the host stands beside is said to be suspended, and why, wherever it is read', () => {
  const duty = shown(told(dutyOf({ party: other })));
  const words = {
    ar: 'معلّقة: بلا ضابط مرافق',
    fr: 'Suspendu : sans binôme',
    en: 'Suspended: no host officer',
  };
  const issuer = { ar: 'فرنسا', fr: 'France', en: 'France' };
  for (const language of ['ar', 'fr', 'en'] as const) {
    const own = { name: 'Rex', language, briefing: null, duties: [duty], self: holder, now: duty.toldAt };
    const html = renderDutyPage({ ...own, issuer: issuer[language], path: '/duties/x', chosen: null });
    expect(html).toContain(words[language]);
    expect(JSON.stringify(documentOf({ ...own, issuer }))).toContain(words[language]);
    expect(calendarDuty(duty, own)).toMatchObject({ status: 'TENTATIVE' });
    expect(calendarDuty(duty, own).summary).toContain(words[language]);
    const beside = { ...duty, content: contentOf({ hosts: [{ name: 'Alix Morel', phone: null }] }) };
    expect(renderDutyPage({ ...own, duties: [beside], issuer: '', path: '', chosen: null })).not.toContain(
      words[language],
    );
    expect(calendarDuty(beside, own)).toMatchObject({ status: 'CONFIRMED' });
    // Officers of the host's own need nobody.
    expect(calendarDuty({ ...duty, party: holder }, own)).toMatchObject({ status: 'CONFIRMED' });
  }
});

test('the page runs in the unit’s language, reads nothing as markup, and asks until it is read', () => {
  const duty = shown(told(dutyOf({ content: contentOf({ venue: '<b>Stade</b>' }) })));
  const page = {
    ...{ name: 'Rex', issuer: 'France', briefing: null, path: '/duties/x', chosen: null },
    language: 'ar',
  } as const;
  const html = renderDutyPage({ ...page, self: other, duties: [duty], now: duty.toldAt });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('&lt;b&gt;Stade');
  expect(html).toContain(`value="${toldBy([duty])}"`);
  // A visitor who would be alone is told not to begin.
  expect(html).toContain('لا تباشر الخدمة');
  const read = { ...duty, acknowledgedAt: duty.toldAt };
  expect(renderDutyPage({ ...page, self: other, duties: [read], now: duty.toldAt })).not.toContain('<form');
});

test('the reader takes the page in another language, and keeps it from link to link', () => {
  const before = '2029-07-20T10:00:00.000Z';
  const duty = { ...shown(told(dutyOf())), acknowledgedBefore: before };
  const page = { name: 'Rex', issuer: 'France', briefing: null, path: '/duties/x', self: holder } as const;
  const inArabic = renderDutyPage({
    ...{ ...page, language: 'ar', chosen: null, duties: [duty], now: duty.toldAt },
  });
  expect(inArabic).toContain('<a href="/duties/x?language=fr" lang="fr" hrefLang="fr">Français</a>');
  expect(inArabic).toContain('action="/duties/x/acknowledge"');
  // He read it before it changed: it is not new to him.
  expect(inArabic).toContain('تغيّرت');
  const inFrench = renderDutyPage({
    ...{ ...page, language: 'fr', chosen: 'fr', duties: [duty], now: duty.toldAt },
  });
  for (const address of ['/duties.ics', '/duties.pdf', '/duties.html', '/acknowledge'])
    expect(inFrench).toContain(`/duties/x${address}?language=fr`);
  expect(inFrench).toContain('العربية');
});

test('secrets are long, never alike, and cannot be read from what is kept', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(new RegExp(secretPattern));
  expect(hashOfSecret(secrets[0] ?? '')).toMatch(/^[0-9a-f]{64}$/);
});

test('what travels names no telephone, and nobody whom it does not speak of', () => {
  const hosts = [{ name: 'Alix Morel', phone: '+33 1 55 50 01 00' }];
  const duty = shown(told(dutyOf({ party: other, content: contentOf({ hosts }) })));
  const name = { ar: 'x', fr: 'x', en: 'x' };
  const wire = dutiesToWire(
    { event: 'e', name, units: ['dog'], duties: [duty] },
    { by: holder, at: '2029-07-20T09:00:00.000Z' },
  );
  expect(JSON.stringify(wire)).not.toContain('55 50');
  expect(readDuties(toBundle([wire]))?.duties).toMatchObject([
    { unit_ref: 'dog', host_names: ['Alix Morel'] },
  ]);
  expect(readDuties(toBundle([{ ...wire, unit_refs: ['cat'] }]))).toBeNull();
  expect(readDuties(toBundle([{ ...wire, duties: [...wire.duties, ...wire.duties] }]))).toBeNull();
});
