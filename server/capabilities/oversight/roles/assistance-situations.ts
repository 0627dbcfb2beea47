/** Asks for assistance and answers, asked of the policy of assistance. Pure. */
import { tlps } from '../../../kernel/marking.ts';
import type { Asking, Situation } from './situations.ts';

/** All that assistance decides of a role. */
export const assistanceSituations = ({ actor, self, others, policies }: Asking): Situation[] => {
  const { assistance } = policies;
  return tlps.flatMap((tlp): Situation[] => {
    const marking = { tlp };
    const [own, received] = [
      { originator: self, marking },
      { originator: others.party, marking },
    ];
    return [
      { verb: 'assist-read', facets: { tlp }, decision: assistance.mayRead(actor, self, own) },
      { verb: 'assist-ask', facets: { tlp }, decision: assistance.mayAsk(actor, self, tlp) },
      { verb: 'assist-answer', facets: { tlp }, decision: assistance.mayAnswer(actor, self, received) },
      { verb: 'assist-settle', facets: { tlp }, decision: assistance.mayAnswer(actor, self, own) },
      ...([true, false] as const).map((byHim): Situation => {
        const author = byHim ? actor.person : others.person;
        const facets = { tlp, written: byHim ? 'by-him' : 'by-others' };
        const decision = assistance.mayRelease(actor, self, own, author);
        return { verb: 'assist-release', facets, decision };
      }),
      { verb: 'assist-take-back', facets: { tlp }, decision: assistance.mayTakeBack(actor, self, own) },
      { verb: 'assist-withdraw', facets: { tlp }, decision: assistance.mayWithdraw(actor, self, own) },
    ];
  });
};
