/** What units are told of a roster. Pure. */
import type { PlannedDuty } from './duty.ts';
import type { EventNames } from './event-names.ts';
import type { TakenPlan } from './hindrance.ts';
import { hostsBeside } from './lapsing.ts';
import type { Assignment } from './plan.ts';
import type { UnitPerson } from './unit-person.ts';

/** A roster with all that its units are told of. */
export interface Published {
  readonly plan: TakenPlan;
  readonly assignments: readonly Assignment[];
  readonly people: ReadonlyMap<string, UnitPerson>;
  readonly names: EventNames;
}

/** What units are told of what is published. */
export const plannedDuties = ({ plan, assignments, people, names }: Published): readonly PlannedDuty[] => {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const places = new Map(plan.places.map((place) => [place.id, place]));
  return assignments.flatMap((assignment): readonly PlannedDuty[] => {
    const [post, person] = [posts.get(assignment.post), people.get(assignment.unit)];
    if (post === undefined || person === undefined) return [];
    const [startsAt, endsAt] = [assignment.from ?? post.from, assignment.to ?? post.to];
    const beside = hostsBeside(person.hosts, startsAt, endsAt);
    const { language } = person;
    return [
      {
        unit: assignment.unit,
        post: post.id,
        party: person.party,
        officer: person.account,
        host: beside.find(({ account }) => account !== null)?.account ?? null,
        startsAt,
        endsAt,
        content: {
          event: names.event[language],
          venue: names.places.get(post.place)?.[language] ?? places.get(post.place)?.name ?? post.place,
          zone: plan.zone,
          specialty: post.requirement.specialty,
          powers: [...post.requirement.powers],
          task: post.name ?? null,
          hosts: beside.map(({ name, phone }) => ({ name, phone })),
        },
      },
    ];
  });
};
