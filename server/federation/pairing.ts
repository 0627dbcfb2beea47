/** The verbs of an operator on a link. The caller has asked whether he may; here is what they do. */
import { readJson } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { certificateOf, isDescriptorSound } from './descriptor.ts';
import { type LinkVerb, nextStance, stateOf } from './link.ts';
import { asHouse, lockLinks, type NewLink, readCurrentLink } from './link-store.ts';
import { type Descriptor, readDescriptor } from './messages.ts';
import type { House, Transport } from './needs.ts';
import type { Notices } from './notices.ts';

export interface Pairing {
  /** Reads the descriptor at the address; waits for the network, so it stands outside every transaction. */
  inspect(address: string): Promise<Descriptor>;
  /** Proposes a link with the node that `inspect` found; returns whose it is. */
  propose(unit: Unit, found: Descriptor): Promise<PartyId>;
  act(unit: Unit, party: PartyId, verb: LinkVerb): Promise<void>;
}

const readAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === '';
  if (!isPlain || url.protocol !== 'https:' || url.pathname !== '/')
    throw new Fault('federation/address-invalid');
  return url.origin;
};

interface PairingNeeds {
  readonly house: House;
  readonly notices: Notices;
  readonly transport: Transport;
}

const inspect = async (needs: PairingNeeds, given: string): Promise<Descriptor> => {
  const address = readAddress(given);
  const found = await needs.transport.describe(address).catch(() => {
    throw new Fault('federation/unreachable', { address });
  });
  const descriptor = readDescriptor(readJson(found.text)?.value);
  const isSound =
    descriptor !== null && isDescriptorSound(descriptor) && certificateOf(descriptor) === found.certificate;
  if (!isSound) throw new Fault('federation/descriptor-invalid', { address });
  if (descriptor.party === needs.house.party) throw new Fault('federation/address-invalid');
  return descriptor;
};

const proposalOf = (descriptor: Descriptor, pairing: number, now: Instant): NewLink => ({
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
  since: now,
});

const propose = async (needs: PairingNeeds, unit: Unit, descriptor: Descriptor): Promise<PartyId> => {
  const { notices } = needs;
  const { party } = descriptor;
  const cause = { actor: unit.reader, rule: 'propose' };
  await asHouse(unit, async () => {
    await lockLinks(unit);
    const known = await readCurrentLink(unit, party);
    const isOpen = known !== null && known.state !== 'ended';
    if (isOpen && known.ownStance !== 'unanswered') throw new Fault('federation/link-exists', { party });
    if (isOpen && known.descriptor.identityKey === descriptor.identityKey) {
      const after = { ...known, ownStance: 'proposed' as const, ownRevision: known.ownRevision + 1 };
      return notices.change(unit, { before: known, after }, cause);
    }
    // Where a stranger's offer was open: the operator went to the address himself, what he found there
    // counts.
    const pairing = (known?.pairing ?? 0) + 1;
    return notices.begin(unit, proposalOf(descriptor, pairing, needs.house.clock.now()), cause);
  });
  return party;
};

const act = (needs: PairingNeeds, unit: Unit, party: PartyId, verb: LinkVerb): Promise<void> =>
  asHouse(unit, async () => {
    await lockLinks(unit);
    const known = await readCurrentLink(unit, party);
    if (known === null) throw new Fault('access/absent');
    const ownStance = nextStance(known.ownStance, known.theirStance, verb);
    if (ownStance === null) throw new Fault('federation/link-state', { state: known.state });
    const after = { ...known, ownStance, ownRevision: known.ownRevision + 1 };
    await needs.notices.change(unit, { before: known, after }, { actor: unit.reader, rule: verb });
  });

/** Opens the operator's verbs. */
export const createPairing = (needs: PairingNeeds): Pairing => ({
  inspect: (address) => inspect(needs, address),
  propose: (unit, found) => propose(needs, unit, found),
  act: (unit, party, verb) => act(needs, unit, party, verb),
});
