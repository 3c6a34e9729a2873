export { flagColumn, instantColumn, textListColumn } from './columns';
export type {
  CommitListener,
  Database,
  Parameter,
  ReadDoor,
  Reads,
  Row,
  StatementListener,
  Transaction,
  TransactionOptions,
} from './database';
export { DatabaseClosed, DatabaseError, TransactionOver } from './database.errors';
export { type Dialect, type DialectName, postgresDialect, sqliteDialect } from './dialect';
export { EntityMapper } from './entity-mapper';
export { type DatabaseOptions, openDatabase } from './open-database';
export { labelled, type Selection, selection, type Statement } from './statement';
