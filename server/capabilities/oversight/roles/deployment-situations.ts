/** Officers who are sent and received, asked of the policy of deployments. Pure. */
import type { Asking, Situation } from './situations.ts';

/** All that deployments decide of a role. */
export const deploymentSituations = ({ actor, self, others, policies }: Asking): Situation[] => {
  const { deployment } = policies;
  const unit = (isNear: boolean, party = others.party, host = self) => ({
    holder: self,
    kind: party === self ? ('sent' as const) : ('visiting' as const),
    party,
    host,
    person: isNear ? actor.person : others.person,
    pairedPersons: [],
  });
  const [visitor, sent] = [unit(false), unit(false, self, others.party)];
  const sides = [
    { officer: 'visiting', of: visitor },
    { officer: 'sent', of: sent },
  ] as const;
  return [
    { verb: 'officers-list', facets: {}, decision: deployment.mayList(actor, self) },
    ...[true, false].map((isNear): Situation => {
      const facets = { officer: isNear ? 'himself' : 'visiting' };
      return { verb: 'officers-read', facets, decision: deployment.maySee(actor, unit(isNear)) };
    }),
    { verb: 'officers-board', facets: {}, decision: deployment.mayReadBoard(actor, self) },
    { verb: 'officers-register', facets: {}, decision: deployment.mayRegister(actor, self) },
    { verb: 'officers-release-names', facets: {}, decision: deployment.mayReleaseName(actor, self, []) },
    ...sides.flatMap(({ officer, of }): Situation[] => [
      {
        verb: 'officers-accredit',
        facets: { officer },
        decision: deployment.mayStep(actor, self, of, 'accredit'),
      },
      {
        verb: 'officers-extend',
        facets: { officer },
        decision: deployment.mayStep(actor, self, of, 'propose-extension'),
      },
      {
        verb: 'officers-withdraw',
        facets: { officer },
        decision: deployment.mayStep(actor, self, of, 'withdraw'),
      },
      { verb: 'officers-tend', facets: { officer }, decision: deployment.mayTend(actor, self, of) },
    ]),
  ];
};
