/**
 * The door from outside: finds what a request is for. All that is refused gets the same answer, which reveals
 * nothing, and is journalled: one by one up to a limit, counted beyond it, so that a stranger cannot fill the
 * disk.
 */
import { canonical, readJson } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import { DoorRefusal, type Refusals } from './door-refusal.ts';
import type { Inbox } from './inbox.ts';
import { paths } from './limits.ts';
import type { Descriptor } from './messages.ts';
import { readBatch, readNotice } from './messages.ts';
import type { Answer, Arrival, House } from './needs.ts';
import type { Notices } from './notices.ts';

const faultAnswer = (code: 'federation/refused' | 'federation/not-now'): Answer => ({
  status: new Fault(code).entry.status,
  text: canonical({ fault: { code } }),
});

export type Door = (arrival: Arrival) => Promise<Answer>;

/** Answers every request on the federation port. Never throws. */
export const createDoor = (needs: {
  house: House;
  inbox: Inbox;
  notices: Notices;
  refusals: Refusals;
  descriptor(): Descriptor;
}): Door => {
  const { house, inbox, notices, refusals } = needs;

  const open = async (arrival: Arrival): Promise<string> => {
    const route = `${arrival.method} ${arrival.path}`;
    if (route === `GET ${paths.descriptor}`) return canonical(needs.descriptor());
    if (arrival.certificate === null) throw new DoorRefusal('no-certificate');
    const value = readJson(arrival.text)?.value;
    if (route === `POST ${paths.link}`) {
      const notice = readNotice(value);
      if (notice === null) throw new DoorRefusal('malformed-notice');
      return canonical(await notices.receive(notice, arrival.certificate));
    }
    if (route === `POST ${paths.envelopes}`) {
      const batch = readBatch(value);
      if (batch === null) throw new DoorRefusal('malformed-batch');
      return canonical(await inbox.receive(batch, arrival.certificate));
    }
    throw new DoorRefusal('no-such-path');
  };

  return async (arrival) => {
    try {
      return { status: 200, text: await open(arrival) };
    } catch (error) {
      if (error instanceof DoorRefusal) {
        await refusals.record(error, arrival.certificate).catch((failure: unknown) => {
          house.log.error({ failure }, 'a refusal could not be journalled');
        });
        return faultAnswer('federation/refused');
      }
      house.log.error({ error }, 'a message could not be taken');
      return faultAnswer('federation/not-now');
    }
  };
};
