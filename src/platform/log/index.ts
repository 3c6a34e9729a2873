export type { Logger } from 'pino';
export { createLogger, type LogLevel, logLevels } from './create-logger';
