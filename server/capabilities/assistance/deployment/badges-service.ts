/** Badges: issued with a code that is checked without a network, printed, revoked, listed when revoked. */
import { createHash, randomInt } from 'node:crypto';
import type { Descriptor } from '../../../federation/index.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { BadgeKey } from './badge-check.ts';
import { type BadgeStatement, badgeLimits, openCode, writeCode } from './badge-code.ts';
import { badgeDocument } from './badge-document.ts';
import * as store from './badge-store.ts';
import type { DeploymentNeeds } from './needs-service.ts';
import { mayList, maySee } from './policy.ts';
import { holdUnit } from './showing-service.ts';
import { factsOf, type StoredUnit } from './unit.ts';

/** Digits and letters that are not taken for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numberLength = 8;
const newNumber = (): string => {
  const letters = Array.from(
    { length: numberLength },
    () => alphabet[randomInt(alphabet.length)] ?? '0',
  ).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** Numbers are drawn anew where one is taken, so often at most. */
const drawnAtMost = 5;

/** The name as it fits the code. */
const shortened = (text: string, length: number): string => [...text].slice(0, length).join('');

/** Issues a badge and revokes the ones before; as the house. */
export const issueBadge = async (
  needs: Pick<DeploymentNeeds, 'self' | 'clock' | 'keys'>,
  part: Unit,
  unit: StoredUnit,
  wanted: { readonly until: string; readonly zones: readonly string[]; readonly armed: boolean },
): Promise<store.StoredBadge> => {
  const at = needs.clock.now();
  await store.revokeBadges(part, unit.id, at);
  for (let drawn = 0; drawn < drawnAtMost; drawn += 1) {
    const number = newNumber();
    const stated: BadgeStatement = {
      v: 1,
      p: needs.self,
      b: number,
      n: shortened(unit.profile.nameLatin, badgeLimits.name),
      s: shortened(unit.profile.service, 40),
      r: unit.profile.specialty,
      f: dayOf(at),
      u: wanted.until,
      w: wanted.armed,
      z: [...wanted.zones],
      k: [...unit.profile.powers],
    };
    const badge = {
      number,
      unit: unit.id,
      holder: needs.self,
      code: writeCode('badge', stated, needs.keys.sign),
      from: stated.f,
      until: wanted.until,
      zones: wanted.zones,
      armed: wanted.armed,
      issuedAt: at,
      revokedAt: null,
    };
    if (await store.insertBadge(part, badge)) return badge;
  }
  throw new Error('bug: no number for a badge is left');
};

export const shortHash = (number: string): string =>
  createHash('sha256').update(number).digest().subarray(0, 8).toString('base64url');

/** The keys of this service, the present one first: a hand-over ends the time of one and begins the next. */
const keysOf = ({ identityKey, previousKeys }: Descriptor): BadgeKey[] => {
  const ends = [...previousKeys.map(({ publicKey, at }) => ({ publicKey, until: at }))];
  return [...ends, { publicKey: identityKey, until: null }]
    .map(({ publicKey, until }, index) => ({ publicKey, from: ends[index - 1]?.until ?? null, until }))
    .reverse();
};

export const createBadges = (needs: DeploymentNeeds) => {
  const { verbs, self, clock } = needs;
  return {
    /** The badge in force as PDF. */
    print: async (actor: Actor, id: string, language: Language) => {
      const { unit, badge } = await verbs.run(
        { actor, verb: 'assistance.print-badge', subject: id },
        async (work) => {
          const { unit, pairs } = await holdUnit(work, id);
          work.permit(maySee(actor, factsOf(unit, pairs)));
          const all = await store.badgesOf(work.unit, [id]);
          const badge = all.find(({ revokedAt }) => revokedAt === null);
          if (badge === undefined || badge.code === null) throw new Fault('access/absent');
          work.note({ badge: badge.number });
          return { unit, badge: { ...badge, code: badge.code } };
        },
      );
      const names = new Map((await needs.services()).map(({ id: party, name }) => [party, name]));
      const document = await badgeDocument({
        unit,
        badge,
        language,
        issuer: needs.service.name,
        partner: names.get(unit.party)?.[language] ?? unit.profile.service,
        now: clock.now(),
        timeZone: needs.timeZone,
      });
      return { name: `badge-${badge.number}.pdf`, bytes: await needs.typesetter.typeset(document) };
    },

    /** What a phone loads once to check badges by itself: this service's key, and what was revoked. */
    keys: (actor: Actor) =>
      verbs.read({ actor, verb: 'assistance.list-revoked', subject: null }, async (work) => {
        work.permit(mayList(actor, self));
        const at = clock.now();
        const known = keysOf(needs.federation.identity().descriptor);
        const [present] = known;
        const { numbers, former } = await work.unit.asHouse('deployment', async (part) => ({
          numbers: await store.revokedNumbers(part, dayOf(at)),
          former: await store.codesBefore(part, present?.from ?? null, dayOf(at)),
        }));
        const list = {
          v: 1 as const,
          p: self,
          t: at,
          h: numbers.map(shortHash),
          o: former.flatMap((code) => openCode('badge', code)?.signed ?? []).map(shortHash),
        };
        return {
          party: self,
          name: needs.service.name,
          publicKeys: [needs.keys.publicKey],
          keys: known,
          revoked: writeCode('revoked', list, needs.keys.sign),
          madeAt: at,
        };
      }),
  };
};
