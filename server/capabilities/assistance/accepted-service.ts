/** What stands accepted between the two sides of an ask: what those who deploy officers go by. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { OfferedLine } from './answer-contract.ts';
import { recipientsOf, type StoredAsk } from './ask.ts';
import type { AskedLine } from './ask-contract.ts';
import * as asks from './ask-store.ts';
import type { AskWhole } from './showing.ts';
import { hasTravelled } from './step.ts';
import { stepsOf } from './step-store.ts';
import { foldThread } from './thread.ts';

/** One line of an acceptance: what was asked, as it was offered, and of how many the host has said yes. */
export interface AcceptedLine {
  readonly asked: AskedLine;
  readonly offered: OfferedLine;
  readonly quantity: number;
}

/** What the host has accepted of one partner. */
export interface Accepted {
  readonly ask: StoredAsk;
  readonly title: string;
  readonly party: PartyId;
  /** The step that accepted it: another one means that it was accepted anew. */
  readonly step: string;
  readonly lines: readonly AcceptedLine[];
}

/**
 * What stands accepted of an ask with each of these partners, or with all of it, as far as the reader may see
 * it. Nothing stands once either side has withdrawn; when the ask itself is withdrawn, nothing stands either.
 */
export const acceptedOf = async (
  unit: Unit,
  id: string,
  of: readonly PartyId[] | null = null,
): Promise<readonly Accepted[]> => {
  const ask = await asks.findAsk(unit, id);
  if (ask === null || ask.state !== 'issued') return [];
  const versions = (await asks.versionsOf(unit, [id])).get(id) ?? [];
  return acceptedIn({ ask, versions, steps: await stepsOf(unit, [id]) }, of);
};

/** The same of an ask that was read. */
export const acceptedIn = (
  { ask, versions, steps }: Pick<AskWhole, 'ask' | 'versions' | 'steps'>,
  of: readonly PartyId[] | null = null,
): readonly Accepted[] =>
  (of ?? recipientsOf(ask)).flatMap((party) => {
    const said = steps.filter((step) => step.party === party && hasTravelled(step));
    const { acceptance } = foldThread(said);
    if (acceptance === null) return [];
    const { accept, offer } = acceptance;
    const version = versions.find((one) => one.version === offer.askVersion);
    const lines = accept.content.lines.flatMap(({ line, quantity }) => {
      const asked = version?.content.lines.find((one) => one.id === line);
      const offered = offer.content.lines.find((one) => one.line === line);
      return asked === undefined || offered === undefined ? [] : [{ asked, offered, quantity }];
    });
    return [{ ask, title: version?.content.title ?? '', party, step: accept.id, lines }];
  });

/**
 * What follows acceptances. Called as the house, in the transaction that keeps what was said, whenever an
 * acceptance may have come, changed or gone, on both nodes.
 */
export interface AcceptanceFollower {
  acceptanceChanged(unit: Unit, ask: string, parties: readonly PartyId[]): Promise<void>;
}

/** Tells all followers. */
export const follow = (
  needs: { readonly followers: readonly AcceptanceFollower[] },
  unit: Unit,
  ask: string,
  parties: readonly PartyId[],
): Promise<void> =>
  unit.asHouse('assistance', async (house) => {
    for (const follower of needs.followers) await follower.acceptanceChanged(house, ask, parties);
  });
