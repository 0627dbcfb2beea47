/** The verbs of alerts: written, sent, acknowledged, escalated. */
import { type Actor, actorName, type SystemActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type AlertId, type EnvelopeId, newId, type PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Released } from '../../../kernel/released.ts';
import { type Clock, dayOf, later } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Verbs, Work } from '../../../plumbing/verbs/index.ts';
import { type AgreementService, gapOf } from '../../agreements/index.ts';
import { entryMarkingErrors, hidesSomething, namesSomeone, plainMarking } from '../log/entry.ts';
import { type LogNeeds, loadEntry } from '../log/log-service.ts';
import { insertPromotion } from '../log/log-store.ts';
import { mayAddTo, mayList, mayWrite } from '../policy.ts';
import type { DueThing } from '../shifts/contract.ts';
import {
  acknowledgementToWire,
  alertToWire,
  type Country,
  isLate,
  levelDue,
  type StoredAlert,
} from './alert.ts';
import * as store from './alert-store.ts';
import { type Alert, type AlertDraft, alertLimits } from './contract.ts';
import { mayAcknowledge, mayReadAlert, maySend, releaseAcknowledgement, releaseAlert } from './policy.ts';

/** The kinds of envelope that carry alerts and their acknowledgement. */
export const alertKinds = { alert: 'watch.alert', acknowledgement: 'watch.acknowledgement' } as const;

/** What the verbs of alerts need, by name. */
export interface AlertNeeds extends Pick<LogNeeds, 'permitTightened'> {
  readonly verbs: Verbs;
  readonly database: Database;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly agreements: Pick<AgreementService, 'find' | 'hold' | 'findCircle'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  send(unit: Unit, released: Released<Parameters<typeof releaseAlert>[3]>): Promise<EnvelopeId>;
}

/** Countries escalated in one round of the work that comes round. */
const escalatedAtOnce = 500;

/** What is due of the alerts in a handover note. */
export const openAlertsOf = async (unit: Unit, now: string): Promise<readonly DueThing[]> =>
  (await store.openAlerts(unit)).map((alert) => ({ ...alert, breached: alert.dueAt < now }));

export const createAlerts = (needs: AlertNeeds) => {
  const { verbs, clock, self, live } = needs;

  const present = (alert: StoredAlert, countries: readonly Country[], reader: PartyId): Alert => {
    const isOurs = reader === self;
    const { handling, personCategories, releasableTo, ...marking } = alert.marking;
    const {
      holder: _holder,
      desk: _desk,
      sentBy: _by,
      receivedAt: _at,
      acknowledgeMs: _ms,
      ...shown
    } = alert;
    return {
      ...shown,
      own: alert.originator === self,
      author: isOurs ? alert.author : null,
      marking: {
        ...marking,
        handling: [...handling],
        personCategories: [...personCategories],
        releasableTo: [...releasableTo],
      },
      countries: countries.map((country) => ({ ...country, late: isLate(alert, country, clock.now()) })),
    };
  };

  const shown = async (unit: Unit, id: AlertId): Promise<Alert> => {
    const alert = await store.findAlert(unit, id);
    if (alert === null) throw new Fault('access/absent');
    return present(alert, (await store.countriesOf(unit, [id])).get(id) ?? [], unit.reader.party);
  };

  const lock = async (unit: Unit, id: AlertId): Promise<StoredAlert> => {
    const alert = await store.lockAlert(unit, id);
    if (alert === null) throw new Fault('access/absent');
    return alert;
  };

  const tell = ({ unit }: Pick<Work, 'unit'>, id: AlertId) =>
    live.announce(unit, { topic: 'watch.alert', id });

  const recipientsOf = async (unit: Unit, draft: Pick<AlertDraft, 'circle' | 'recipients'>) => {
    const circle = draft.circle === null ? null : await needs.agreements.findCircle(unit, draft.circle);
    const named: readonly PartyId[] = draft.circle === null ? draft.recipients : (circle?.members ?? []);
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

  /** A fault where the words hide something, name someone, or the marking does not hold together. */
  const requireSound = (draft: AlertDraft, marking: Marking): void => {
    const texts = [draft.headline, draft.description, draft.area ?? ''];
    if (texts.some(hidesSomething)) throw new Fault('watch/hidden-characters');
    if (texts.some(namesSomeone)) throw new Fault('watch/alert-names-person');
    const errors = entryMarkingErrors(marking, clock.now());
    if (errors.length > 0) throw new Fault('watch/marking-unsound', { fields: [...errors] });
  };

  /** Each recipient's ground; a fault unless all are covered and linked. The agreement is held meanwhile. */
  const requireCovered = async (unit: Unit, alert: Pick<StoredAlert, 'agreement' | 'marking'>) => {
    const agreement = await needs.agreements.hold(unit, alert.agreement);
    const recipients = alert.marking.releasableTo.filter((party) => party !== self);
    const grounds = [];
    for (const recipient of recipients) {
      const gap = agreement === null ? 'no-agreement' : gapOf(agreement, alert.marking, recipient);
      grounds.push({ recipient, gap, linked: await needs.isLinked(unit, recipient) });
    }
    const missing = grounds.find(({ gap, linked }) => gap !== null || !linked);
    if (missing !== undefined)
      throw new Fault('watch/alert-not-covered', {
        gap: missing.gap ?? 'not-linked',
        parties: grounds
          .filter(({ gap, linked }) => gap !== null || !linked)
          .map(({ recipient }) => recipient),
      });
    return grounds;
  };

  /** An alert that was made of an entry says so there. */
  const promote = async (work: Work, actor: Actor, draft: AlertDraft, id: AlertId): Promise<void> => {
    if (draft.entry === undefined) return;
    const entry = await loadEntry(work.unit, draft.entry);
    work.permit(mayAddTo(actor, self, entry));
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

  return {
    list: (actor: Actor): Promise<Alert[]> =>
      verbs.read({ actor, verb: 'watch.list-alerts', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor));
        const alerts = await store.listAlerts(unit);
        const countries = await store.countriesOf(
          unit,
          alerts.map(({ id }) => id),
        );
        return alerts.map((alert) => present(alert, countries.get(alert.id) ?? [], actor.party));
      }),

    read: (actor: Actor, id: AlertId): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.read-alert', subject: id }, async (work) => {
        const alert = await store.findAlert(work.unit, id);
        if (alert === null) throw new Fault('access/absent');
        work.permit(mayReadAlert(actor, alert));
        await needs.permitTightened(work, actor, 'read', alert);
        return shown(work.unit, id);
      }),

    compose: (actor: Actor, draft: AlertDraft): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.compose-alert', subject: null }, async (work) => {
        const { unit, permit, subject } = work;
        permit(mayWrite(actor, self, 'clear'));
        const marking = await markingOf(unit, draft, await recipientsOf(unit, draft));
        permit(mayWrite(actor, self, marking.tlp));
        await needs.permitTightened(work, actor, 'compose', { originator: self, marking });
        requireSound(draft, marking);
        const now = clock.now();
        const alert: StoredAlert = {
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
          acknowledgeMs: (draft.acknowledgeMinutes ?? alertLimits.acknowledgeMinutes[draft.urgency]) * 60_000,
          createdAt: now,
          sentAt: null,
          sentBy: null,
          receivedAt: null,
          acknowledgeBy: null,
          expiresAt: later(now, (draft.expiresHours ?? alertLimits.expiresHours) * 3_600_000),
        };
        subject(alert.id);
        await store.insertAlert(unit, alert);
        await promote(work, actor, draft, alert.id);
        await tell(work, alert.id);
        return shown(unit, alert.id);
      }),

    /** Sends it to every country at once: all are covered, or none is told. The countdown begins. */
    send: (actor: Actor, id: AlertId): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.send-alert', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const alert = await lock(unit, id);
        permit(maySend(actor, self, alert));
        await needs.permitTightened(work, actor, 'release', alert);
        if (alert.state !== 'draft') throw new Fault('watch/alert-state');
        const at = clock.now();
        if (alert.expiresAt <= at) throw new Fault('watch/alert-expired');
        const grounds = await requireCovered(unit, alert);
        const sent = {
          ...alert,
          state: 'sent',
          sentAt: at,
          acknowledgeBy: later(at, alert.acknowledgeMs),
        } as const;
        const body = toBundle([alertToWire(sent)]);
        await store.markSent(unit, id, { at, by: actorName(actor), acknowledgeBy: sent.acknowledgeBy });
        for (const { recipient, ...ground } of grounds) {
          const released = releaseAlert(alert.marking, recipient, ground, { kind: alertKinds.alert, body });
          if (released === null)
            throw new Fault('watch/alert-not-covered', { gap: 'not-releasable', parties: [recipient] });
          await store.insertCountry(unit, id, recipient, await needs.send(unit, released));
        }
        note({
          agreement: alert.agreement,
          disclosedTo: grounds.map(({ recipient }) => recipient),
          acknowledgeBy: sent.acknowledgeBy,
        });
        await tell(work, id);
        return shown(unit, id);
      }),

    /** Takes note of it for this service, and tells who sent it: when, and under which role. */
    acknowledge: (actor: Actor, id: AlertId, contact: string | null): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.acknowledge', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const alert = await lock(unit, id);
        permit(mayAcknowledge(actor, self, alert));
        if (actor.kind !== 'person') throw new Fault('access/refused');
        if (contact !== null && hidesSomething(contact)) throw new Fault('watch/hidden-characters');
        const at = clock.now();
        const given = { at, role: actor.role, contact, person: actor.person, heardAt: at };
        if (!(await store.acknowledge(unit, id, self, given))) throw new Fault('watch/alert-state');
        const wire = acknowledgementToWire({ alert: id, party: self, at, role: actor.role, contact });
        const released = releaseAcknowledgement(alert, {
          kind: alertKinds.acknowledgement,
          body: toBundle([wire]),
        });
        if (released !== null && (await needs.isLinked(unit, alert.originator)))
          await needs.send(unit, released);
        note({ originator: alert.originator });
        await tell(work, id);
        return shown(unit, id);
      }),

    /** Calls the desk, then the head of the centre, for each country that is late; once each. */
    escalateDue: async (): Promise<void> => {
      const { house: actor, database } = needs;
      const due = await database.transact(actor, (unit) =>
        store.countriesOverdue(unit, clock.now(), escalatedAtOnce),
      );
      for (const { alert: id, party } of due)
        await verbs.read({ actor, verb: 'watch.escalate', subject: id }, async (work) => {
          const alert = await lock(work.unit, id);
          work.permit(mayReadAlert(actor, alert));
          const level = levelDue(alert, clock.now());
          if (!(await store.escalate(work.unit, id, party, level, clock.now()))) return;
          work.note({ party, level, acknowledgeBy: alert.acknowledgeBy });
          await tell(work, id);
        });
    },

    /** Deletes alerts on their date; the journal keeps that they were. */
    eraseDue: async (): Promise<void> => {
      const { house: actor } = needs;
      await verbs.read(
        { actor, verb: 'watch.erase-alerts', subject: null },
        async ({ unit, permit, note }) => {
          permit(mayList(actor));
          const alerts = await store.eraseAlertsDue(unit, dayOf(clock.now()));
          if (alerts.length > 0) note({ alerts: [...alerts] });
        },
      );
    },
  };
};

/** The verbs of alerts. */
export type AlertService = ReturnType<typeof createAlerts>;
