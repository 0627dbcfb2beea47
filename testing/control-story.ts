/** What stories of originator control say again and again: an item given, its control, a recall obeyed. */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { mintReleased } from '../server/kernel/released.ts';
import { toBundle } from '../server/plumbing/stix/index.ts';
import { arrived, compose, draftWith, entriesOf, inDays, items, ok, release } from './story.ts';
import { until } from './until.ts';
import type { WorldNode } from './world.ts';

const complyBy = `${inDays(2)}T12:00:00.000Z`;
export const withdrawal = {
  version: 1,
  kind: 'withdraw',
  marking: null,
  reason: 'The person was confused with another',
  complyBy,
} as const;

/** Written, released, and arrived at every recipient; its id. */
export const given = async (
  from: WorldNode,
  to: readonly WorldNode[],
  draft: { agreement: string } & JsonObject,
): Promise<string> => {
  const { agreement, ...changes } = draft;
  const recipients = to.map(({ party }) => party);
  const id = await compose(from, draftWith(agreement, { recipients, ...changes }));
  await release(from, id);
  for (const node of to) await arrived(node, id);
  return id;
};

export const controlOf = (node: WorldNode, id: string): Promise<JsonObject> =>
  ok(node.call('contact-point', 'GET', `${items}/${id}/control`));

const listIn = (from: JsonObject, name: string): readonly JsonObject[] => {
  const list = from[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** One of the lists of an item's control: `compliance`, `requests`, `consents`, `shares`, `recalls`. */
export const controlList = async (node: WorldNode, id: string, name: string) =>
  listIn(await controlOf(node, id), name);

export const recall = (node: WorldNode, id: string, body: JsonObject = withdrawal) =>
  node.call('contact-point', 'POST', `${items}/${id}/recall`, body);

/** The rows of compliance once so many holders have answered. */
export const obeyed = (node: WorldNode, id: string, count: number): Promise<readonly JsonObject[]> =>
  until(
    async () => {
      const rows = await controlList(node, id, 'compliance');
      const answered = rows.filter(({ outcome }) => outcome !== null);
      return answered.length === count ? answered : null;
    },
    { withinMs: 30_000 },
  );

/** Sends what no honest node would: a message made by hand, from one node to another. */
export const sendByHand = async (
  from: WorldNode,
  to: WorldNode,
  message: { kind: string; objects: Parameters<typeof toBundle>[0] },
): Promise<string> =>
  from.database.transact({ kind: 'system', name: 'story', party: from.party }, (unit) =>
    from.federation.send(
      unit,
      mintReleased({ kind: message.kind, body: toBundle(message.objects) }, to.party, 'test'),
    ),
  );

/** The fault with which a node refused an envelope, as its journal has it. */
export const refusedWith = (node: WorldNode, envelope: string): Promise<string> =>
  until(async () => {
    const [entry] = await entriesOf(node, { subject: envelope, verb: 'federation.receive' });
    return entry === undefined ? null : `${entry.outcome} ${entry.rule}`;
  });

/** Holder asks, originator grants for these parties; the consent's id at the holder once it is there. */
export const consented = async (
  holder: WorldNode,
  originator: WorldNode,
  about: { id: string; recipients: readonly string[]; namesRed?: boolean },
): Promise<string> => {
  const { id, recipients, namesRed = false } = about;
  const before = (await controlList(holder, id, 'consents')).length;
  const question = { version: 1, recipients, reason: 'They guard the same delegation' };
  await ok(holder.call('analyst', 'POST', `${items}/${id}/onward-requests`, question));
  const request = await until(async () => {
    const requests = await controlList(originator, id, 'requests');
    return requests.find(({ state, party }) => state === 'asked' && party === holder.party) ?? null;
  });
  const decision = { decision: 'granted', recipients, until: inDays(10), namesRed, reason: null };
  await decide(originator, String(request.id), decision);
  const consents = await until(async () => {
    const found = await controlList(holder, id, 'consents');
    return found.length > before ? found : null;
  });
  return String(consents[0]?.id);
};

/** The contact point's answer; throws unless it was taken. */
export const decide = async (node: WorldNode, request: string, decision: JsonObject): Promise<void> => {
  const path = `/api/exchange/onward-requests/${request}/decide`;
  const { status, body } = await node.call('contact-point', 'POST', path, decision);
  if (status !== 204) throw new Error(`${status} ${JSON.stringify(body)}`);
};

export const share = (node: WorldNode, consent: string, recipients: readonly string[], agreement: string) =>
  node.call('contact-point', 'POST', `/api/exchange/consents/${consent}/share`, { recipients, agreement });
