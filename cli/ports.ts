/** Looks whether ports are free before anything is written or started that would need them. */
import { createServer } from 'node:net';
import type { NodeSettings } from '../server/plumbing/config/index.ts';
import { CommandError } from './output.ts';

interface Listener {
  readonly host: string;
  readonly port: number;
}

/** The code of what keeps one from listening there; null when the port is free. */
const obstacleAt = ({ host, port }: Listener): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });

/** Throws CommandError when one of the nodes' ports cannot be had; `advice` says what to do about it. */
export const refuseTakenPorts = async (nodes: readonly NodeSettings[], advice: string): Promise<void> => {
  const obstacles: string[] = [];
  for (const listener of nodes.flatMap((node) => [node.console, node.federation])) {
    const code = await obstacleAt(listener);
    const at = `${listener.host}:${listener.port}`;
    if (code === 'EADDRINUSE') obstacles.push(`${at} is taken by another program.`);
    else if (code !== null) obstacles.push(`${at} cannot be listened on (${code}).`);
  }
  if (obstacles.length > 0) throw new CommandError([...obstacles, advice].join('\n'));
};
