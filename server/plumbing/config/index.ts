export { type Environment, readEnvironment } from './environment.ts';
export { operatorHeader, operatorSecretFile } from './operator-secret.ts';
export {
  checkSettings,
  defaultLogLevel,
  type NodeSettings,
  readSecret,
  readSettings,
  readSingleSignOn,
  refuseUsedFolder,
  settingsFile,
  writeSettings,
  zoneOf,
} from './settings.ts';
