/** How an alert ends before its time: its sender calls it off, or sends another that takes its place. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { AlertId, PartyId } from '../../../kernel/ids.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { cancellationToWire, type StoredAlert } from './alert.ts';
import { alertKinds } from './alert-kinds.ts';
import * as store from './alert-store.ts';
import type { Alert } from './contract.ts';
import { mayCancel, releaseCancellation } from './policy.ts';
import { type AlertNeeds, createShowing, lockAlert } from './showing-service.ts';
import { requireNameless } from './writing-service.ts';

export const createAlertEnding = (needs: AlertNeeds) => {
  const { verbs, clock, self, live } = needs;
  const shown = createShowing(needs);

  /** Tells each country that was told of the alert; those that cannot be reached are named. */
  const tellAll = async (
    { unit }: Pick<Work, 'unit'>,
    alert: StoredAlert,
    ending: { readonly at: string; readonly reason: string },
  ) => {
    const { sentAt, acknowledgeBy } = alert;
    const told: PartyId[] = [];
    const notTold: PartyId[] = [];
    if (sentAt === null || acknowledgeBy === null) return { told, notTold };
    const body = toBundle([cancellationToWire({ ...alert, sentAt, acknowledgeBy }, ending)]);
    for (const { party: recipient } of (await store.countriesOf(unit, [alert.id])).get(alert.id) ?? []) {
      const linked = await needs.isLinked(unit, recipient);
      const released = releaseCancellation({ recipient, linked }, { kind: alertKinds.alert, body });
      if (released !== null) await needs.send(unit, released);
      (released === null ? notTold : told).push(recipient);
    }
    return { told, notTold };
  };

  return {
    /** Calls it off: every country that was told hears of it, and nobody has to answer any more. */
    cancel: (actor: Actor, id: AlertId, reason: string): Promise<Alert> =>
      verbs.run({ actor, verb: 'watch.cancel-alert', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const alert = await lockAlert(unit, id);
        permit(mayCancel(actor, self, alert));
        await needs.permitTightened(work, actor, 'release', alert);
        if (alert.ended !== null) throw new Fault('watch/alert-ended');
        requireNameless([reason]);
        const at = clock.now();
        const { told, notTold } = await tellAll(work, alert, { at, reason });
        const ending = { at, how: 'cancelled', reason, replacedBy: null, by: actorName(actor) } as const;
        await store.endAlert(unit, id, ending);
        note({ disclosedTo: told, ...(notTold.length > 0 ? { notTold } : {}) });
        await live.announce(unit, { topic: 'watch.alert', id });
        return shown.one(unit, id);
      }),

    /** Ends what the alert that is being sent takes the place of; a fault where that has ended already. */
    replace: async (
      { unit }: Pick<Work, 'unit'>,
      actor: Actor,
      alert: Pick<StoredAlert, 'id' | 'replaces' | 'reason'>,
    ): Promise<void> => {
      if (alert.replaces === null) return;
      const before = await lockAlert(unit, alert.replaces);
      if (before.originator !== self || before.state !== 'sent' || before.ended !== null)
        throw new Fault('watch/alert-ended');
      const { reason, id } = alert;
      const ending = { at: clock.now(), how: 'updated', reason, replacedBy: id } as const;
      await store.endAlert(unit, before.id, { ...ending, by: actorName(actor) });
      await live.announce(unit, { topic: 'watch.alert', id: before.id });
    },
  };
};
