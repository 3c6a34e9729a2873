#!/usr/bin/env node
import 'reflect-metadata';
import { createProgram } from './cli/create-program';
import { describeFailure } from './cli/failure';

createProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    const { text, exitCode } = describeFailure(error, process.env);
    process.stderr.write(text === '' ? '' : `${text}\n`, () => {
      // What was opened before it failed, such as a pool of connections, would keep it alive.
      process.exit(exitCode);
    });
  });
