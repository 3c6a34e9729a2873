#!/usr/bin/env node
import 'reflect-metadata';
import { createProgram } from './cli/create-program';
import { ConfigInvalid } from './config';
import { RulesInvalid } from './features/moderation';
import { BackupRefused, DatabaseNewer } from './platform/database';
import { ServiceUnavailable } from './platform/errors';

createProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    const text = describe(error);
    process.stderr.write(`${text}\n`, () => {
      // What was opened before it failed, such as a pool of connections, would keep it alive.
      process.exit(1);
    });
  });

/** What an operator can mend is said in a sentence; anything else is a fault of the program. */
function describe(error: unknown): string {
  if (error instanceof ServiceUnavailable && error.detail !== null) {
    return `The database cannot be reached: ${error.detail.reason}`;
  }
  const isForOperator = [ConfigInvalid, RulesInvalid, DatabaseNewer, BackupRefused].some(
    (errorClass) => error instanceof errorClass,
  );
  if (!(error instanceof Error)) return String(error);
  return isForOperator ? error.message : (error.stack ?? error.message);
}
