/** What a role may see and do, as the policies decide it. Browsers import it. */
import Type, { type Static } from 'typebox';
import { roles } from '../../../kernel/decision.ts';
import { tlps } from '../../../kernel/marking.ts';
import { oneOf } from '../../../kernel/schemas.ts';
import { tighteningSchema } from '../tightening/contract.ts';

/** What is asked of the policies, in the order of the screen. */
export const roleVerbs = [
  'read-own',
  'read-received',
  'mark-read',
  'consult-personal',
  'compose',
  'edit',
  'withdraw',
  'preview',
  'release',
  'assign',
  'deliveries',
  'review',
  'request-ask',
  'request-follow',
  'request-speak',
  'request-refuse',
  'request-answer',
  'request-assign',
  'request-undo-hand-over',
  'request-export',
  'request-templates-use',
  'request-templates-write',
  'absence-own',
  'absence-others',
  'desk-head-name',
  'log-read',
  'log-write',
  'log-erase',
  'alert-send',
  'alert-update',
  'alert-cancel',
  'alert-acknowledge',
  'shifts-read',
  'shifts-plan',
  'handover-read',
  'handover-sign',
  'sitrep-read',
  'sitrep-assemble',
  'sitrep-approve',
  'event-read',
  'event-plan',
  'match-check',
  'match-read-checks',
  'match-read-hits',
  'match-decide',
  'match-read-use',
  'assist-read',
  'assist-ask',
  'assist-answer',
  'assist-settle',
  'assist-release',
  'assist-take-back',
  'assist-withdraw',
  'officers-list',
  'officers-read',
  'officers-board',
  'officers-register',
  'officers-release-names',
  'officers-accredit',
  'officers-extend',
  'officers-withdraw',
  'officers-tend',
  'agreement-read',
  'agreement-compose',
  'agreement-sign',
  'circle-compose',
  'links-read',
  'link-propose',
  'link-decide',
  'people-read',
  'people-manage',
  'desks-manage',
  'oversee',
  'tightening-propose',
  'tightening-decide',
] as const;
export type RoleVerb = (typeof roleVerbs)[number];

/** Values of what makes one situation differ from another. */
export const facetValues = {
  state: ['draft', 'proposed', 'returned', 'released', 'received'],
  tlp: tlps,
  /** His own or his desk's item, or that of others. */
  near: ['near', 'far'],
  written: ['by-him', 'by-others'],
  reason: ['stated', 'not-stated'],
  /** An alert that warns of what is happening now, or of something else. */
  urgency: ['immediate', 'not-immediate'],
  shift: ['his-shift', 'others-shift'],
  alert: ['draft', 'sent'],
  /** He himself or his pair, an officer whom a partner sends, or one who is sent to a partner. */
  officer: ['himself', 'visiting', 'sent'],
} as const;
export type Facet = keyof typeof facetValues;
export const facets = [
  'state',
  'tlp',
  'near',
  'written',
  'reason',
  'urgency',
  'shift',
  'alert',
  'officer',
] as const satisfies readonly Facet[];

const facetSchema = Type.Object({
  facet: oneOf(facets),
  values: Type.Array(Type.String()),
});
export const outcomeSchema = Type.Object({
  kind: oneOf(['allowed', 'refused'] as const),
  /** The rule that decides, as the journal names it. */
  rule: Type.String(),
  /** In which situations; a facet that makes no difference is left out. */
  when: Type.Array(facetSchema),
});
export type Outcome = Static<typeof outcomeSchema>;

export const roleAccountSchema = Type.Object({
  role: oneOf(roles),
  guest: Type.Boolean(),
  clearance: oneOf(tlps),
  verbs: Type.Array(Type.Object({ verb: oneOf(roleVerbs), outcomes: Type.Array(outcomeSchema) })),
  /** What the node's owner forbids this role besides, now. */
  tightenings: Type.Array(tighteningSchema),
});
export type RoleAccount = Static<typeof roleAccountSchema>;
export const roleFilterSchema = Type.Object(
  {
    role: Type.Optional(oneOf(roles)),
    guest: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
