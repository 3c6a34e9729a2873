export { writeScriptSafeJson } from './script-safe-json';
