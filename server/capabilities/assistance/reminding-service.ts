/**
 * The work that comes round: who has not answered is called to mind on both nodes. Nothing travels for it:
 * the time to answer stands in the ask, and each node looks at its own clock.
 */
import { allow } from '../../kernel/decision.ts';
import { later } from '../../kernel/time.ts';
import * as asks from './ask-store.ts';
import { type AssistanceNeeds, tell } from './needs-service.ts';
import type { createReading } from './reading-service.ts';
import { reminderDue } from './reminder.ts';
import * as store from './reminder-store.ts';
import { standing, threadsOf } from './showing.ts';

/** Asks looked at in one round. */
const atOnce = 200;
const nearMs = 48 * 3_600_000;

/** Tells that the time of an offer is over, where it still stands unanswered. */
const createNotingLapse =
  (needs: AssistanceNeeds, reading: Pick<ReturnType<typeof createReading>, 'wholes'>) =>
  (step: string, id: string): Promise<void> =>
    needs.verbs.read({ actor: needs.house, verb: 'assistance.remind', subject: id }, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('assistance/house'));
      const ask = await asks.lockAsk(unit, id);
      const [whole] = ask === null ? [] : await reading.wholes(unit, [ask]);
      if (ask === null || whole === undefined) return;
      const at = needs.clock.now();
      await store.insertLapse(unit, ask, { step, at });
      const said = whole.steps.find((one) => one.id === step);
      const thread = threadsOf(whole, at).find(({ party }) => party === said?.party);
      if (thread === undefined || !thread.lapsed || thread.offer !== said?.number) return;
      note({ lapsed: step, party: thread.party });
      await tell(needs, unit, id);
    });

export const createReminding = (
  needs: AssistanceNeeds,
  reading: Pick<ReturnType<typeof createReading>, 'wholes'>,
) => {
  const remind = (id: string): Promise<void> =>
    needs.verbs.read({ actor: needs.house, verb: 'assistance.remind', subject: id }, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('assistance/house'));
      const ask = await asks.lockAsk(unit, id);
      const [whole] = ask === null ? [] : await reading.wholes(unit, [ask]);
      const version = whole === undefined ? null : standing(whole);
      if (ask === null || whole === undefined || version === null || version.issuedAt === null) return;
      const at = needs.clock.now();
      const { answerBy } = version.content;
      const level = reminderDue({ issuedAt: version.issuedAt, answerBy }, at);
      if (level === 0) return;
      const reminded: string[] = [];
      for (const { party, state } of threadsOf(whole, at)) {
        // Where all have answered it is kept that there is nobody to remind.
        const given = { party, version: version.version, level, at } as const;
        const isNew = await store.insertReminder(unit, ask, given);
        if (isNew && state === 'asked') reminded.push(party);
      }
      if (reminded.length === 0) return;
      note({ reminded, level, answerBy });
      await tell(needs, unit, id);
    });

  const noteLapse = createNotingLapse(needs, reading);

  /** Reminds of all that is due. */
  return async (): Promise<void> => {
    const before = later(needs.clock.now(), nearMs);
    const due = await needs.database.transact(needs.house, (unit) =>
      store.asksToRemind(unit, before, atOnce),
    );
    for (const id of due) await remind(id);
    const lapsed = await needs.database.transact(needs.house, (unit) =>
      store.offersToNote(unit, needs.clock.now(), atOnce),
    );
    for (const { step, ask } of lapsed) await noteLapse(step, ask);
  };
};
