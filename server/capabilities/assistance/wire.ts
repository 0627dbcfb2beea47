/** Asks and steps as they travel, and as this node keeps what came. Pure. */
import type { Language } from '../../kernel/faults.ts';
import { type PartyId, readId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import {
  type AssistanceMessage,
  type AssistanceStepMessage,
  extensionIds,
} from '../../plumbing/stix/index.ts';
import type { StepContent } from './answer-contract.ts';
import type { StoredAsk, StoredVersion } from './ask.ts';
import type { AskContent } from './ask-contract.ts';
import type { StoredStep } from './step.ts';

/** The kinds of envelope that carry asks and the steps that follow. */
export const assistanceKinds = { ask: 'assistance.ask', step: 'assistance.step' } as const;

const [askType, stepType] = ['x-tansiq-assistance', 'x-tansiq-assistance-step'] as const;

const text = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } => {
  const given: { [Key in Name]?: string } = {};
  if (value.trim() !== '') given[name] = value;
  return given;
};
const list = <Name extends string, One>(
  name: Name,
  values: readonly One[],
): { readonly [Key in Name]?: One[] } => {
  const given: { [Key in Name]?: One[] } = {};
  if (values.length > 0) given[name] = [...values];
  return given;
};

const eventToWire = (event: AskContent['event']) =>
  event === null
    ? {}
    : {
        event: {
          name: event.name,
          ...(event.id === null ? {} : { id: event.id }),
          ...(event.code === null ? {} : { code: event.code }),
        },
      };

const lineToWire = ({ requirement, conditions, places, ...line }: AskContent['lines'][number]) => ({
  id: line.id,
  specialty: requirement.specialty,
  ...list('skills', requirement.skills),
  ...list('languages', requirement.languages),
  ...list('powers', requirement.powers),
  quantity: line.quantity,
  from: line.from,
  to: line.to,
  ...list('places', places),
  arms: line.arms,
  ...text('conditions', conditions),
});

/** The copy of one partner: it names the asker and him alone. */
export const askToWire = (
  ask: StoredAsk,
  { version, content, issuedAt, createdAt }: StoredVersion & { readonly issuedAt: Instant },
  recipient: PartyId,
): AssistanceMessage => {
  const { marking } = ask;
  return {
    type: askType,
    spec_version: '2.1',
    id: `${askType}--${ask.id}`,
    created_by_ref: ask.originator,
    created: version === 1 ? createdAt : ask.createdAt,
    modified: ask.endedAt ?? issuedAt,
    extensions: { [extensionIds[askType]]: { extension_type: 'new-sdo' } },
    version,
    title: content.title,
    language: content.language,
    ...eventToWire(content.event),
    lines: content.lines.map(lineToWire),
    ...text('conditions', content.conditions),
    ...list('costs', content.costs),
    ...text('costs_text', content.costsText),
    answer_by: content.answerBy,
    issued_at: issuedAt,
    // Of the version. Why it is withdrawn stays here: nobody but its writer has read it.
    ...text('reason', content.reason),
    ...(ask.state === 'withdrawn' ? { revoked: true } : {}),
    tlp: marking.tlp,
    pap: marking.pap,
    handling: [...marking.handling],
    ...(marking.handlingText === undefined ? {} : { handling_text: marking.handlingText }),
    field: marking.field,
    purpose: marking.purpose,
    legal_basis: marking.legalBasis,
    releasable_to_refs: [ask.originator, recipient],
    review_on: marking.reviewOn,
    erase_on: marking.eraseOn,
    agreement_ref: ask.agreement,
  };
};

const nearestLanguage = (tag: string): Language => {
  const main = tag.slice(0, 2).toLowerCase();
  return main === 'ar' || main === 'fr' ? main : 'en';
};
const uuidOf = (id: string): string => id.slice(id.indexOf('--') + 2);

const contentOf = (message: AssistanceMessage): AskContent => ({
  title: message.title,
  language: nearestLanguage(message.language),
  event:
    message.event === undefined
      ? null
      : { id: message.event.id ?? null, name: message.event.name, code: message.event.code ?? null },
  lines: message.lines.map((line) => ({
    id: line.id,
    requirement: {
      specialty: line.specialty,
      skills: line.skills ?? [],
      languages: line.languages ?? [],
      powers: line.powers ?? [],
    },
    quantity: line.quantity,
    from: line.from,
    to: line.to,
    places: (line.places ?? []).map(({ name, latitude, longitude }) =>
      latitude === undefined || longitude === undefined ? { name } : { name, latitude, longitude },
    ),
    arms: line.arms,
    conditions: line.conditions ?? '',
  })),
  conditions: message.conditions ?? '',
  costs: (message.costs ?? []).map(({ kind, bearer }) => ({ kind, bearer })),
  costsText: message.costs_text ?? '',
  answerBy: message.answer_by,
  reason: message.reason ?? '',
});

/** The ask as this node keeps what came; null where an id is none. */
export const askFromWire = (
  message: AssistanceMessage,
  place: { readonly holder: PartyId; readonly receivedAt: Instant },
): { readonly ask: StoredAsk; readonly version: StoredVersion } | null => {
  const originator = readId('party', message.created_by_ref);
  const agreement = readId('agreement', message.agreement_ref);
  const parties = message.releasable_to_refs.flatMap((party) => readId('party', party) ?? []);
  if (originator === null || agreement === null || parties.length !== message.releasable_to_refs.length)
    return null;
  const isEnded = message.revoked === true;
  const id = uuidOf(message.id);
  const ask: StoredAsk = {
    id,
    holder: place.holder,
    originator,
    state: isEnded ? 'withdrawn' : 'issued',
    version: message.version,
    agreement,
    circle: null,
    marking: {
      tlp: message.tlp,
      pap: message.pap,
      handling: message.handling,
      ...(message.handling_text === undefined ? {} : { handlingText: message.handling_text }),
      field: message.field,
      purpose: message.purpose,
      legalBasis: message.legal_basis,
      personCategories: [],
      releasableTo: parties,
      reviewOn: message.review_on,
      eraseOn: message.erase_on,
    },
    author: null,
    createdAt: message.created,
    endedAt: isEnded ? place.receivedAt : null,
    endReason: null,
  };
  const version: StoredVersion = {
    ask: id,
    version: message.version,
    revision: 1,
    state: 'issued',
    content: contentOf(message),
    author: null,
    createdAt: message.created,
    issuedAt: place.receivedAt,
    returned: null,
  };
  return { ask, version };
};

/** A step as it travels. */
export const stepToWire = (
  step: Pick<StoredStep, 'id' | 'ask' | 'party' | 'number' | 'seen' | 'askVersion' | 'content' | 'createdAt'>,
  { writer, at }: { readonly writer: PartyId; readonly at: Instant },
): AssistanceStepMessage => {
  const { content } = step;
  return {
    type: stepType,
    spec_version: '2.1',
    id: `${stepType}--${step.id}`,
    created_by_ref: writer,
    created: at,
    modified: at,
    extensions: { [extensionIds[stepType]]: { extension_type: 'new-sdo' } },
    ask_ref: `${askType}--${step.ask}`,
    ask_version: step.askVersion,
    party_ref: step.party,
    number: step.number,
    seen: step.seen,
    step: content.kind,
    ...(content.answers === null ? {} : { answers: content.answers }),
    ...list(
      'lines',
      content.lines.map(({ line, quantity, from, to, languages, arms, conditions }) => ({
        line,
        quantity,
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
        ...list('languages', languages),
        ...(arms === null ? {} : { arms }),
        ...text('conditions', conditions),
      })),
    ),
    ...list(
      'costs',
      content.costs.map(({ text: words, ...cost }) => ({ ...cost, ...text('text', words) })),
    ),
    ...text('conditions', content.conditions),
    ...text('text', content.text),
    ...(content.ground === null ? {} : { ground: content.ground }),
    ...(content.validUntil === null ? {} : { valid_until: content.validUntil }),
    language: content.language,
  };
};

/** A step that came, as far as its message says; null where an id is none. */
export const stepFromWire = (message: AssistanceStepMessage) => {
  const party = readId('party', message.party_ref);
  const writer = readId('party', message.created_by_ref);
  if (party === null || writer === null) return null;
  const content: StepContent = {
    kind: message.step,
    answers: message.answers ?? null,
    lines: (message.lines ?? []).map((line) => ({
      line: line.line,
      quantity: line.quantity,
      from: line.from ?? null,
      to: line.to ?? null,
      languages: line.languages ?? [],
      arms: line.arms ?? null,
      conditions: line.conditions ?? '',
    })),
    costs: (message.costs ?? []).map(({ kind, bearer, amount, currency, text: words }) => ({
      kind,
      bearer,
      amount,
      currency,
      text: words ?? '',
    })),
    conditions: message.conditions ?? '',
    text: message.text ?? '',
    ground: message.ground ?? null,
    validUntil: message.valid_until ?? null,
    language: nearestLanguage(message.language ?? 'en'),
  };
  return {
    id: uuidOf(message.id),
    ask: uuidOf(message.ask_ref),
    askVersion: message.ask_version,
    party,
    writer,
    number: message.number,
    seen: message.seen,
    content,
    createdAt: message.created,
  };
};
