/** What this capability shows of others: working contexts, and items as metadata. Browsers import it. */
import Type from 'typebox';
import { roles } from '../../../kernel/decision.ts';
import { fields, personCategories, purposes, tlps } from '../../../kernel/marking.ts';
import {
  agreementIdSchema,
  daySchema,
  deskIdSchema,
  instantSchema,
  itemIdSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
} from '../../../kernel/schemas.ts';

/** A reason that someone stated and worked under. */
export const contextSchema = Type.Object({
  id: Type.String(),
  person: personIdSchema,
  role: oneOf(roles),
  reason: Type.String(),
  reference: nullable(Type.String()),
  purpose: nullable(oneOf(purposes)),
  standing: Type.Boolean(),
  startedAt: instantSchema,
  endsAt: nullable(instantSchema),
});

/** As what someone is named in an item. */
export const subjectKinds = ['name', 'e-mail', 'telephone', 'account', 'document', 'vehicle'] as const;

/** An item without its content: no title, no text, no object. */
export const itemMetadataSchema = Type.Object({
  id: itemIdSchema,
  version: Type.Integer(),
  state: oneOf(['draft', 'proposed', 'returned', 'released', 'received', 'recalled'] as const),
  originator: partyIdSchema,
  desk: nullable(deskIdSchema),
  author: nullable(personIdSchema),
  tlp: oneOf(tlps),
  field: oneOf(fields),
  purpose: oneOf(purposes),
  legalBasis: Type.String(),
  personCategories: Type.Array(oneOf(personCategories)),
  agreement: nullable(agreementIdSchema),
  recipients: Type.Array(partyIdSchema),
  personal: Type.Boolean(),
  objectCount: Type.Integer(),
  createdAt: instantSchema,
  releasedAt: nullable(instantSchema),
  receivedAt: nullable(instantSchema),
  reviewOn: daySchema,
  eraseOn: daySchema,
  dueOn: daySchema,
  erasureFailedAt: nullable(Type.String()),
  reviewedAt: nullable(instantSchema),
});
