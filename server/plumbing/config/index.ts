export { type Environment, readEnvironment } from './environment.ts';
export {
  defaultLogLevel,
  type NodeSettings,
  readSettings,
  readSingleSignOn,
  SettingsError,
  settingsFile,
  settingsSchema,
  writeSettings,
} from './settings.ts';
