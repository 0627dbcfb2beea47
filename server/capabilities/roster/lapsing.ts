/** What becomes of published duties when the register no longer holds what they stand on. Pure. */
import type { Instant } from '../../kernel/time.ts';
import type { ToldDuty } from './duty.ts';
import type { HostBeside } from './unit-person.ts';

/** Host officers beside a unit for a duty; nobody where they are not there for all of it between them. */
export const hostsBeside = (
  hosts: readonly HostBeside[],
  startsAt: Instant,
  endsAt: Instant,
): readonly HostBeside[] => {
  const beside = hosts.filter(({ from, until }) => from < endsAt && startsAt < until);
  let reached = startsAt;
  for (const { from, until } of beside.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (from <= reached && until > reached) reached = until;
  return reached >= endsAt ? beside : [];
};

/** A duty that is otherwise now than it was told. */
export interface Lapse {
  readonly duty: ToldDuty;
  /** Since when it is held by nobody who may stand there; null where it is mended. */
  readonly lapsedAt: Instant | null;
}

/**
 * Of standing duties of one unit, those that change: all end where the register has it no longer; a visitor's
 * keep the host officers whom he still has.
 */
export const lapsesOf = (
  duties: readonly (ToldDuty & { readonly lapsedAt: Instant | null })[],
  person: { readonly hosts: readonly HostBeside[] } | undefined,
  of: { readonly self: string; readonly at: Instant },
): readonly Lapse[] =>
  duties.flatMap((duty): readonly Lapse[] => {
    const { content, sequence, startsAt, endsAt } = duty;
    if (person === undefined)
      return [{ duty: { ...duty, sequence: sequence + 1, state: 'cancelled' }, lapsedAt: of.at }];
    if (duty.party === of.self) return [];
    const beside = hostsBeside(person.hosts, startsAt, endsAt);
    const hosts = beside.map(({ name, phone }) => ({ name, phone }));
    if (JSON.stringify(hosts) === JSON.stringify(content.hosts)) return [];
    const host = beside.find(({ account }) => account !== null)?.account ?? null;
    const now = { ...duty, host, content: { ...content, hosts }, sequence: sequence + 1 };
    return [{ duty: now, lapsedAt: hosts.length > 0 ? null : (duty.lapsedAt ?? of.at) }];
  });
