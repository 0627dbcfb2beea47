/** Federation adapter of the roster: partners hear of the duties of their own officers, and we of ours. */
import type { Federation, Message } from '../../federation/index.ts';
import { allow } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { dutiesOfUnits, type StoredDuty } from './duty-store.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import { releaseDuties } from './policy.ts';
import * as received from './received-store.ts';
import { dutiesKind, dutiesToWire, readDuties, receivedOf } from './wire.ts';

/** Where the roster hangs its handlers. */
export type RosterMessageSource = Pick<Federation, 'onMessage'>;

interface Batch {
  readonly units: string[];
  readonly duties: StoredDuty[];
}

/** Units with their duties, as many as one message holds; a unit's duties are never parted. */
const batchesOf = (units: readonly string[], duties: readonly StoredDuty[]): readonly Batch[] => {
  const batches: Batch[] = [];
  for (const unit of units) {
    const own = duties.filter((duty) => duty.unit === unit);
    const last = batches.at(-1);
    if (last !== undefined && last.duties.length + own.length <= rosterLimits.dutiesInMessage) {
      last.units.push(unit);
      last.duties.push(...own);
    } else batches.push({ units: [unit], duties: own });
  }
  return batches;
};

/** Tells each service what is new about its own officers; what could not be told stays to be told. */
export const createPartnerTelling = (needs: RosterNeeds) => {
  const { verbs, self, house, clock } = needs;

  const tell = (untold: received.Untold): Promise<void> =>
    verbs.read({ actor: house, verb: 'roster.tell-partner', subject: untold.event }, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('roster/house'));
      if (!(await needs.isLinked(unit, untold.party))) return;
      const names = await needs.source.namesOf(unit, untold.event);
      if (names === null) return;
      const duties = await dutiesOfUnits(unit, untold.event, untold.units);
      for (const batch of batchesOf(untold.units, duties)) {
        const wire = dutiesToWire(
          { event: untold.event, name: names.event, ...batch },
          { by: self, at: clock.now() },
        );
        const copy = { kind: dutiesKind, body: toBundle([wire]) };
        const parties = batch.duties.map(({ party }) => party);
        const released = releaseDuties(untold.party, parties, copy);
        if (released !== null) await needs.federation.send(unit, released);
      }
      await received.markTold(unit, untold);
      note({ disclosedTo: [untold.party], units: untold.units.length, duties: duties.length });
    });

  return async (): Promise<void> => {
    const waiting = await needs.database.transact(house, (unit) => received.listUntold(unit));
    for (const untold of waiting)
      await tell(untold).catch((error: unknown) =>
        needs.log.error({ error, party: untold.party }, 'duties could not be told'),
      );
  };
};

/** Takes what a host says of our officers' duties. Whom we did not send there he may not speak of. */
const takeDuties = async (needs: RosterNeeds, unit: Unit, message: Message): Promise<void> => {
  const read = readDuties(message.body);
  if (read === null || read.created_by_ref !== message.from) throw new Fault('roster/message-unsound');
  const sent = await needs.source.sentTo(unit, message.from, read.unit_refs);
  if (!read.unit_refs.every((of) => sent.has(of))) throw new Fault('roster/message-unsound');
  const from = {
    sender: message.from,
    holder: needs.self,
    event: read.event_name,
    units: read.unit_refs,
    at: message.receivedAt,
  };
  const duties = read.duties.map((duty) => ({
    ...receivedOf(duty),
    unitName: sent.get(duty.unit_ref) ?? '',
  }));
  await received.replaceReceived(unit, from, duties);
  message.note({
    verb: 'roster.hear-duties',
    subject: read.event_ref,
    rule: 'roster/own-officers',
    details: { units: read.unit_refs.length, duties: duties.length },
  });
  await needs.live.announce(unit, { topic: 'roster.received', id: message.from });
};

/** Names who takes what partners say. Before the federation starts. */
export const registerRosterMessages = (source: RosterMessageSource, needs: RosterNeeds): void => {
  source.onMessage(dutiesKind, (unit, message) => takeDuties(needs, unit, message));
};
