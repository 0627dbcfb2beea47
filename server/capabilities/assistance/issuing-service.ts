/** The verbs that let an ask leave, in each of its versions, and that withdraw it. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { follow } from './accepted-service.ts';
import { contentProblems, markingProblems, recipientsOf, type StoredAsk, type StoredVersion } from './ask.ts';
import * as store from './ask-store.ts';
import { countOfficers } from './deployment/ask-units-store.ts';
import {
  type AssistanceNeeds,
  coverOf,
  holdAsk,
  loadAsk,
  permitTightened,
  requireCovered,
  tell,
  versionsIn,
} from './needs-service.ts';
import { mayRead, mayRelease, mayWithdraw, releaseAsk, releaseWithdrawal } from './policy.ts';
import { unsound } from './problem-words.ts';
import { askToWire, assistanceKinds } from './wire.ts';

export const createIssuing = (needs: AssistanceNeeds) => {
  const { verbs, clock, self } = needs;

  /** Each partner's copy, as it would leave now. */
  const copies = (ask: StoredAsk, version: StoredVersion) => {
    const issuedAt = version.issuedAt ?? clock.now();
    return recipientsOf(ask).map((recipient) => {
      const body = toBundle([askToWire(ask, { ...version, issuedAt }, recipient)]);
      return { recipient, copy: { kind: assistanceKinds.ask, body } };
    });
  };

  return {
    /** What each partner gets, byte for byte, and what keeps it from him. */
    preview: (actor: Actor, id: string) =>
      verbs.read({ actor, verb: 'assistance.preview', subject: id }, async ({ unit, permit }) => {
        const ask = await loadAsk(unit, id);
        permit(mayRead(actor, self, ask));
        if (ask.originator !== self) throw new Fault('access/absent');
        const { open, issued } = await versionsIn(unit, id);
        const version = open ?? issued;
        if (version === null) throw new Fault('access/absent');
        const cover = await coverOf(needs, unit, ask, recipientsOf(ask));
        return copies(ask, version).map(({ recipient, copy }) => ({
          party: recipient,
          gap: cover.find(({ party }) => party === recipient)?.gap ?? null,
          text: JSON.stringify(copy.body, null, 2),
        }));
      }),

    /** Sends it to every partner at once: all are covered, or none is asked. */
    issue: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.issue', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const ask = await holdAsk(unit, id);
        const { open } = await versionsIn(unit, id);
        permit(mayRelease(actor, self, ask, open?.author ?? null));
        await permitTightened(needs, work, { actor, act: 'release', ask });
        if (ask.originator !== self || open?.state !== 'proposed') throw new Fault('assistance/state');
        const at = clock.now();
        const problems = [
          ...contentProblems(open.content, at),
          ...markingProblems(ask.marking, open.content, at),
        ];
        if (problems.length > 0) throw unsound(problems);
        const cover = await coverOf(needs, unit, ask, recipientsOf(ask), true);
        requireCovered(cover);
        const issued: StoredAsk = { ...ask, state: 'issued', version: open.version };
        await store.updateAsk(unit, issued);
        await store.markIssued(unit, open, { at, by: actorName(actor) });
        for (const { recipient, copy } of copies(issued, { ...open, issuedAt: at })) {
          const gap = cover.find(({ party }) => party === recipient)?.gap ?? null;
          const released = releaseAsk(ask.marking, recipient, gap, copy);
          if (released === null)
            throw new Fault('assistance/not-covered', { gap: 'not-releasable', parties: [recipient] });
          const envelope = await needs.federation.send(unit, released);
          const sent = { ask: id, party: recipient, version: open.version, isWithdrawal: false };
          await store.insertSent(unit, ask, { ...sent, envelope, sentAt: at });
        }
        note({ agreement: ask.agreement, version: open.version, disclosedTo: [...recipientsOf(ask)] });
        await tell(needs, unit, id);
      }),

    /**
     * Withdraws an issued ask; all who were asked and are linked hear of it. Who is here on it is released
     * before; those who were named and have not come are withdrawn with it, on both nodes.
     */
    withdraw: (actor: Actor, id: string, reason: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.withdraw', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const ask = await holdAsk(unit, id);
        permit(mayWithdraw(actor, self, ask));
        const { issued } = await versionsIn(unit, id);
        if (ask.state !== 'issued' || issued === null) throw new Fault('assistance/state');
        const { here, toCome } = await unit.asHouse('assistance', (house) => countOfficers(house, id));
        if (here > 0)
          work.refuse(
            'assistance/nobody-here-is-left',
            new Fault('assistance/officers-here', { count: here }),
          );
        const at = clock.now();
        const ended: StoredAsk = { ...ask, state: 'withdrawn', endedAt: at, endReason: reason };
        await store.deleteOpenVersion(unit, id);
        await store.updateAsk(unit, { ...ended, endedBy: actorName(actor) });
        const told: string[] = [];
        for (const { recipient, copy } of copies(ended, issued)) {
          const linked = await needs.isLinked(unit, recipient);
          const released = releaseWithdrawal({ recipient, linked }, copy);
          if (released === null) continue;
          const envelope = await needs.federation.send(unit, released);
          const sent = { ask: id, party: recipient, version: issued.version, isWithdrawal: true };
          await store.insertSent(unit, ask, { ...sent, envelope, sentAt: at });
          told.push(recipient);
        }
        await follow(needs, unit, id, recipientsOf(ask));
        note({ told, officers: toCome });
        await tell(needs, unit, id);
      }),
  };
};
