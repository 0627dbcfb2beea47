/** The pure parts: who may, what goes into a product, how it is marked, and what changed. */
import { describe, expect, test } from 'vitest';
import { plainMarking } from '../../../../testing/stored-item.ts';
import type { Actor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { type Assembled, assemble, type Frame, markingOver } from './assembly.ts';
import { compare, comparePieces, mayStandBeside } from './comparison.ts';
import type { Paragraph } from './contract.ts';
import { renderPage } from './page.ts';
import { mayApprove, mayAssemble, mayListSitreps, mayReadSitrep, mayWorkOn } from './policy.ts';
import { products } from './products.ts';
import type { LoggedEntry, SitrepContent, Source } from './sitrep.ts';

const [self, ma, es] = [newId('party'), newId('party'), newId('party')] as const;
const [author, other] = [newId('person'), newId('person')] as const;
const today = '2029-07-26';

const person = (role: Role, changes: Partial<Actor & { kind: 'person' }> = {}): Actor => ({
  ...{ kind: 'person', person: other, party: self, role, desks: [], circles: [], clearance: 'amber' },
  ...changes,
});
const view = { holder: self, marking: { tlp: 'amber' }, editors: [author] } as const;

test.each([
  ['an analyst of this service reads', mayReadSitrep(person('analyst'), view), 'watch/sitrep-own-service'],
  [
    'a guest does not',
    mayReadSitrep(person('analyst', { party: ma }), view),
    'watch/sitrep-guests-read-the-item',
  ],
  ['an observer does not', mayReadSitrep(person('observer'), view), 'watch/role-sees-no-content'],
  ['an administrator does not', mayReadSitrep(person('administrator'), view), 'watch/role-sees-no-content'],
  [
    'who is not cleared does not',
    mayReadSitrep(person('analyst', { clearance: 'green' }), view),
    'watch/above-his-clearance',
  ],
  ['a node does not', mayReadSitrep({ kind: 'peer', party: self }, view), 'watch/sitrep-is-for-people'],
  ['the house does', mayReadSitrep({ kind: 'system', name: 'x', party: self }, view), 'watch/house'],
  ['a service head opens the list', mayListSitreps(person('service-head'), self), 'watch/sitrep-own-service'],
  [
    'a guest does not open it',
    mayListSitreps(person('analyst', { party: ma }), self),
    'watch/sitrep-guests-read-the-item',
  ],
  ['an analyst assembles', mayAssemble(person('analyst'), self, 'amber'), 'watch/sitrep-assemblers'],
  ['a service head does not', mayAssemble(person('service-head'), self, 'amber'), 'watch/sitrep-assemblers'],
  [
    'nobody above his clearance',
    mayAssemble(person('analyst'), self, 'amber+strict'),
    'watch/above-his-clearance',
  ],
  ['a watch officer writes in it', mayWorkOn(person('watch-officer'), self, view), 'watch/sitrep-assemblers'],
  ['a field officer does not', mayWorkOn(person('field-officer'), self, view), 'watch/sitrep-assemblers'],
  ['the centre head approves', mayApprove(person('centre-head'), view), 'watch/centre-head-approves'],
  [
    'not what he wrote in',
    mayApprove(person('centre-head', { person: author }), view),
    'watch/sitrep-four-eyes',
  ],
  ['an analyst approves nothing', mayApprove(person('analyst'), view), 'watch/centre-head-approves'],
  [
    'nor does the house',
    mayApprove({ kind: 'system', name: 'x', party: self }, view),
    'watch/centre-head-approves',
  ],
])('%s', (_what, decision, rule) => {
  expect(decision.rule).toBe(rule);
  const isAllowed = ['reads', 'does', 'opens the list', 'assembles', 'writes in it', 'approves'];
  expect(decision.kind === 'allowed').toBe(isAllowed.some((end) => _what.endsWith(` ${end}`)));
});

let number = 10_000;
const entryOf = (
  text: string | null,
  changes: Partial<LoggedEntry> = {},
  marking: Partial<Marking> = {},
): LoggedEntry => {
  number += 1;
  return {
    ...{ id: newId('entry'), number, holder: self, kind: 'incident', language: 'fr', personal: false },
    ...{
      happenedAt: `${today}T08:00:00.000Z`,
      recordedAt: `${today}T08:00:00.000Z`,
      corrects: null,
      text,
      erased: text === null,
    },
    marking: {
      ...plainMarking,
      tlp: 'amber',
      releasableTo: [self, ma],
      reviewOn: '2029-09-01',
      eraseOn: '2029-10-01',
      ...marking,
    },
    ...changes,
  };
};
const frame: Frame = {
  ...{ product: products.daily, tlp: 'amber', parties: [self, ma], today, reasonStated: false },
  hidden: new Set(),
  language: 'fr',
  nameOf: () => 'Maroc',
};
const textsOf = ({ sections }: Pick<Assembled, 'sections'>): readonly string[] =>
  sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));

describe('an entry goes in only where nothing hinders it', () => {
  test.each([
    ['other-parties', entryOf('x', {}, { releasableTo: [self] })],
    ['other-parties', entryOf('x', {}, { releasableTo: [self, es] })],
    ['above-label', entryOf('x', {}, { tlp: 'amber+strict' })],
    ['above-label', entryOf('x', {}, { tlp: 'red' })],
    ['erased', entryOf(null)],
    ['expires', entryOf('x', {}, { eraseOn: today })],
    ['reason-needed', entryOf('x', { personal: true })],
  ])('%s', (reason, entry) => {
    const made = assemble({ entries: [entry], corrections: [] }, frame);
    expect(textsOf(made)).toEqual([]);
    expect(made.leftOut).toEqual({ [reason]: 1 });
  });

  test('red goes into none, whatever the label of the product', () => {
    const made = assemble(
      { entries: [entryOf('x', {}, { tlp: 'red' })], corrections: [] },
      { ...frame, tlp: 'red' },
    );
    expect(textsOf(made)).toEqual([]);
  });

  test('the last correction stands for all before it, in the section of the first', () => {
    const first = entryOf('un');
    const second = entryOf('deux', {
      kind: 'correction',
      corrects: first.id,
      recordedAt: `${today}T09:00:00.000Z`,
    });
    const third = entryOf('trois', {
      kind: 'correction',
      corrects: second.id,
      recordedAt: `${today}T10:00:00.000Z`,
    });
    const made = assemble({ entries: [first, second], corrections: [third] }, frame);
    expect(textsOf(made)).toEqual(['trois']);
    expect(made.sections.find(({ key }) => key === 'incidents')?.paragraphs).toHaveLength(1);
    expect(made.leftOut).toEqual({ corrected: 2 });
    expect(made.sources[0]).toMatchObject({ entry: third.id, root: first.id });
  });

  test('an erased correction brings back nothing, nor does one that is kept from him', () => {
    const first = entryOf('faux');
    const gone = entryOf(null, { kind: 'correction', corrects: first.id });
    expect(textsOf(assemble({ entries: [first, gone], corrections: [] }, frame))).toEqual([]);
    const kept = entryOf('vrai', { kind: 'correction', corrects: first.id });
    const hidden = new Set([kept.id]);
    const made = assemble({ entries: [first, kept], corrections: [] }, { ...frame, hidden });
    expect(textsOf(made)).toEqual([]);
    expect(made.leftOut).toEqual({});
  });

  test('the intelligence product takes graded entries by their field, and no decision', () => {
    const product = products.intelligence;
    const { grading: _none, ...bare } = plainMarking;
    const graded = { grading: { scheme: 'admiralty', source: 'B', information: '2' } } as const;
    const threat = entryOf('menace', {}, { ...graded, field: 'terrorism' });
    const flow = entryOf('flux', {}, { ...graded, field: 'public-order' });
    const drugs = entryOf('stupéfiants', {}, { ...graded, field: 'drugs' });
    const decided = entryOf('décidé', { kind: 'decision' }, { ...graded, field: 'drugs' });
    const ungraded = {
      ...entryOf('rumeur'),
      marking: { ...bare, tlp: 'amber', releasableTo: [self, ma], eraseOn: '2029-10-01' },
    } as const;
    const made = assemble(
      { entries: [threat, flow, drugs, decided, ungraded], corrections: [] },
      { ...frame, product },
    );
    expect(made.sections.map(({ key, paragraphs }) => [key, ...paragraphs.map(({ text }) => text)])).toEqual([
      ['assessment'],
      ['threats', 'menace'],
      ['event', 'flux'],
      ['crime', 'stupéfiants'],
    ]);
    expect(made.leftOut).toEqual({ 'not-of-product': 1, 'not-graded': 1 });
  });
});

test('a product is marked as its strictest source, and kept no longer than the first of them', () => {
  const strict = entryOf(
    'x',
    {},
    {
      pap: 'red',
      handling: ['H2', 'H3'],
      handlingText: 'Pas de copie',
      personCategories: ['witness'],
      eraseOn: '2029-08-01',
      reviewOn: '2029-07-01',
    },
  );
  const { sources } = assemble({ entries: [entryOf('y'), strict], corrections: [] }, frame);
  const { marking } = products.daily;
  const plainFrame = {
    ...marking,
    legalBasis: 'x',
    releasableTo: [self, ma],
    reviewOn: '2029-10-01',
    eraseOn: '2030-07-26',
  };
  expect(markingOver({ ...plainFrame, handling: ['H0'] }, sources, today)).toMatchObject({
    pap: 'red',
    handlingText: 'Pas de copie',
    personCategories: ['witness'],
    reviewOn: today,
    eraseOn: '2029-08-01',
  });
  expect(markingOver({ ...plainFrame, handling: ['H0'] }, sources, today).handling).not.toContain('H0');
});

const paragraph = (text: string, changes: Partial<Paragraph> = {}): Paragraph => ({
  ...{ id: crypto.randomUUID(), text, language: 'fr', source: null },
  ...changes,
});
const contentOf = (paragraphs: readonly Paragraph[], sources: readonly Source[] = []): SitrepContent => ({
  title: { ar: 'نشرة', fr: 'Point', en: 'Report' },
  sections: [{ key: 'incidents', paragraphs: [...paragraphs] }],
  sources,
});
const changesIn = (before: SitrepContent, after: SitrepContent): readonly string[] =>
  compare(before, after).flatMap(({ paragraphs }) =>
    paragraphs.map(({ change, paragraph: { text } }) => `${change} ${text}`),
  );

test('what was added, changed and removed stands where it belongs', () => {
  const [one, two, three] = [paragraph('un'), paragraph('deux'), paragraph('trois')];
  const after = contentOf([one, paragraph('neuf'), { ...three, text: 'trois fois' }]);
  expect(changesIn(contentOf([one, two, three]), after)).toEqual([
    'same un',
    'removed deux',
    'added neuf',
    'changed trois fois',
  ]);
  const copied = contentOf([paragraph('deux'), paragraph('un')]);
  expect(changesIn(contentOf([one, two]), copied)).toEqual(['same deux', 'same un']);
});

test('words are compared as words, in Arabic too', () => {
  const before = { text: 'أُغلقت البوابة الرابعة', language: 'ar' } as const;
  const pieces = comparePieces(before, { text: 'أُغلقت البوابة الخامسة', language: 'ar' });
  expect(pieces).toEqual([
    { text: 'أُغلقت البوابة ', change: 'same' },
    { text: 'الرابعة', change: 'removed' },
    { text: 'الخامسة', change: 'added' },
  ]);
});

test('an earlier one stands beside a later one only where all who get the later were given it', () => {
  const of = (tlp: Marking['tlp'], ...releasableTo: Marking['releasableTo'][number][]) => ({
    marking: { ...plainMarking, tlp, releasableTo },
  });
  expect(mayStandBeside(of('amber', self, ma, es), of('amber', self, ma))).toBe(true);
  expect(mayStandBeside(of('amber', self, ma), of('amber', self, ma, es))).toBe(false);
  expect(mayStandBeside(of('amber+strict', self, ma), of('amber', self, ma))).toBe(false);
});

test('no text of a person is markup on the page', () => {
  const page = renderPage({
    ...{
      language: 'ar',
      title: '<b>عنوان</b>',
      issuer: 'x',
      reference: 'S/1',
      tlp: 'amber',
      marking: 'TLP:AMBER',
    },
    ...{ madeAt: 'x', pageWords: '{page}', facts: [] },
    blocks: [
      { kind: 'paragraph', phrase: { text: '<script>alert(1)</script>', language: 'fr' }, change: 'removed' },
    ],
  });
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<b>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('class="entry removed"');
});
