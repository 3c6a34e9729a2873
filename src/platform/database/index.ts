export { backUpDatabase, restoreDatabase } from './backup';
export { countColumn, flagColumn, instantColumn, textListColumn } from './columns';
export type {
  InvalidationWriter,
  CommitListener,
  Database,
  Parameter,
  ReadPool,
  Queryable,
  Row,
  StatementListener,
  Transaction,
  TransactionOptions,
} from './database';
export {
  BackupRefused,
  DatabaseClosed,
  DatabaseError,
  DatabaseNotReady,
  TransactionOver,
} from './database.errors';
export {
  type Dialect,
  type DialectName,
  type JsonColumn,
  postgresDialect,
  sqliteDialect,
} from './dialect';
export { DatabaseNewer } from './migrations/refuse-newer';
export { EntityMapper } from './entity-mapper';
export { GroupedWrites } from './grouped-writes';
export { type DatabaseOptions, openDatabase } from './open-database';
export { retryOvertaken } from './overtaken';
export { Selections } from './selections';
export { unindexed } from './unindexed';
export { labelled, type Selection, selection, type Statement } from './statement';
export {
  instant,
  integer,
  optionalText,
  text,
  TypedSelection,
  typedSelection,
} from './typed-selection';
