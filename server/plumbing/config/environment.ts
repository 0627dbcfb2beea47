/**
 * The environment, read here and nowhere else. An unknown TANSIQ_ key stops the start: it is a spelling
 * mistake.
 */
import { SettingsError } from './settings.ts';

/** What the house reads of the environment; null where nothing was said. */
export interface Environment {
  /** PostgreSQL to use in place of the embedded one. */
  readonly databaseUrl: string | null;
  /** The folder with the node's settings, keys and embedded database. */
  readonly dataFolder: string | null;
  /** pino's level. */
  readonly logLevel: string | null;
}

const keys = { TANSIQ_DATA: 'dataFolder', TANSIQ_LOG_LEVEL: 'logLevel' } as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads what the house uses of the environment. Throws SettingsError with what to do. */
export const readEnvironment = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Environment => {
  const known = Object.keys(keys);
  const unknown = Object.keys(environment).filter((key) => key.startsWith('TANSIQ_') && !known.includes(key));
  if (unknown.length > 0)
    throw new SettingsError(
      `Unknown setting ${unknown.join(', ')}. Known are: ${known.join(', ')}, DATABASE_URL.`,
    );
  const logLevel = environment.TANSIQ_LOG_LEVEL ?? null;
  if (logLevel !== null && !logLevels.includes(logLevel))
    throw new SettingsError(`TANSIQ_LOG_LEVEL is “${logLevel}”; it must be one of ${logLevels.join(', ')}.`);
  const databaseUrl = environment.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new SettingsError('DATABASE_URL must begin with postgresql:// — correct it or unset it.');
  return { databaseUrl, dataFolder: environment.TANSIQ_DATA || null, logLevel };
};
