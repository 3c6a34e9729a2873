#!/usr/bin/env node
import 'reflect-metadata';
import { createProgram } from './cli/create-program';
import { ConfigInvalid } from './config';

createProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    // A configuration's faults are for whoever set it; anything else is a fault of the program.
    const text = error instanceof ConfigInvalid ? error.message : describe(error);
    process.stderr.write(`${text}\n`, () => {
      // What was opened before it failed, such as a pool of connections, would keep it alive.
      process.exit(1);
    });
  });

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
