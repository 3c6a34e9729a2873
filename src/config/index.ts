export {
  type EffectiveRow,
  listEffective,
  listVariables,
  type VariableRow,
} from './describe-config';
export {
  type Config,
  type ConfigFault,
  ConfigInvalid,
  type Environment,
  loadConfig,
} from './load-config';
export { listMisspelt, type MisspeltVariable } from './misspelt';
