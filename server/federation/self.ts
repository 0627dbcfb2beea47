/**
 * This node's own descriptor: kept in the database, renewed when what it says has changed, handed over by
 * keys.
 */
import type { JsonObject } from '../kernel/canonical.ts';
import { Fault, type Words } from '../kernel/faults.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { plainPem, type Sign, signObject } from './descriptor.ts';
import { federationLimits, protocolName } from './limits.ts';
import { insertOwnDescriptor, lockLinks, readOwnDescriptor } from './link-store.ts';
import type { Descriptor, Handover } from './messages.ts';
import type { House } from './needs.ts';

/** What a node says of itself that its operator chose. */
export interface SelfFacts {
  readonly name: Words;
  readonly country: string;
  readonly languages: readonly string[];
  readonly address: string;
}

export interface Self {
  descriptor(): Descriptor;
  /** Hands over to the next identity key; partners adopt it when they are told. */
  rotateKey(): Promise<void>;
}

const writeDescriptor = (
  house: House,
  facts: SelfFacts,
  content: { version: number; identityKey: string; previousKeys: readonly Handover[] },
  sign: Sign,
): Descriptor =>
  signObject(
    {
      protocol: protocolName,
      party: house.party,
      name: facts.name,
      country: facts.country,
      languages: [...facts.languages],
      address: facts.address,
      tlsCertificate: plainPem(house.keys.tls.certificate),
      issuedAt: house.clock.now(),
      ...content,
      previousKeys: content.previousKeys.slice(-federationLimits.previousKeys),
    },
    sign,
  );

const saysTheSame = (house: House, facts: SelfFacts, kept: Descriptor): boolean =>
  JSON.stringify([
    kept.name.ar,
    kept.name.fr,
    kept.name.en,
    kept.country,
    kept.languages,
    kept.address,
    kept.tlsCertificate,
  ]) ===
  JSON.stringify([
    facts.name.ar,
    facts.name.fr,
    facts.name.en,
    facts.country,
    facts.languages,
    facts.address,
    plainPem(house.keys.tls.certificate),
  ]);

const store = async (
  house: House,
  unit: Unit,
  descriptor: Descriptor,
  details: JsonObject,
): Promise<void> => {
  await house.journal.append(unit, {
    actor: house.actor,
    verb: 'federation.describe',
    subject: house.party,
    outcome: 'done',
    rule: 'own-node',
    details: { version: descriptor.version, publicKey: descriptor.identityKey, ...details },
  });
  await insertOwnDescriptor(unit, descriptor);
};

/** A hand-over that was cut short between the descriptor and the key file is finished. */
const finishHandover = async (house: House, kept: Descriptor): Promise<void> => {
  if (kept.identityKey === house.keys.publicKey) return;
  const next = await house.keys.prepareNext();
  if (next.publicKey !== kept.identityKey) throw new Fault('federation/key-changed');
  await house.keys.adoptNext();
};

/** Reads, or writes anew, what this node says of itself. Faults: `federation/key-changed`. */
export const openSelf = async (house: House, facts: SelfFacts): Promise<Self> => {
  const load = async (unit: Unit): Promise<Descriptor> => {
    await lockLinks(unit);
    const kept = await readOwnDescriptor(unit);
    if (kept !== null) await finishHandover(house, kept);
    if (kept !== null && saysTheSame(house, facts, kept)) return kept;
    const content = {
      version: (kept?.version ?? 0) + 1,
      identityKey: house.keys.publicKey,
      previousKeys: kept?.previousKeys ?? [],
    };
    const descriptor = writeDescriptor(house, facts, content, house.keys.sign);
    await store(house, unit, descriptor, {});
    return descriptor;
  };
  let current = await house.database.transact(house.actor, load);

  return {
    descriptor: () => current,
    rotateKey: async () => {
      const next = await house.keys.prepareNext();
      const previous = house.keys.publicKey;
      const rotated = await house.database.transact(house.actor, async (unit) => {
        await lockLinks(unit);
        const version = current.version + 1;
        const handover = { publicKey: previous, nextPublicKey: next.publicKey, at: house.clock.now() };
        const previousKeys = [...current.previousKeys, signObject(handover, house.keys.sign)];
        const content = { version, identityKey: next.publicKey, previousKeys };
        const descriptor = writeDescriptor(house, facts, content, next.sign);
        await store(house, unit, descriptor, { previousKey: previous });
        return descriptor;
      });
      await house.keys.adoptNext();
      current = rotated;
    },
  };
};
