/**
 * One EDXL-RM 1.0 message. Elements of a message stand in the namespace of messages, the parts of their
 * common types in the other, each in the order that the schemas give them; what is not given is left out.
 */
import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom';
import type { Instant } from '../../kernel/time.ts';

export const edxlNamespaces = {
  message: 'urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg',
  common: 'urn:oasis:names:tc:emergency:EDXL:RM:1.0',
  gml: 'http://www.opengis.net/gml',
} as const;

const xmlns = 'http://www.w3.org/2000/xmlns/';

/** The messages that are written here; the standard has more. */
export type MessageName =
  | 'RequestResource'
  | 'ResponseToRequestResource'
  | 'RequisitionResource'
  | 'RequestInformation';
/** What an answer says of one resource. */
export type ResponseType = 'Accept' | 'Decline' | 'Provisional';
/** Whether a message takes the place of another, or takes it back. */
export type RecallType = 'Update' | 'Cancel';

/** A value of a list that both sides know. */
export interface ListedValue {
  readonly list: string;
  readonly value: string;
}

/** Where something is wanted. */
export interface EdxlPlace {
  readonly name: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** One kind of resource within a message. */
export interface ResourceInformation {
  readonly id: string;
  readonly response: {
    readonly to: string;
    readonly type: ResponseType;
    readonly reason: ListedValue | null;
    readonly text: string;
  } | null;
  readonly name: string;
  readonly type: ListedValue;
  readonly keywords: readonly ListedValue[];
  readonly description: string;
  readonly requirements: string;
  readonly quantity: number | null;
  readonly restrictions: string;
  readonly price: string;
  /** When it is wanted or comes, and when it leaves again. */
  readonly arrival: { readonly type: 'RequestedArrival' | 'EstimatedArrival'; readonly at: Instant } | null;
  readonly departure: Instant | null;
  readonly places: readonly EdxlPlace[];
}

/** One message. */
export interface ResourceMessage {
  readonly name: MessageName;
  readonly id: string;
  readonly sentAt: Instant;
  readonly description: string;
  /** The first message of the exchange, and the one that is answered. */
  readonly originating: string;
  readonly preceding: string | null;
  readonly incident: { readonly id: string | null; readonly text: string } | null;
  readonly recall: { readonly id: string; readonly type: RecallType } | null;
  readonly funding: readonly string[];
  readonly contacts: readonly {
    readonly description: string;
    readonly role: 'Sender' | 'Requester' | 'RespondingOrg';
  }[];
  readonly resources: readonly ResourceInformation[];
}

type Space = keyof typeof edxlNamespaces;
const prefixes: Readonly<Record<Space, string>> = { message: '', common: 'rm:', gml: 'gml:' };

/** XML 1.0 has no place for these, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** An element inside another. */
const inside = (into: Element, space: Space, name: string): Element => {
  const { ownerDocument: document } = into;
  if (document === null) throw new Error('bug: an element stands in no document');
  const child = document.createElementNS(edxlNamespaces[space], `${prefixes[space]}${name}`);
  into.appendChild(child);
  return child;
};

/** An element that holds a text; none where the text shows nothing. */
const write = (into: Element, space: Space, name: string, text: string | null): void => {
  const written = (text ?? '').replaceAll(unwritable, '').trim();
  if (written === '') return;
  const child = inside(into, space, name);
  if (child.ownerDocument !== null) child.appendChild(child.ownerDocument.createTextNode(written));
};

const writeListed = (into: Element, name: string, { list, value }: ListedValue): void => {
  const listed = inside(into, 'message', name);
  write(listed, 'common', 'ValueListURN', list);
  write(listed, 'common', 'Value', value);
};

const writeResponse = (into: Element, response: NonNullable<ResourceInformation['response']>): void => {
  const part = inside(into, 'message', 'ResponseInformation');
  write(part, 'common', 'PrecedingResourceInfoElementID', response.to);
  write(part, 'common', 'ResponseType', response.type);
  if (response.reason !== null) {
    const code = inside(part, 'common', 'ReasonCode');
    write(code, 'common', 'ValueListURN', response.reason.list);
    write(code, 'common', 'Value', response.reason.value);
  }
  write(part, 'common', 'ResponseReason', response.text);
};

const writeResource = (into: Element, information: ResourceInformation): void => {
  const resource = inside(into, 'message', 'Resource');
  write(resource, 'message', 'Name', information.name);
  writeListed(resource, 'TypeStructure', information.type);
  for (const keyword of information.keywords) writeListed(resource, 'Keyword', keyword);
  write(resource, 'message', 'Description', information.description);
  write(resource, 'message', 'SpecialRequirements', information.requirements);
};

const writeAssignment = (into: Element, { quantity, restrictions, price }: ResourceInformation): void => {
  if (quantity === null) return;
  const assignment = inside(into, 'message', 'AssignmentInformation');
  const measured = inside(inside(assignment, 'message', 'Quantity'), 'common', 'MeasuredQuantity');
  write(measured, 'common', 'Amount', String(quantity));
  write(assignment, 'message', 'Restrictions', restrictions);
  if (price !== '') write(inside(assignment, 'message', 'PriceQuote'), 'common', 'QuantityText', price);
};

const writePlace = (into: Element, { name, point }: EdxlPlace): void => {
  const location = inside(into, 'message', 'Location');
  write(location, 'common', 'LocationDescription', name);
  if (point === null) return;
  const area = inside(inside(location, 'common', 'TargetArea'), 'gml', 'Point');
  write(area, 'gml', 'pos', `${point.latitude} ${point.longitude}`);
};

const writeSchedule = (into: Element, { arrival, departure, places }: ResourceInformation): void => {
  const of = (type: string, at: Instant | null, place: EdxlPlace | null): void => {
    const schedule = inside(into, 'message', 'ScheduleInformation');
    write(schedule, 'message', 'ScheduleType', type);
    write(schedule, 'message', 'DateTime', at);
    if (place !== null) writePlace(schedule, place);
  };
  if (arrival !== null) of(arrival.type, arrival.at, null);
  if (departure !== null) of('EstimatedReturnDeparture', departure, null);
  for (const place of places) of('ReportTo', arrival?.at ?? null, place);
};

const writeHead = (root: Element, message: ResourceMessage): void => {
  write(root, 'message', 'MessageID', message.id);
  write(root, 'message', 'SentDateTime', message.sentAt);
  write(root, 'message', 'MessageContentType', message.name);
  write(root, 'message', 'MessageDescription', message.description);
  write(root, 'message', 'OriginatingMessageID', message.originating);
  write(root, 'message', 'PrecedingMessageID', message.preceding);
  if (message.incident !== null) {
    const incident = inside(root, 'message', 'IncidentInformation');
    write(incident, 'common', 'IncidentID', message.incident.id);
    write(incident, 'common', 'IncidentDescription', message.incident.text);
  }
  if (message.recall !== null) {
    const recall = inside(root, 'message', 'MessageRecall');
    write(recall, 'common', 'RecalledMessageID', message.recall.id);
    write(recall, 'common', 'RecallType', message.recall.type);
  }
  for (const words of message.funding)
    write(inside(root, 'message', 'Funding'), 'common', 'FundingInfo', words);
};

/** Writes a message as an XML document. */
export const writeResourceMessage = (message: ResourceMessage): string => {
  const document = new DOMImplementation().createDocument(edxlNamespaces.message, message.name, null);
  const { documentElement } = document;
  if (documentElement === null) throw new Error('bug: a document was made without its element');
  for (const space of ['common', 'gml'] as const)
    documentElement.setAttributeNS(xmlns, `xmlns:${prefixes[space].slice(0, -1)}`, edxlNamespaces[space]);
  const root = documentElement;
  writeHead(root, message);
  for (const { description, role } of message.contacts) {
    const contact = inside(root, 'message', 'ContactInformation');
    write(contact, 'common', 'ContactDescription', description);
    write(contact, 'common', 'ContactRole', role);
  }
  for (const information of message.resources) {
    const part = inside(root, 'message', 'ResourceInformation');
    write(part, 'message', 'ResourceInfoElementID', information.id);
    if (information.response !== null) writeResponse(part, information.response);
    writeResource(part, information);
    writeAssignment(part, information);
    writeSchedule(part, information);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
};
