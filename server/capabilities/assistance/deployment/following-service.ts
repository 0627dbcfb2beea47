/** Keeps what stands accepted, line by line, as officers are named against it. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type AcceptanceFollower, acceptedOf } from '../accepted-service.ts';
import { findAsk, versionsOf } from '../ask-store.ts';
import { replaceLines, type StandingLine } from './accepted-store.ts';
import type { Course } from './course-service.ts';
import { endsWithAsk } from './machine.ts';
import type { DeploymentNeeds } from './needs-service.ts';
import * as units from './unit-store.ts';

/** Follows acceptances, on both nodes: with the ask, those who were named and have not come are withdrawn. */
export const createAcceptedFollower = (
  { self }: Pick<DeploymentNeeds, 'self'>,
  course: Pick<Course, 'endWith'>,
): AcceptanceFollower => ({
  acceptanceChanged: async (unit: Unit, ask: string, parties: readonly PartyId[]): Promise<void> => {
    const accepted = await acceptedOf(unit, ask, parties);
    const versions = (await versionsOf(unit, [ask])).get(ask) ?? [];
    const issued = versions.filter(({ state }) => state === 'issued').at(-1);
    const lines = accepted.flatMap(({ ask: { originator: host }, party: partner, lines: of }) =>
      of.map(
        ({ asked, offered, quantity }): StandingLine => ({
          ask,
          line: asked.id,
          partner,
          host,
          event: issued?.content.event?.id ?? null,
          specialty: asked.requirement.specialty,
          quantity,
          from: offered.from ?? asked.from,
          until: offered.to ?? asked.to,
        }),
      ),
    );
    await replaceLines(unit, { ask, partners: parties, holder: self }, lines);
    const ended = await findAsk(unit, ask);
    if (ended?.state !== 'withdrawn') return;
    for (const one of await units.lockOf(unit, ask))
      if (endsWithAsk(one.stage)) await course.endWith(unit, one, ended.originator);
  },
});
