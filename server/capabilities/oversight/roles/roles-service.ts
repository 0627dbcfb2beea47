/** The verb of the role screen: what a role may see and do here, by the policies and tightenings in force. */
import type { PersonActor, Role } from '../../../kernel/decision.ts';
import { newId, type PartyId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import { mayReadRole } from '../policy.ts';
import { isBoundEver } from '../tightening/tightening.ts';
import { readInForce } from '../tightening/tightening-store.ts';
import type { RoleAccount } from './contract.ts';
import { policies } from './policies.ts';
import { roleAccount } from './role-account.ts';

export const createRoles = ({ verbs, clock, self }: { verbs: Verbs; clock: Clock; self: PartyId }) => ({
  account: (actor: PersonActor, asked: { role?: Role; guest?: boolean }): Promise<RoleAccount> =>
    verbs.read({ actor, verb: 'oversight.read-role', subject: null }, async ({ unit, permit }) => {
      const isGuest = asked.guest ?? actor.party !== self;
      const role = asked.role ?? actor.role;
      permit(mayReadRole(actor, self, { role, guest: isGuest }));
      const others = { person: newId('person'), desk: newId('desk'), party: newId('party') };
      const isHis = role === actor.role && isGuest === (actor.party !== self);
      const [desk] = actor.desks;
      const asking: PersonActor = isHis
        ? { ...actor, desks: desk === undefined ? [newId('desk')] : [desk] }
        : {
            kind: 'person',
            person: newId('person'),
            party: isGuest ? others.party : self,
            role,
            desks: [newId('desk')],
            circles: [],
            clearance: role === 'observer' ? 'green' : 'red',
          };
      // A guest's own service is the other one that an item is releasable to.
      const around = isGuest ? { ...others, party: asking.party } : others;
      const rules = await readInForce(unit);
      const today = dayOf(clock.now());
      return {
        role,
        guest: isGuest,
        clearance: asking.clearance,
        verbs: roleAccount({ actor: asking, self, others: around, policies }),
        tightenings: rules.filter((rule) => isBoundEver(rule, { role, isOwn: !isGuest }, today)),
      };
    }),
});
export type Roles = ReturnType<typeof createRoles>;
