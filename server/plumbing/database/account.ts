/**
 * The operating-system account that the server runs as. PostgreSQL refuses to run as root; a node started as
 * root lends it an unprivileged account that exists already, and keeps everything else for itself.
 */
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';

export interface Account {
  readonly name: string;
  /** Empty when the server runs as the node's own user; otherwise the ids to start its processes with. */
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** In order of preference: the database's own account where a machine has one, else nobody's. */
const preferredNames = ['postgres', 'nobody'];
const fallback: Account = { name: '65534', ids: { uid: 65534, gid: 65534 } };

const readAccounts = async (): Promise<readonly Account[]> => {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid)
      ? [{ name, ids: { uid: Number(uid), gid: Number(gid) } }]
      : [];
  });
};

/**
 * Chooses the account for a data folder. Data that exists keep their owner: a machine on which PostgreSQL is
 * installed later does not lose access to them.
 */
export const chooseAccount = async (dataFolder: string): Promise<Account> => {
  if (process.getuid?.() !== 0) return { name: userInfo().username, ids: {} };
  const accounts = await readAccounts();
  const owner = await stat(dataFolder).catch(() => null);
  if (owner && owner.uid !== 0) {
    const known = accounts.find((account) => account.ids.uid === owner.uid);
    return known ?? { name: String(owner.uid), ids: { uid: owner.uid, gid: owner.gid } };
  }
  for (const name of preferredNames) {
    const found = accounts.find((account) => account.name === name && account.ids.uid !== 0);
    if (found) return found;
  }
  return fallback;
};

/**
 * The first folder on the way to `folder`, itself included, that the account may not pass through; or null.
 */
export const closedParent = async (folder: string, account: Account): Promise<string | null> => {
  const { uid, gid } = account.ids;
  if (uid === undefined) return null;
  const way: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    way.unshift(at);
    if (dirname(at) === at) break;
  }
  for (const at of way) {
    const found = await stat(at);
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return at;
  }
  return null;
};
