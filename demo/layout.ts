/** Where the demo world stands: three nodes on loopback, each with ports and a data folder of its own. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../cli/output.ts';
import { newId } from '../server/kernel/ids.ts';
import {
  type NodeSettings,
  readSettings,
  settingsFile,
  writeSettings,
} from '../server/plumbing/config/index.ts';
import { type NodeKey, services } from './scenario/index.ts';

/** The console's port of each node. The public site is at + 100, TAK at + 200, links at + 300. */
const ports: Readonly<Record<NodeKey, number>> = { fr: 7001, ma: 7002, es: 7003 };
const linkOffset = 300;

export interface DemoPlace {
  readonly node: NodeKey;
  readonly folder: string;
  readonly settings: NodeSettings;
}

const newSettings = (service: (typeof services)[number], offset: number): NodeSettings => {
  const port = ports[service.node] + offset;
  return {
    party: newId('party'),
    name: service.name,
    country: service.country,
    languages: [...service.languages],
    console: { host: '127.0.0.1', port },
    publicAddress: `http://localhost:${port}`,
    federation: { host: '127.0.0.1', port: port + linkOffset },
    federationAddress: `https://127.0.0.1:${port + linkOffset}`,
    databaseUrl: null,
    demo: true,
    oidc: null,
  };
};

/** The settings of a node that was laid out before; null for a new world. */
const readPlace = async (
  own: string,
  service: (typeof services)[number],
  offset: number | null,
): Promise<NodeSettings | null> => {
  const exists = await stat(join(own, settingsFile)).catch(() => null);
  if (exists === null) return null;
  const settings = await readSettings(own);
  const before = settings.console.port - ports[service.node];
  // Partners know each other by these addresses: they are moved by beginning anew alone.
  if (offset !== null && offset !== before)
    throw new CommandError(
      `This demo world was made with --port-offset ${before}. Leave the option out, begin anew with --fresh, or name another folder with --data.`,
    );
  return settings;
};

/** The places of the three nodes in `folder`, made at the first call. `offset` shifts all ports. */
export const layOut = async (folder: string, offset: number | null): Promise<readonly DemoPlace[]> => {
  const places: DemoPlace[] = [];
  for (const service of services) {
    const own = join(folder, service.node);
    // The database may run as another user than root, who must be able to pass through.
    await mkdir(own, { recursive: true, mode: 0o755 });
    const existing = await readPlace(own, service, offset);
    const settings = existing ?? newSettings(service, offset ?? 0);
    if (existing === null) await writeSettings(own, settings);
    places.push({ node: service.node, folder: own, settings });
  }
  return places;
};
