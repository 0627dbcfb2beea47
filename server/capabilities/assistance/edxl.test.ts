/**
 * What is exported is EDXL-RM 1.0: each element in the namespace and in the order of the published content
 * models (OASIS EDXL-RM 1.0 §3 and its schemas), with what the standard requires.
 */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { plainMarking } from '../../../testing/stored-item.ts';
import { newId } from '../../kernel/ids.ts';
import { edxlNamespaces } from '../../plumbing/edxl/index.ts';
import type { StepContent } from './answer-contract.ts';
import type { AskContent } from './ask-contract.ts';
import { type EdxlMessage, edxlOf } from './edxl.ts';
import type { AskWhole } from './showing.ts';
import { emptyStep, type StoredStep } from './step.ts';

const [host, partner] = [newId('party'), newId('party')];
const [dogs, spotters] = ['6d5c4b3a-2f1e-4d0c-8b9a-000000000051', '6d5c4b3a-2f1e-4d0c-8b9a-000000000052'];
const at = '2024-01-15T09:00:00.000Z';
const id = '6d5c4b3a-2f1e-4d0c-8b9a-000000000050';

const asked = (line: string, specialty: 'explosive-dog' | 'spotter', quantity: number) => ({
  id: line,
  requirement: { specialty, skills: ['urban'], languages: ['fr'], powers: ['search' as const] },
  quantity,
  from: '2024-07-22T06:00:00.000Z',
  to: '2024-08-12T20:00:00.000Z',
  places: [{ name: 'Stade & "abords" <nord>', latitude: 48.92, longitude: 2.36 }, { name: 'Colombes' }],
  arms: 'own' as const,
  conditions: 'Certificat ]]> de moins d’un an',
});
const content: AskContent = {
  title: 'فرق كلاب <المتفجرات>',
  language: 'fr',
  event: { id: null, name: 'Paris 2024', code: 'OG2024' },
  lines: [asked(dogs, 'explosive-dog', 20), asked(spotters, 'spotter', 30)],
  conditions: 'Hébergement en caserne \u0001',
  costs: [{ kind: 'lodging', bearer: 'host' }],
  costsText: '',
  answerBy: '2024-03-31T22:00:00.000Z',
  reason: '',
};

const lines = (quantity: number): StepContent['lines'] => [
  { line: dogs, quantity, from: null, to: null, languages: ['ar'], arms: 'own', conditions: 'Chenil' },
];
const said = (number: number, side: StoredStep['side'], changes: Partial<StepContent>): StoredStep => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  ask: id,
  party: partner,
  side,
  state: 'heard',
  number,
  seen: side === 'host' ? 2 : number > 2 ? 1 : 0,
  askVersion: 1,
  content: { ...emptyStep('read', 'fr'), ...changes },
  author: null,
  createdAt: at,
  releasedAt: at,
  envelope: null,
  returned: null,
});

const whole = (steps: readonly StoredStep[], changes: Partial<AskWhole['ask']> = {}): AskWhole => ({
  ask: {
    id,
    holder: host,
    originator: host,
    state: 'issued',
    version: 2,
    agreement: newId('agreement'),
    circle: null,
    marking: { ...plainMarking, tlp: 'amber', releasableTo: [host, partner] },
    author: null,
    createdAt: at,
    endedAt: null,
    endReason: null,
    ...changes,
  },
  versions: [1, 2].map((version) => {
    const facts = { ask: id, author: null, createdAt: at, issuedAt: at, returned: null };
    return {
      ...facts,
      version,
      revision: 1,
      state: 'issued',
      content: { ...content, reason: version > 1 ? 'Plus' : '' },
    };
  }),
  steps,
  sent: [],
  deliveries: new Map(),
});

const cost = { kind: 'travel', bearer: 'sender', amount: '18250.50', currency: 'MAD', text: '' } as const;
const talk = [
  said(1, 'partner', { kind: 'read' }),
  said(2, 'partner', { kind: 'offer', lines: lines(8), costs: [cost] }),
  said(1, 'host', { kind: 'accept', answers: 2, lines: lines(5) }),
  said(3, 'partner', { kind: 'withdraw', text: 'Rappelés' }),
];
const exported = edxlOf(
  whole(talk, { state: 'withdrawn', endedAt: at, endReason: 'Annulé' }),
  () => 'Service',
);

/** The order in which the schemas have the children of each element. */
const orders: Readonly<Record<string, readonly string[]>> = {
  message: [
    'MessageID',
    'SentDateTime',
    'MessageContentType',
    'MessageDescription',
    'OriginatingMessageID',
    'PrecedingMessageID',
    'IncidentInformation',
    'MessageRecall',
    'Funding',
    'ContactInformation',
    'ResourceInformation',
  ],
  ResourceInformation: [
    'ResourceInfoElementID',
    'ResponseInformation',
    'Resource',
    'AssignmentInformation',
    'ScheduleInformation',
  ],
  ResponseInformation: ['PrecedingResourceInfoElementID', 'ResponseType', 'ReasonCode', 'ResponseReason'],
  Resource: ['Name', 'TypeStructure', 'Keyword', 'Description', 'SpecialRequirements'],
  AssignmentInformation: ['Quantity', 'Restrictions', 'PriceQuote'],
  ScheduleInformation: ['ScheduleType', 'DateTime', 'Location'],
  Location: ['LocationDescription', 'TargetArea'],
  TypeStructure: ['ValueListURN', 'Value'],
  Keyword: ['ValueListURN', 'Value'],
  IncidentInformation: ['IncidentID', 'IncidentDescription'],
  MessageRecall: ['RecalledMessageID', 'RecallType'],
  ContactInformation: ['ContactDescription', 'ContactRole'],
};

const childrenOf = (element: Element): readonly Element[] =>
  [...element.childNodes].flatMap((node) =>
    node.nodeType === node.ELEMENT_NODE ? [elementIn(element, node)] : [],
  );
const elementIn = (parent: Element, node: object): Element => {
  const found = [...parent.getElementsByTagName('*')].find((one) => one === node);
  if (found === undefined) throw new Error('an element is not in its parent');
  return found;
};
const nameOf = ({ localName }: Element): string => localName ?? '';

const disorder = (element: Element, order: readonly string[] | undefined): readonly string[] => {
  const children = childrenOf(element);
  const places = children.map((child) => order?.indexOf(nameOf(child)) ?? 0);
  const isOrdered = places.every((place, index) => place >= (places[index - 1] ?? 0));
  const own = order === undefined || (isOrdered && !places.includes(-1)) ? [] : [nameOf(element)];
  return [...own, ...children.flatMap((child) => disorder(child, orders[nameOf(child)]))];
};
/** What may stand several times; all else once (§3, and the content models of the schemas). */
const repeated = ['Funding', 'ContactInformation', 'ResourceInformation', 'Keyword', 'ScheduleInformation'];
/** Values that the schemas list. */
const listed: Readonly<Record<string, readonly string[]>> = {
  MessageContentType: [
    ...['RequestResource', 'ResponseToRequestResource', 'RequisitionResource', 'RequestInformation'],
  ],
  RecallType: ['Update', 'Cancel'],
  ResponseType: ['Accept', 'Decline', 'Provisional'],
  ContactRole: ['Sender', 'Requester', 'SubjectMatterExpert', 'Approver', 'RespondingOrg', 'OwningOrg'],
  ScheduleType: [
    ...['RequestedArrival', 'EstimatedArrival', 'ActualArrival', 'RequestedDeparture', 'EstimatedDeparture'],
    ...['ActualDeparture', 'RequestedReturnDeparture', 'EstimatedReturnDeparture', 'ActualReturnDeparture'],
    ...['RequestedReturnArrival', 'EstimatedReturnArrival', 'ActualReturnArrival', 'BeginAvailable'],
    ...['EndAvailable', 'Committed', 'Current', 'ReportTo', 'Route'],
  ],
};
/** Elements that stand more often than they may, or hold what is not listed. */
const excess = (element: Element): readonly string[] => {
  const names = childrenOf(element).map(nameOf);
  const twice = names.filter((name, index) => names.indexOf(name) !== index && !repeated.includes(name));
  const value = element.textContent ?? '';
  const unlisted = listed[nameOf(element)]?.includes(value) === false ? [`${nameOf(element)}=${value}`] : [];
  return [...twice, ...unlisted, ...childrenOf(element).flatMap(excess)];
};
const rootOf = ({ xml }: EdxlMessage): Element => {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no root');
  return root;
};
const textOf = (root: Element, name: string): readonly string[] =>
  [...root.getElementsByTagNameNS('*', name)].map(({ textContent }) => textContent ?? '');

test('each message parses, in the order and the namespaces of the standard', () => {
  expect(exported.map(({ name }) => name)).toEqual([
    'RequestResource',
    'RequestResource',
    'ResponseToRequestResource',
    'RequisitionResource',
    'ResponseToRequestResource',
    'RequestResource',
  ]);
  for (const message of exported) {
    const root = rootOf(message);
    expect([nameOf(root), root.namespaceURI]).toEqual([message.name, edxlNamespaces.message]);
    expect(disorder(root, orders.message)).toEqual([]);
    expect(excess(root)).toEqual([]);
    expect(textOf(root, 'MessageContentType')).toEqual([message.name]);
    for (const name of ['MessageID', 'SentDateTime', 'OriginatingMessageID', 'ContactInformation'])
      expect(textOf(root, name)).toHaveLength(1);
    for (const [name, space] of [
      ['Value', 'common'],
      ['ScheduleType', 'message'],
      ['pos', 'gml'],
    ] as const)
      for (const found of root.getElementsByTagNameNS('*', name))
        expect(found.namespaceURI).toBe(edxlNamespaces[space]);
  }
});

test('what is asked, offered, accepted and taken back is told, markup and control signs and all', () => {
  const [first, amended, offer, requisition, withdrawn, ended] = exported.map(rootOf);
  if (!(first && amended && offer && requisition && withdrawn && ended))
    throw new Error('messages are missing');
  expect(textOf(first, 'MessageDescription')).toEqual(['فرق كلاب <المتفجرات>\nHébergement en caserne']);
  expect(textOf(first, 'LocationDescription')[0]).toBe('Stade & "abords" <nord>');
  expect(textOf(first, 'SpecialRequirements')[0]).toBe('Certificat ]]> de moins d’un an');
  expect(textOf(first, 'pos')[0]).toBe('48.92 2.36');
  expect(textOf(first, 'Amount')).toEqual(['20', '30']);
  expect(textOf(amended, 'RecallType')).toEqual(['Update']);
  expect(textOf(offer, 'ResponseType')).toEqual(['Provisional', 'Decline']);
  expect(textOf(offer, 'PriceQuote')).toEqual(['travel 18250.50 MAD (sender)']);
  expect(textOf(requisition, 'Amount')).toEqual(['5']);
  expect(textOf(requisition, 'PrecedingMessageID')).toEqual(textOf(offer, 'MessageID'));
  expect(textOf(withdrawn, 'RecalledMessageID')).toEqual(textOf(offer, 'MessageID'));
  expect(textOf(ended, 'RecallType')).toEqual(['Cancel']);
});

test('what an offer costs stands once, however many lines it has', () => {
  const both = [dogs, spotters].flatMap((line) => lines(8).map((one) => ({ ...one, line })));
  const [, , offer] = edxlOf(
    whole([said(1, 'partner', { kind: 'offer', lines: both, costs: [cost] })]),
    () => 'Service',
  ).map(rootOf);
  if (offer === undefined) throw new Error('no offer');
  expect(textOf(offer, 'Amount')).toEqual(['8', '8']);
  expect(textOf(offer, 'PriceQuote')).toEqual(['travel 18250.50 MAD (sender)']);
});
