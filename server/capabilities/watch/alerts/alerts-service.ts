/** The verbs of alerts: sent, acknowledged, escalated, erased on their date. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { AlertId } from '../../../kernel/ids.ts';
import { dayOf, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { originsOf } from '../log/log-store.ts';
import { mayList } from '../policy.ts';
import type { DueThing } from '../shifts/contract.ts';
import { untightened } from '../tightening-service.ts';
import { acknowledgementToWire, alertToWire, levelDue, type StoredAlert } from './alert.ts';
import { alertKinds } from './alert-kinds.ts';
import * as store from './alert-store.ts';
import { type Alert, alertLimits } from './contract.ts';
import { alertGapOf, requireAllCovered } from './cover.ts';
import { createAlertEnding } from './ending-service.ts';
import { mayAcknowledge, mayReadAlert, maySend, releaseAcknowledgement, releaseAlert } from './policy.ts';
import { type AlertNeeds, createShowing, lockAlert } from './showing-service.ts';
import { createAlertWriting } from './writing-service.ts';

/** Countries escalated in one round of the work that comes round. */
const escalatedAtOnce = 500;

/** What is due of the alerts in a handover note. */
export const openAlertsOf = async (unit: Unit, now: string): Promise<readonly DueThing[]> =>
  (await store.openAlerts(unit)).map((alert) => ({ ...alert, breached: alert.dueAt < now }));

export const createAlerts = (needs: AlertNeeds) => {
  const { verbs, clock, self, live } = needs;

  const shown = createShowing(needs);

  const { replace, ...ending } = createAlertEnding(needs);

  const tell = ({ unit }: Pick<Work, 'unit'>, id: AlertId) =>
    live.announce(unit, { topic: 'watch.alert', id });

  /** Each recipient's ground; a fault unless all are covered and linked. The agreement is held meanwhile. */
  const requireCovered = async (unit: Unit, alert: Pick<StoredAlert, 'agreement' | 'marking'>) => {
    const agreement = await needs.agreements.hold(unit, alert.agreement);
    const recipients = alert.marking.releasableTo.filter((party) => party !== self);
    const grounds = [];
    for (const recipient of recipients) {
      const gap = alertGapOf(agreement, alert.marking, recipient);
      grounds.push({ recipient, gap, linked: await needs.isLinked(unit, recipient) });
    }
    requireAllCovered(
      grounds.map(({ recipient, gap, linked }) => ({
        recipient,
        gap: gap ?? (linked ? null : 'not-linked'),
      })),
    );
    return grounds;
  };

  return {
    ...createAlertWriting(needs, shown.one),
    ...ending,

    list: (actor: Actor): Promise<Alert[]> =>
      verbs.read({ actor, verb: 'watch.list-alerts', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor));
        const alerts = await untightened(needs, unit, actor, await store.listAlerts(unit));
        const ids = alerts.map(({ id }) => id);
        const countries = await store.countriesOf(unit, ids);
        const origins = await originsOf(unit, ids);
        const here = await store.itemsHere(
          unit,
          alerts.flatMap(({ items }) => items),
        );
        return alerts.map((alert) =>
          shown.present(alert, countries.get(alert.id) ?? [], {
            reader: actor.party,
            entry: origins.get(alert.id) ?? null,
            here,
          }),
        );
      }),

    read: (actor: Actor, id: AlertId): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.read-alert', subject: id }, async (work) => {
        const alert = await store.findAlert(work.unit, id);
        if (alert === null) throw new Fault('access/absent');
        work.permit(mayReadAlert(actor, alert));
        await needs.permitTightened(work, actor, 'read', alert);
        return shown.one(work.unit, id);
      }),

    /** Sends it to every country at once: all are covered, or none is told. The countdown begins. */
    send: (actor: Actor, id: AlertId): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.send-alert', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const alert = await lockAlert(unit, id);
        permit(maySend(actor, self, alert));
        await needs.permitTightened(work, actor, 'release', alert);
        if (alert.state !== 'draft') throw new Fault('watch/alert-state');
        if (alert.ended !== null) throw new Fault('watch/alert-ended');
        const at = clock.now();
        if (alert.expiresAt <= at) throw new Fault('watch/alert-expired');
        const grounds = await requireCovered(unit, alert);
        await replace(work, actor, alert);
        const items = [...new Set([...alert.items, ...(await store.itemsBeside(unit, id))])].slice(
          0,
          alertLimits.items,
        );
        const sent = {
          ...alert,
          items,
          state: 'sent',
          sentAt: at,
          acknowledgeBy: later(at, alert.acknowledgeMs),
        } as const;
        const body = toBundle([alertToWire(sent)]);
        await store.markSent(unit, id, {
          at,
          by: actorName(actor),
          acknowledgeBy: sent.acknowledgeBy,
          items,
        });
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
        return shown.one(unit, id);
      }),

    /** Takes note of it for this service, and tells who sent it: when, and under which role. */
    acknowledge: (actor: Actor, id: AlertId, contact: string | null): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.acknowledge', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const alert = await lockAlert(unit, id);
        permit(mayAcknowledge(actor, self, alert));
        if (actor.kind !== 'person') throw new Fault('access/refused');
        if (alert.ended !== null) throw new Fault('watch/alert-ended');
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
        return shown.one(unit, id);
      }),

    /** Calls the desk, then the head of the centre, for each country that is late; once each. */
    escalateDue: async (): Promise<void> => {
      const { house: actor, database } = needs;
      const due = await database.transact(actor, (unit) =>
        store.countriesOverdue(unit, clock.now(), escalatedAtOnce),
      );
      for (const { alert: id, party } of due)
        await verbs.read({ actor, verb: 'watch.escalate', subject: id }, async (work) => {
          const alert = await lockAlert(work.unit, id);
          work.permit(mayReadAlert(actor, alert));
          const level = levelDue(alert, clock.now());
          if (!(await store.escalate(work.unit, id, party, level, clock.now()))) return;
          work.note({ party, level, acknowledgeBy: alert.acknowledgeBy });
          await needs.notices.queue(work.unit, id, level > 1 ? 'late-2' : 'late-1');
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
