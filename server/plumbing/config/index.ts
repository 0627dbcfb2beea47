export { type Environment, readEnvironment } from './environment.ts';
export {
  defaultLogLevel,
  type NodeSettings,
  readSettings,
  SettingsError,
  settingsFile,
  settingsSchema,
  writeSettings,
} from './settings.ts';
