/**
 * An ask and its answers as EDXL-RM 1.0 messages: the ask is a RequestResource, an offer, a counter-offer and
 * a refusal are ResponseToRequestResource, an acceptance is a RequisitionResource. What is amended or taken
 * back recalls the message before it. That it was read, and that an offer was rejected, has no message there.
 */
import type { Language } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import {
  type ResourceInformation,
  type ResourceMessage,
  writeResourceMessage,
} from '../../plumbing/edxl/index.ts';
import { specialtyWords } from '../../plumbing/specialties/index.ts';
import type { Cost } from './answer-contract.ts';
import type { StoredAsk, StoredVersion } from './ask.ts';
import type { AskedLine } from './ask-contract.ts';
import type { AskWhole } from './showing.ts';
import { hasTravelled, type StoredStep } from './step.ts';
import { inOrder } from './thread.ts';

/** One message as it is exported. */
export interface EdxlMessage {
  readonly name: ResourceMessage['name'];
  readonly id: string;
  readonly party: PartyId | null;
  readonly at: string;
  readonly xml: string;
}

const lists = {
  specialty: 'urn:x-tansiq:specialty',
  power: 'urn:x-tansiq:power',
  language: 'urn:iso:std:iso:639:-1',
  arms: 'urn:x-tansiq:arms',
  ground: 'urn:x-tansiq:decline-ground',
} as const;

const askId = (ask: string, version: number): string => `urn:x-tansiq:assistance:${ask}:${version}`;
const stepId = (step: string): string => `urn:uuid:${step}`;

/** What every message of an ask begins with. */
interface Frame {
  readonly ask: StoredAsk;
  readonly version: StoredVersion;
  readonly versions: readonly StoredVersion[];
  readonly nameOf: (party: PartyId) => string;
}

const resourceOf = (line: AskedLine, language: Language): ResourceInformation => ({
  id: line.id,
  response: null,
  name: specialtyWords[line.requirement.specialty][language],
  type: { list: lists.specialty, value: line.requirement.specialty },
  keywords: [
    ...line.requirement.languages.map((value) => ({ list: lists.language, value })),
    ...line.requirement.powers.map((value) => ({ list: lists.power, value })),
    { list: lists.arms, value: line.arms },
  ],
  description: line.requirement.skills.join('; '),
  requirements: line.conditions,
  quantity: line.quantity,
  restrictions: '',
  price: '',
  arrival: { type: 'RequestedArrival', at: line.from },
  departure: line.to,
  places: line.places.map(({ name, latitude, longitude }) => ({
    name,
    point: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
  })),
});

const eventOf = ({ content }: StoredVersion): ResourceMessage['incident'] =>
  content.event === null ? null : { id: content.event.code ?? content.event.id, text: content.event.name };

const requestOf = ({ ask, version, nameOf }: Frame): ResourceMessage => {
  const { content, version: number } = version;
  return {
    name: 'RequestResource',
    id: askId(ask.id, number),
    sentAt: version.issuedAt ?? version.createdAt,
    description: [content.title, content.conditions, content.reason].filter((one) => one !== '').join('\n'),
    originating: askId(ask.id, 1),
    preceding: number > 1 ? askId(ask.id, number - 1) : null,
    incident: eventOf(version),
    recall: number > 1 ? { id: askId(ask.id, number - 1), type: 'Update' } : null,
    funding: [
      ...content.costs.map(({ kind, bearer }) => `${kind}: ${bearer}`),
      ...(content.costsText === '' ? [] : [content.costsText]),
    ],
    contacts: [{ description: nameOf(ask.originator), role: 'Requester' }],
    resources: content.lines.map((line) => resourceOf(line, content.language)),
  };
};

const priceOf = (costs: readonly Cost[]): string =>
  costs.map(({ kind, amount, currency, bearer }) => `${kind} ${amount} ${currency} (${bearer})`).join('; ');

/** What one offers, counters or declines, line by line: what is not offered is declined. */
const answered = (step: StoredStep, { version }: Frame): readonly ResourceInformation[] => {
  const { kind, lines, ground, text, conditions, costs } = step.content;
  return version.content.lines.map((asked) => {
    const wantedHere = resourceOf(asked, version.content.language);
    const offered = lines.find(({ line }) => line === asked.id);
    if (offered === undefined)
      return {
        ...wantedHere,
        response: {
          to: asked.id,
          type: 'Decline',
          reason: ground === null ? null : { list: lists.ground, value: ground },
          text: kind === 'decline' ? text : '',
        },
        quantity: null,
        places: [],
        arrival: null,
        departure: null,
      };
    const isWhole = kind === 'offer' && offered.quantity >= asked.quantity;
    return {
      ...wantedHere,
      response: { to: asked.id, type: isWhole ? 'Accept' : 'Provisional', reason: null, text },
      keywords: offered.languages.map((value) => ({ list: lists.language, value })),
      requirements: offered.conditions,
      quantity: offered.quantity,
      restrictions: conditions,
      // Costs are of the whole offer: they stand once, with the first that is offered.
      price: offered === lines[0] ? priceOf(costs) : '',
      arrival: { type: 'EstimatedArrival', at: offered.from ?? asked.from },
      departure: offered.to ?? asked.to,
      places: [],
    };
  });
};

const wanted = (step: StoredStep, { version }: Frame): readonly ResourceInformation[] =>
  step.content.lines.flatMap(({ line, quantity }) => {
    const asked = version.content.lines.find(({ id }) => id === line);
    return asked === undefined ? [] : [{ ...resourceOf(asked, version.content.language), quantity }];
  });

const names: Partial<Record<StoredStep['content']['kind'], ResourceMessage['name']>> = {
  offer: 'ResponseToRequestResource',
  counter: 'ResponseToRequestResource',
  decline: 'ResponseToRequestResource',
  accept: 'RequisitionResource',
  more: 'RequestInformation',
};

/** A step as a message; null where the standard has none for it. */
const messageOf = (step: StoredStep, before: readonly StoredStep[], frame: Frame): ResourceMessage | null => {
  const { ask, nameOf } = frame;
  const version = frame.versions.find((one) => one.version === step.askVersion) ?? frame.version;
  const here = { ...frame, version };
  const { kind, text, answers } = step.content;
  const own = before.filter(({ side }) => side === step.side);
  const last = own.filter((one) => names[one.content.kind] !== undefined).at(-1);
  const name = kind === 'withdraw' && last !== undefined ? names[last.content.kind] : names[kind];
  if (name === undefined) return null;
  const meant = before.find(({ side, number }) => side === 'partner' && number === answers);
  const resources =
    kind === 'withdraw' ? [] : step.side === 'partner' ? answered(step, here) : wanted(step, here);
  const isPartner = step.side === 'partner';
  return {
    name,
    id: stepId(step.id),
    sentAt: step.releasedAt ?? step.createdAt,
    description: text,
    originating: askId(ask.id, 1),
    preceding: meant === undefined ? askId(ask.id, step.askVersion) : stepId(meant.id),
    incident: eventOf(version),
    recall: kind === 'withdraw' && last !== undefined ? { id: stepId(last.id), type: 'Cancel' } : null,
    funding: [],
    contacts: [
      {
        description: nameOf(isPartner ? step.party : ask.originator),
        role: isPartner ? 'RespondingOrg' : 'Requester',
      },
    ],
    resources,
  };
};

const withdrawalOf = (frame: Frame): ResourceMessage => {
  const { ask, version } = frame;
  const request = requestOf(frame);
  return {
    ...request,
    id: `${request.id}:withdrawn`,
    sentAt: ask.endedAt ?? request.sentAt,
    description: ask.endReason ?? '',
    preceding: request.id,
    recall: { id: askId(ask.id, version.version), type: 'Cancel' },
    resources: [],
  };
};

/** All that travelled of an ask as EDXL-RM, in the order in which both nodes have it, partner by partner. */
export const edxlOf = (whole: AskWhole, nameOf: (party: PartyId) => string): readonly EdxlMessage[] => {
  const { ask } = whole;
  const versions = whole.versions.filter(({ state }) => state === 'issued');
  const last = versions.at(-1);
  if (last === undefined) return [];
  const written = (message: ResourceMessage, party: PartyId | null): EdxlMessage => ({
    name: message.name,
    id: message.id,
    party,
    at: message.sentAt,
    xml: writeResourceMessage(message),
  });
  const frame = { ask, versions, nameOf };
  const parties = [...new Set(whole.steps.map(({ party }) => party))];
  const said = parties.flatMap((party) => {
    const ordered = inOrder(whole.steps.filter((step) => step.party === party && hasTravelled(step)));
    return ordered.flatMap((step, index) => {
      const message = messageOf(step, ordered.slice(0, index), { ...frame, version: last });
      return message === null ? [] : [written(message, party)];
    });
  });
  return [
    ...versions.map((version) => written(requestOf({ ...frame, version }), null)),
    ...said,
    ...(ask.state === 'withdrawn' ? [written(withdrawalOf({ ...frame, version: last }), null)] : []),
  ];
};
