/** What those on duty do, asked of the policies of requests and of the watch. Pure. */
import type { PersonId } from '../../../kernel/ids.ts';
import { type Tlp, tlps } from '../../../kernel/marking.ts';
import type { RoleVerb } from './contract.ts';
import { type Asking, nearName, nearness, receivedItem, type Situation } from './situations.ts';

/** A request that came, at the desk that has it. */
const requestSituations = (asking: Asking): Situation[] => {
  const { actor, self, others, policies } = asking;
  const { requests } = policies;
  const ask = tlps.map((tlp) => ({
    verb: 'request-ask' as const,
    facets: { tlp },
    decision: requests.mayAsk(actor, self, tlp),
  }));
  const came = tlps.flatMap((tlp) =>
    nearness.flatMap((near) => {
      const facets = { tlp, near: nearName(near) };
      const item = receivedItem(asking, tlp, near);
      const strand = { requester: others.party, addressee: self, desk: item.desk };
      const step = (kind: 'accepted' | 'refused') => requests.mayStep(actor, item, { strand, kind, self });
      return [
        { verb: 'request-follow' as const, facets, decision: requests.mayFollow(actor, item) },
        // Taken out by who follows it; what of its items goes along, exchange decides as for each item.
        { verb: 'request-export' as const, facets, decision: requests.mayFollow(actor, item) },
        { verb: 'request-speak' as const, facets, decision: step('accepted') },
        { verb: 'request-refuse' as const, facets, decision: step('refused') },
        {
          verb: 'request-answer' as const,
          facets,
          decision: requests.mayAnswer(actor, item, { strand, self }),
        },
        {
          verb: 'request-assign' as const,
          facets,
          decision: requests.mayAssign(actor, item, { strand, desk: item.desk }),
        },
      ];
    }),
  );
  return [...ask, ...came];
};

/** Whose the work is: who is away, who takes a handing over back, what is asked again and again. */
const staffSituations = ({ actor, self, others, policies }: Asking): Situation[] => {
  const { staff, templates } = policies;
  const absence = (person: PersonId) => staff.mayMarkAbsent(actor, self, { person, headsHim: false });
  const undo = [true, false].map((byHim) => ({
    verb: 'request-undo-hand-over' as const,
    facets: { written: byHim ? 'by-him' : 'by-others' },
    decision: staff.mayUndo(actor, self, { by: byHim ? actor.person : others.person, headsIt: false }),
  }));
  return [
    ...undo,
    { verb: 'request-templates-use', facets: {}, decision: templates.mayUseTemplates(actor, self) },
    { verb: 'request-templates-write', facets: {}, decision: templates.mayManageTemplates(actor, self) },
    { verb: 'absence-own', facets: {}, decision: absence(actor.person) },
    { verb: 'absence-others', facets: {}, decision: absence(others.person) },
    { verb: 'desk-head-name', facets: {}, decision: staff.mayNameHead(actor, self) },
  ];
};

/** An entry of the log, or an alert, of this service. */
const viewOf = ({ actor, self, others }: Asking, tlp: Tlp, near: boolean) => ({
  holder: self,
  author: near ? actor.person : others.person,
  desk: near ? (actor.desks[0] ?? null) : others.desk,
  marking: { tlp, releasableTo: [self, others.party] },
});

const logSituations = (asking: Asking): Situation[] => {
  const { actor, self, policies } = asking;
  const { log } = policies;
  const write = tlps.map((tlp) => ({
    verb: 'log-write' as const,
    facets: { tlp },
    decision: log.mayWrite(actor, self, tlp),
  }));
  const seen = tlps.flatMap((tlp) =>
    nearness.flatMap((near) => {
      const facets = { tlp, near: nearName(near) };
      const view = viewOf(asking, tlp, near);
      return [
        { verb: 'log-read' as const, facets, decision: log.mayRead(actor, view) },
        { verb: 'log-erase' as const, facets, decision: log.mayErase(actor, self, view) },
      ];
    }),
  );
  return [...seen, ...write];
};

/** What is done with alerts that were sent, and by their author with his draft. */
const endingSituations = (asking: Asking): Situation[] => {
  const { actor, self, policies } = asking;
  return tlps.flatMap((tlp) =>
    (['draft', 'sent'] as const).flatMap((state) =>
      [true, false].flatMap((written) => {
        const facets = { tlp, alert: state, written: written ? 'by-him' : 'by-others' };
        const urgency = 'Expected' as const;
        const view = { ...viewOf(asking, tlp, written), originator: self, state, urgency };
        const cancel = { decision: policies.alerts.mayCancel(actor, self, view), facets };
        const update = { decision: policies.alerts.mayUpdate(actor, self, view), facets: { tlp } };
        return [
          { verb: 'alert-cancel' as const, ...cancel },
          ...(state === 'sent' ? [{ verb: 'alert-update' as const, ...update }] : []),
        ];
      }),
    ),
  );
};

const alertSituations = (asking: Asking): Situation[] => {
  const { actor, self, others, policies } = asking;
  const drafts = tlps.flatMap((tlp) =>
    [true, false].flatMap((written) =>
      (['Immediate', 'Expected'] as const).map((urgency) => {
        const view = { ...viewOf(asking, tlp, written), originator: self, state: 'draft', urgency } as const;
        return {
          verb: 'alert-send' as const,
          facets: {
            tlp,
            written: written ? 'by-him' : 'by-others',
            urgency: urgency === 'Immediate' ? 'immediate' : 'not-immediate',
          },
          decision: policies.alerts.maySend(actor, self, view),
        };
      }),
    ),
  );
  const came = tlps.map((tlp) => {
    const from = { author: null, originator: others.party, state: 'received', urgency: 'Immediate' } as const;
    const view = { ...viewOf(asking, tlp, false), ...from };
    return {
      verb: 'alert-acknowledge' as const,
      facets: { tlp },
      decision: policies.alerts.mayAcknowledge(actor, self, view),
    };
  });
  return [...drafts, ...endingSituations(asking), ...came];
};

const shiftSituations = (asking: Asking): Situation[] => {
  const { actor, self, others, policies } = asking;
  const { shifts } = policies;
  const [desk = others.desk] = actor.desks;
  const notes = tlps.flatMap((tlp) =>
    nearness.map((near) => {
      const officers = [near ? actor.person : others.person];
      const signing = { desk, officers, tlp, outBy: null, next: null };
      return {
        verb: 'handover-sign' as const,
        facets: { tlp, shift: near ? 'his-shift' : 'others-shift' },
        decision: shifts.maySignOut(actor, self, signing),
      };
    }),
  );
  return [
    { verb: 'shifts-read', facets: {}, decision: shifts.mayReadRota(actor, self) },
    { verb: 'shifts-plan', facets: {}, decision: shifts.mayPlan(actor, self) },
    ...tlps.map((tlp) => ({
      verb: 'handover-read' as const,
      facets: { tlp },
      decision: shifts.mayReadHandover(actor, self, tlp),
    })),
    ...notes,
  ];
};

/** A product goes to a circle: none of them is for named people alone. */
const productLabels = tlps.filter((tlp) => tlp !== 'red');

const sitrepSituations = (asking: Asking): Situation[] => {
  const { actor, self, others, policies } = asking;
  const { sitreps } = policies;
  const each = productLabels.flatMap((tlp) => {
    const view = { holder: self, marking: { tlp }, editors: [others.person] };
    const ofLabel = (verb: RoleVerb, decision: Situation['decision']): Situation => ({
      verb,
      facets: { tlp },
      decision,
    });
    return [
      ofLabel('sitrep-read', sitreps.mayReadSitrep(actor, view)),
      ofLabel('sitrep-assemble', sitreps.mayAssemble(actor, self, tlp)),
    ];
  });
  const approved = productLabels.flatMap((tlp) =>
    [true, false].map((written) => {
      const view = { holder: self, marking: { tlp }, editors: [written ? actor.person : others.person] };
      return {
        verb: 'sitrep-approve' as const,
        facets: { tlp, written: written ? 'by-him' : 'by-others' },
        decision: sitreps.mayApprove(actor, view),
      };
    }),
  );
  return [...each, ...approved];
};

/** All that requests and the watch decide of a role. */
export const dutySituations = (asking: Asking): Situation[] => [
  ...requestSituations(asking),
  ...staffSituations(asking),
  ...logSituations(asking),
  ...alertSituations(asking),
  ...shiftSituations(asking),
  ...sitrepSituations(asking),
];
