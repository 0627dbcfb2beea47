/** The coded words of requests, and their limits. Pure. */

export const urgencies = ['urgent', 'urgent-indirect', 'ordinary', 'older-rule'] as const;
/** What is told between requester and addressee; the first seven are the addressee's. */
export const stepKinds = [
  'received',
  'accepted',
  'clarification-asked',
  'refused',
  'partly',
  'answered',
  'no-record',
  'clarified',
  'feedback',
  'closed',
  'withdrawn',
] as const;
/** Why a service refuses (Directive (EU) 2023/977 art. 6; Framework Decision 2006/960/JHA art. 10). */
export const refusalGrounds = [
  'national-security',
  'current-investigation',
  'safety-of-a-person',
  'disproportionate',
  'judicial-authorisation',
  'outside-competence',
  'legal-basis',
  'protected-information',
] as const;
/** What followed from an answer. */
export const followUps = ['arrest', 'seizure', 'lead', 'nothing'] as const;
export type Urgency = (typeof urgencies)[number];
export type StepKind = (typeof stepKinds)[number];
export type RefusalGround = (typeof refusalGrounds)[number];
export type FollowUp = (typeof followUps)[number];

/** How far a request has come at one addressee. `sent`: the requester has not heard that it came. */
export const strandStates = [
  'sent',
  'received',
  'accepted',
  'clarification',
  'refused',
  'partly',
  'answered',
  'no-record',
  'feedback',
  'closed',
  'withdrawn',
] as const;
export type StrandState = (typeof strandStates)[number];

export const requestLimits = {
  page: 50,
  pageAtMost: 200,
  /** Steps of one addressee of one request, both sides together. */
  steps: 500,
  /** Steps shown with a request, the first ones. */
  stepsShown: 1_000,
  /** Earlier requests shown with one, those with most in common first. */
  earlier: 20,
  /** Of the text of a step: as much as one message part holds. */
  stepText: 10_000,
  /** Characters of what someone was writing. */
  scratch: 400_000,
  /** What is due within so many hours is due soon. */
  soonHours: 8,
} as const;
