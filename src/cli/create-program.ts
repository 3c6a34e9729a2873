import { Command } from 'commander';
import { addConfig } from './config.command';
import { addImport } from './import.command';
import { addMigrate } from './migrate.command';
import { addSchema } from './schema.command';
import { addSeed } from './seed.command';
import { addServe } from './serve.command';

/** Every command, in the order of the help; a new one is a line here. */
const commands = [addServe, addMigrate, addSeed, addImport, addSchema, addConfig];

/** The command line. */
export function createProgram(): Command {
  const program = new Command('maqal').description(
    'Maqal, a GraphQL content service for news. Configured by environment variables: see `maqal config`.',
  );
  for (const add of commands) add(program);
  return program;
}
