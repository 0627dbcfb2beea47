/**
 * The settings of a node: one JSON file in its data folder, written by `tansiq init`, checked at every
 * start.
 */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { readJson } from '../../kernel/canonical.ts';
import { languageSchema, partyIdSchema, wordsSchema } from '../../kernel/schemas.ts';
import { isZone } from '../../kernel/zone.ts';

/** A setting that cannot be used; the message says what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The settings' file name in a data folder. */
export const settingsFile = 'tansiq.json';
/** pino's level where neither flag nor environment says one. */
export const defaultLogLevel = 'warn';

const port = Type.Integer({ minimum: 1, maximum: 65_535 });
const listener = Type.Object({ host: Type.String({ minLength: 1 }), port }, { additionalProperties: false });

/** Addresses of the duty, not of persons. `none` sends in the clear: on the loopback alone. */
const mail = Type.Object(
  {
    host: Type.String({ minLength: 1 }),
    port,
    security: Type.Union([Type.Literal('tls'), Type.Literal('starttls'), Type.Literal('none')]),
    user: Type.Optional(Type.String({ minLength: 1 })),
    passwordFile: Type.Optional(Type.String({ minLength: 1 })),
    from: Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$' }),
    to: Type.Array(Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$' }), { minItems: 1, maxItems: 10 }),
  },
  { additionalProperties: false },
);
const webhook = Type.Object(
  {
    /** HTTPS; plain HTTP on the loopback alone. */
    address: Type.String({ pattern: '^https?://' }),
    secretFile: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
);

/** The schema that the settings file is checked with at every start; unknown keys are refused. */
export const settingsSchema = Type.Object(
  {
    party: partyIdSchema,
    name: wordsSchema,
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    languages: Type.Array(languageSchema, { minItems: 1, uniqueItems: true }),
    /** Where the console and the API listen. Beyond loopback put a TLS proxy of your own before it. */
    console: listener,
    /** Where people open the console: passkeys are bound to it. */
    publicAddress: Type.String({ pattern: '^https?://' }),
    /** Where other nodes reach this one, always TLS 1.3 with both sides' certificates. */
    federation: listener,
    federationAddress: Type.String({ pattern: '^https://' }),
    /** A PostgreSQL of 15 or later; null for the embedded one. DATABASE_URL goes before it. */
    databaseUrl: Type.Union([Type.String({ pattern: '^postgres(ql)?://' }), Type.Null()]),
    /** By whose clock the log and the rota are kept (IANA); that of the country's capital where unsaid. */
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    demo: Type.Boolean(),
    /**
     * Where this node says that an alert waits, beside its console: a pointer, never what the alert says.
     * Closed unless named here; secrets stand in files of their own.
     */
    notices: Type.Optional(
      Type.Object(
        { mail: Type.Optional(mail), webhook: Type.Optional(webhook) },
        { additionalProperties: false },
      ),
    ),
    /** OpenID Connect sign-in; the secret stands in a file of its own. */
    oidc: Type.Union([
      Type.Object(
        {
          name: Type.String({ minLength: 1 }),
          issuer: Type.String({ pattern: '^https?://' }),
          clientId: Type.String({ minLength: 1 }),
          clientSecretFile: Type.String({ minLength: 1 }),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
/** The settings of one node, as `tansiq init` writes them. */
export type NodeSettings = Static<typeof settingsSchema>;

const check = Compile(settingsSchema);

/**
 * Checks settings; `from` is where they stand, for the message. Throws SettingsError that names each wrong
 * key.
 */
export const checkSettings = (value: unknown, from: string): NodeSettings => {
  if (!check.Check(value)) {
    const wrong = check.Errors(value).map((error) => `${error.instancePath || '/'} ${error.message}`);
    throw new SettingsError(`${from} cannot be used. Correct:\n  ${wrong.slice(0, 10).join('\n  ')}`);
  }
  if (value.timeZone !== undefined && !isZone(value.timeZone))
    throw new SettingsError(`${from} cannot be used. Correct:\n  /timeZone is no zone that is known here`);
  const open = openWays(value.notices);
  if (open.length > 0)
    throw new SettingsError(
      `${from} cannot be used. Correct:\n  ${open.join(', ')} leaves this machine unprotected: use TLS`,
    );
  return value;
};

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host);

/** Notices that would leave the machine in the clear. */
const openWays = (notices: NodeSettings['notices']): readonly string[] => {
  const { mail: byMail, webhook: byHook } = notices ?? {};
  const mailIsOpen = byMail?.security === 'none' && !isLoopback(byMail.host);
  const hook = byHook && URL.canParse(byHook.address) ? new URL(byHook.address) : null;
  const hookIsOpen = byHook !== undefined && hook?.protocol !== 'https:' && !isLoopback(hook?.hostname ?? '');
  return [...(mailIsOpen ? ['/notices/mail'] : []), ...(hookIsOpen ? ['/notices/webhook'] : [])];
};

/** Zones of the countries whose centres were asked; elsewhere the settings say. */
const capitals: Readonly<Record<string, string>> = {
  MA: 'Africa/Casablanca',
  FR: 'Europe/Paris',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  IT: 'Europe/Rome',
  DE: 'Europe/Berlin',
  BE: 'Europe/Brussels',
  GB: 'Europe/London',
  MR: 'Africa/Nouakchott',
  SN: 'Africa/Dakar',
};

/** By whose clock this centre works. */
export const zoneOf = (settings: Pick<NodeSettings, 'timeZone' | 'country'>): string =>
  settings.timeZone ?? capitals[settings.country] ?? 'UTC';

/**
 * Reads and checks the settings in `folder`. Throws SettingsError: absent, not JSON, unknown or wrong key.
 */
export const readSettings = async (folder: string): Promise<NodeSettings> => {
  const path = join(folder, settingsFile);
  const text = await readFile(path, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EACCES') return null;
    throw new SettingsError(`${path} may not be read by this user. Run as the user who made the node.`);
  });
  if (text === null)
    throw new SettingsError(`There is no node in ${folder}. Make one with: npx tansiq init --data ${folder}`);
  const value = readJson(text)?.value;
  if (value === undefined) throw new SettingsError(`${path} is not JSON. Restore it from a backup.`);
  return checkSettings(value, path);
};

/** Refuses a folder that holds anything: a node, or what is none of ours. Throws SettingsError. */
export const refuseUsedFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((failure: NodeJS.ErrnoException): string[] => {
    if (failure.code === 'ENOENT') return [];
    const reason = failure.code === 'ENOTDIR' ? 'is not a folder' : `cannot be read (${failure.code})`;
    throw new SettingsError(`${folder} ${reason}. Choose another one with --data.`);
  });
  if (names.includes(settingsFile))
    throw new SettingsError(
      `${folder} already holds a node. Serve it, or choose another folder with --data.`,
    );
  if (names.length > 0)
    throw new SettingsError(`${folder} holds other files. Choose an empty or new folder with --data.`);
};

/** Writes the settings of a new node; throws SettingsError for wrong ones and for a folder that is used. */
export const writeSettings = async (folder: string, settings: NodeSettings): Promise<void> => {
  checkSettings(settings, 'The new settings');
  await refuseUsedFolder(folder);
  // The embedded database may run as another user, who passes through the folder and cannot list it.
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const path = join(folder, settingsFile);
  const draft = `${path}.new`;
  await writeFile(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, path);
};

/** A secret from its file; null where none is named. Throws SettingsError. */
export const readSecret = async (key: string, path: string | undefined): Promise<string | null> => {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new SettingsError(`${key}: ${path} cannot be read. Correct its path or rights.`);
  return text.trim();
};

/** The settings of OpenID Connect with the secret read from its file. Throws SettingsError. */
export const readSingleSignOn = async (
  oidc: NonNullable<NodeSettings['oidc']>,
): Promise<{ name: string; issuer: string; clientId: string; clientSecret: string }> => {
  const { clientSecretFile, ...rest } = oidc;
  const clientSecret = (await readSecret('oidc.clientSecretFile', clientSecretFile)) ?? '';
  return { ...rest, clientSecret };
};
