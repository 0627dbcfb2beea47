/** Hears a node's live stream as a console does: server-sent events, by the id of what they are about. */
import { isObject, readJson } from '../server/kernel/canonical.ts';
import type { ProcessNode } from '../testing/process-node.ts';

export interface Hearing {
  /** Resolves when the stream names this id. */
  next(id: string): Promise<void>;
  /** Resolves with whatever the stream names next. */
  following(): Promise<void>;
  close(): void;
}

/** Opens the stream as someone with this role, and returns once it is open. */
export const hearItems = async (node: ProcessNode, role: string): Promise<Hearing> => {
  const stopping = new AbortController();
  const waiting = new Map<string, () => void>();
  let wanted: () => void = () => undefined;
  const response = await fetch(`http://127.0.0.1:${node.settings.console.port}/api/live`, {
    headers: { authorization: `Bearer ${node.tokenOf(role)}` },
    signal: stopping.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`no live stream: ${response.status}`);
  const lines = response.body.pipeThrough(new TextDecoderStream());
  const hear = async (): Promise<void> => {
    let rest = '';
    for await (const part of lines) {
      const events = `${rest}${part}`.split('\n');
      rest = events.pop() ?? '';
      for (const line of events) {
        const event = line.startsWith('data: ') ? readJson(line.slice(6))?.value : null;
        if (!isObject(event)) continue;
        waiting.get(String(event.id))?.();
        wanted();
      }
    }
  };
  // Ends by `close`, or with the node: whoever still waits then runs into his own bound.
  hear().catch(() => undefined);
  return {
    next: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    following: () =>
      new Promise((resolve) => {
        wanted = resolve;
      }),
    close: () => stopping.abort(),
  };
};
