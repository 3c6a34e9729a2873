#!/usr/bin/env node
import 'reflect-metadata';
import { createProgram } from './cli/create-program';
import { ConfigInvalid } from './config';
import { RulesInvalid } from './features/comment';
import { limitHeapGrowth } from './platform/heap';

limitHeapGrowth();
createProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    // What was set wrong is for whoever set it; anything else is a fault of the program.
    const text =
      error instanceof ConfigInvalid || error instanceof RulesInvalid
        ? error.message
        : describe(error);
    process.stderr.write(`${text}\n`, () => {
      // What was opened before it failed, such as a pool of connections, would keep it alive.
      process.exit(1);
    });
  });

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
