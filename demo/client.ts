/** Talks to the demo nodes as the people of the scenario, over the same API as everyone. */
import { readJson } from '../server/kernel/canonical.ts';
import type { DemoNodeAccounts } from './accounts.ts';
import type { NodeKey } from './scenario/index.ts';

export type DemoClient = (
  node: NodeKey,
  role: string,
  method: string,
  path: string,
  body?: unknown,
) => Promise<unknown>;

/** Throws with the answer's text when a node refuses. */
export const createDemoClient = (nodes: readonly DemoNodeAccounts[]): DemoClient => {
  const byKey = new Map(nodes.map((node) => [node.node, node]));
  return async (node, role, method, path, body) => {
    const found = byKey.get(node);
    const account = found?.accounts[role];
    if (found === undefined || account === undefined) throw new Error(`bug: no ${role} on ${node}`);
    const response = await fetch(`${found.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${account.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${node} ${role} ${method} ${path}: ${response.status} ${text}`);
    return readJson(text)?.value ?? null;
  };
};

const waitWithinMs = 30_000;
const waitEveryMs = 25;

/** Asks again until the answer is not null; throws after `waitWithinMs`. */
export const waitFor = async <Found>(what: string, ask: () => Promise<Found | null>): Promise<Found> => {
  const until = Date.now() + waitWithinMs;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (Date.now() > until) throw new Error(`The demo waited too long for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, waitEveryMs));
  }
};
