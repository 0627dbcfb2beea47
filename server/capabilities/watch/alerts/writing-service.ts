/** The verb that writes an alert: addressed, marked under an agreement, and naming no person. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type AlertId, newId, type PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { entryMarkingErrors, namesSomeone, plainMarking } from '../log/entry.ts';
import { loadEntry } from '../log/log-service.ts';
import { insertPromotion } from '../log/log-store.ts';
import { mayAddTo, mayWrite } from '../policy.ts';
import type { StoredAlert } from './alert.ts';
import * as store from './alert-store.ts';
import { type Alert, type AlertDraft, type AlertUpdate, alertLimits } from './contract.ts';
import { alertGapOf, requireAllCovered } from './cover.ts';
import { mayUpdate } from './policy.ts';
import type { AlertNeeds } from './showing-service.ts';

/** A fault where words name someone: they are shown on the wall. */
export const requireNameless = (texts: readonly string[]): void => {
  if (texts.some(namesSomeone)) throw new Fault('watch/alert-names-person');
};

export const createAlertWriting = (needs: AlertNeeds, shown: (unit: Unit, id: AlertId) => Promise<Alert>) => {
  const { verbs, clock, self, live } = needs;

  const recipientsOf = async (unit: Unit, draft: Pick<AlertDraft, 'circle' | 'recipients'>) => {
    const circle = draft.circle === null ? null : await needs.agreements.findCircle(unit, draft.circle);
    const named: readonly PartyId[] = draft.circle === null ? draft.recipients : (circle?.members ?? []);
    // Whoever names someone beside the circle believes that he is alerted.
    const beside = circle === null ? [] : draft.recipients.filter((party) => !named.includes(party));
    if (beside.length > 0) throw new Fault('watch/alert-beside-circle', { parties: beside });
    const others = named.filter((party) => party !== self);
    if (others.length === 0) throw new Fault('watch/alert-no-recipient');
    return others;
  };

  /** The marking: that of the agreement's ground, strict where nobody says otherwise; of no person. */
  const markingOf = async (
    unit: Unit,
    draft: AlertDraft,
    recipients: readonly PartyId[],
  ): Promise<Marking> => {
    const agreement = await needs.agreements.find(unit, draft.agreement);
    if (agreement === null) throw new Fault('watch/alert-not-covered', { gap: 'no-agreement', parties: [] });
    const { fields, purposes, defaults, legalBasis } = agreement;
    const plain = plainMarking(draft.language, clock.now());
    const [field = plain.field] = fields.includes(plain.field) ? [plain.field] : fields;
    const [purpose = plain.purpose] = purposes.includes(plain.purpose) ? [plain.purpose] : purposes;
    return {
      ...plain,
      field,
      purpose,
      legalBasis,
      tlp: defaults.tlp,
      pap: defaults.pap,
      handling: defaults.handling,
      ...draft.marking,
      personCategories: [],
      releasableTo: [self, ...recipients],
    };
  };

  /** A fault where the agreement lets it go to nobody, or not to all: told before it is wanted in a hurry. */
  const requireCovered = async (
    unit: Unit,
    { agreement, marking }: Pick<StoredAlert, 'agreement' | 'marking'>,
  ): Promise<void> => {
    const found = await needs.agreements.find(unit, agreement);
    const others = marking.releasableTo.filter((party) => party !== self);
    requireAllCovered(others.map((recipient) => ({ recipient, gap: alertGapOf(found, marking, recipient) })));
  };

  /** A fault where the words name someone, or the marking does not hold together. */
  const requireSound = (draft: AlertDraft, marking: Marking, reason = ''): void => {
    requireNameless([draft.headline, draft.description, draft.area ?? '', reason]);
    const errors = entryMarkingErrors(marking, clock.now());
    if (errors.length > 0) throw new Fault('watch/marking-unsound', { fields: [...errors] });
  };

  /** An alert that was made of an entry says so there. */
  const promote = async (work: Work, actor: Actor, draft: AlertDraft, id: AlertId): Promise<void> => {
    if (draft.entry === undefined) return;
    const entry = await loadEntry(work.unit, draft.entry);
    work.permit(mayAddTo(actor, self, entry));
    if (entry.personal) throw new Fault('watch/alert-names-person');
    const at = clock.now();
    await insertPromotion(work.unit, {
      entry: entry.id,
      kind: 'alert',
      target: id,
      at,
      by: actorName(actor),
    });
    work.note({ entry: entry.id });
    await live.announce(work.unit, { topic: 'watch.entry', id: entry.id });
  };

  /** The draft, as it waits to be sent. */
  const alertOf = (
    actor: Actor,
    draft: AlertDraft,
    marking: Marking,
    update: Pick<StoredAlert, 'replaces' | 'reason' | 'items'>,
  ): StoredAlert => {
    const now = clock.now();
    const minutes = draft.acknowledgeMinutes ?? alertLimits.acknowledgeMinutes[draft.urgency];
    return {
      id: newId('alert'),
      holder: self,
      originator: self,
      state: 'draft',
      urgency: draft.urgency,
      severity: draft.severity,
      certainty: draft.certainty,
      language: draft.language,
      headline: draft.headline,
      description: draft.description,
      area: draft.area?.trim() || null,
      marking,
      agreement: draft.agreement,
      circle: draft.circle,
      author: actor.kind === 'person' ? actor.person : null,
      desk: actor.kind === 'person' ? (actor.desks[0] ?? null) : null,
      acknowledgeMs: minutes * 60_000,
      createdAt: now,
      sentAt: null,
      sentBy: null,
      receivedAt: null,
      acknowledgeBy: null,
      expiresAt: later(now, (draft.expiresHours ?? alertLimits.expiresHours) * 3_600_000),
      ...update,
      ended: null,
    };
  };

  return {
    compose: (actor: Actor, draft: AlertDraft): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.compose-alert', subject: null }, async (work) => {
        const { unit, permit, subject } = work;
        permit(mayWrite(actor, self, 'clear'));
        const marking = await markingOf(unit, draft, await recipientsOf(unit, draft));
        permit(mayWrite(actor, self, marking.tlp));
        await needs.permitTightened(work, actor, 'compose', { originator: self, marking });
        requireSound(draft, marking);
        const alert = alertOf(actor, draft, marking, { replaces: null, reason: null, items: [] });
        await requireCovered(unit, alert);
        subject(alert.id);
        await store.insertAlert(unit, alert);
        await promote(work, actor, draft, alert.id);
        await live.announce(unit, { topic: 'watch.alert', id: alert.id });
        return shown(unit, alert.id);
      }),

    /** Writes an update: a draft to the same recipients under the same marking, sent as any alert is. */
    update: (actor: Actor, id: AlertId, { reason, ...words }: AlertUpdate): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.update-alert', subject: null }, async (work) => {
        const { unit, permit, subject, note } = work;
        const before = await store.findAlert(unit, id);
        if (before === null) throw new Fault('access/absent');
        permit(mayUpdate(actor, self, before));
        await needs.permitTightened(work, actor, 'compose', before);
        if (before.state !== 'sent' || before.ended !== null) throw new Fault('watch/alert-ended');
        const { agreement, circle, marking } = before;
        const recipients = marking.releasableTo.filter((party) => party !== self);
        const draft = { ...words, agreement, circle, recipients };
        requireSound(draft, marking, reason);
        const named = { replaces: id, reason: reason.trim(), items: before.items };
        const alert = alertOf(actor, draft, marking, named);
        await requireCovered(unit, alert);
        subject(alert.id);
        note({ replaces: id });
        await store.insertAlert(unit, alert);
        await live.announce(unit, { topic: 'watch.alert', id: alert.id });
        return shown(unit, alert.id);
      }),
  };
};
