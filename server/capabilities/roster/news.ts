/** What a publication would change of what was told, by unit and by service, for who approves it. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { DutyNewsShown, News } from './contract.ts';
import { type DutyNews, dutyKey, type PlannedDuty, type ToldDuty } from './duty.ts';

type Told = ReadonlyMap<string, ToldDuty>;

const partsOf = (before: ToldDuty, after: PlannedDuty): DutyNewsShown['parts'] => {
  const isOther = (read: (duty: PlannedDuty) => unknown): boolean =>
    JSON.stringify(read(before)) !== JSON.stringify(read(after));
  return [
    ...(before.state === 'cancelled' ? (['again'] as const) : []),
    ...(isOther(({ startsAt, endsAt }) => [startsAt, endsAt]) ? (['time'] as const) : []),
    ...(isOther(({ content }) => content.venue) ? (['place'] as const) : []),
    ...(isOther(({ content }) => content.hosts) ? (['host'] as const) : []),
    ...(isOther(({ content: { specialty, powers, task } }) => [specialty, powers, task])
      ? (['task'] as const)
      : []),
  ];
};

const shown = (kind: DutyNewsShown['kind'], duty: PlannedDuty, told: Told): DutyNewsShown => {
  const { post, startsAt, endsAt, content } = duty;
  const { venue, specialty } = content;
  const before = kind === 'changed' ? told.get(dutyKey(duty)) : undefined;
  return {
    ...{ post, kind, specialty, startsAt, endsAt, venue },
    before:
      before === undefined
        ? null
        : { startsAt: before.startsAt, endsAt: before.endsAt, venue: before.content.venue },
    parts: before === undefined ? [] : partsOf(before, duty),
  };
};

const countIn = (duties: readonly Pick<DutyNewsShown, 'kind'>[]) => {
  const of = (kind: DutyNewsShown['kind']) => duties.filter((one) => one.kind === kind).length;
  return { added: of('added'), changed: of('changed'), cancelled: of('cancelled') };
};

interface ToldWith {
  readonly told: readonly ToldDuty[];
  readonly planned: number;
  nameOf(unit: string): string;
  /** Units that are shown one by one. */
  readonly shownUnits: number;
}

/** In the order of services and names; each unit's duties in the order of time. */
export const newsOf = (news: DutyNews, { told, planned, nameOf, shownUnits }: ToldWith): News => {
  const before = new Map(told.map((duty) => [dutyKey(duty), duty]));
  const units = new Map<string, { readonly party: PartyId; readonly duties: DutyNewsShown[] }>();
  for (const kind of ['added', 'changed', 'cancelled'] as const)
    for (const duty of news[kind]) {
      const known = units.get(duty.unit) ?? { party: duty.party, duties: [] };
      known.duties.push(shown(kind, duty, before));
      units.set(duty.unit, known);
    }
  const people = [...units]
    .map(([unit, { party, duties }]) => ({
      ...{ unit, name: nameOf(unit), party, ...countIn(duties) },
      duties: duties.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
    }))
    .sort((one, other) => one.party.localeCompare(other.party) || one.name.localeCompare(other.name));
  const parties = [...new Set(people.map(({ party }) => party))].map((party) => {
    const those = people.filter((one) => one.party === party);
    return { party, units: those.length, ...countIn(those.flatMap(({ duties }) => duties)) };
  });
  return {
    ...countIn(people.flatMap(({ duties }) => duties)),
    unchanged: planned - news.added.length - news.changed.length,
    units: people.length,
    parties,
    people: people.slice(0, shownUnits),
  };
};
