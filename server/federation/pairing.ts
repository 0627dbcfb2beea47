/** The verbs of an operator on a link. The caller has asked whether he may; here is what they do. */
import { readJson } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { certificateOf, isDescriptorSound } from './descriptor.ts';
import { type LinkVerb, nextStance, stateOf } from './link.ts';
import { asHouse, lockLinks, readCurrentLink } from './link-store.ts';
import { type Descriptor, readDescriptor } from './messages.ts';
import type { House, Transport } from './needs.ts';
import type { Notices } from './notices.ts';

export interface Pairing {
  /** Reads the descriptor at the address and proposes a link; returns whose node it is. */
  propose(unit: Unit, address: string): Promise<PartyId>;
  act(unit: Unit, party: PartyId, verb: LinkVerb): Promise<void>;
}

const readAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === '';
  if (!isPlain || url.protocol !== 'https:' || url.pathname !== '/')
    throw new Fault('federation/address-invalid');
  return url.origin;
};

export const createPairing = (needs: { house: House; notices: Notices; transport: Transport }): Pairing => {
  const { house, notices, transport } = needs;

  const inspect = async (address: string): Promise<Descriptor> => {
    const found = await transport.describe(address).catch(() => {
      throw new Fault('federation/unreachable', { address });
    });
    const descriptor = readDescriptor(readJson(found.text)?.value);
    const isSound =
      descriptor !== null && isDescriptorSound(descriptor) && certificateOf(descriptor) === found.certificate;
    if (!isSound) throw new Fault('federation/descriptor-invalid', { address });
    if (descriptor.party === house.party) throw new Fault('federation/address-invalid');
    return descriptor;
  };

  const begin = (unit: Unit, descriptor: Descriptor, pairing: number): Promise<void> =>
    notices.begin(
      unit,
      {
        party: descriptor.party,
        pairing,
        descriptor,
        ownStance: 'proposed',
        ownRevision: 1,
        toldRevision: 0,
        toldDescriptor: 0,
        theirStance: 'unanswered',
        theirRevision: 0,
        state: stateOf('proposed', 'unanswered'),
        since: house.clock.now(),
      },
      unit.reader,
      'operator',
    );

  const propose = async (unit: Unit, address: string): Promise<PartyId> => {
    const descriptor = await inspect(readAddress(address));
    const { party } = descriptor;
    await asHouse(unit, async () => {
      await lockLinks(unit);
      const known = await readCurrentLink(unit, party);
      if (known === null || known.state === 'ended')
        return begin(unit, descriptor, (known?.pairing ?? 0) + 1);
      if (known.ownStance !== 'unanswered') throw new Fault('federation/link-exists', { party });
      // The operator went to the address himself: what he found there stands against a stranger's offer.
      if (known.descriptor.publicKey !== descriptor.publicKey)
        return begin(unit, descriptor, known.pairing + 1);
      const after = { ...known, ownStance: 'proposed' as const, ownRevision: known.ownRevision + 1 };
      return notices.change(unit, known, after, unit.reader, 'operator');
    });
    return party;
  };

  const act = (unit: Unit, party: PartyId, verb: LinkVerb): Promise<void> =>
    asHouse(unit, async () => {
      await lockLinks(unit);
      const known = await readCurrentLink(unit, party);
      if (known === null) throw new Fault('access/absent');
      const ownStance = nextStance(known.ownStance, known.theirStance, verb);
      if (ownStance === null) throw new Fault('federation/link-state', { state: known.state });
      const after = { ...known, ownStance, ownRevision: known.ownRevision + 1 };
      await notices.change(unit, known, after, unit.reader, verb);
    });

  return { propose, act };
};
