import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { loadConfig } from '../config';
import { print, withContent } from './command-context';
import { CommandFailed, exitCodes } from './failure';

interface SchemaOptions {
  readonly out?: string;
  readonly check?: string;
}

/** `maqal schema` */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the schema as SDL')
    .option('--out <file>', 'write it to a file instead')
    .option('--check <file>', 'fail where the file holds anything else')
    .action(async ({ out, check }: SchemaOptions) => {
      const { createSchema } = await import('../app/create-schema.js');
      const sdl = await withContent(
        ({ features }) =>
          Promise.resolve(`${printSchema(lexicographicSortSchema(createSchema(features)))}\n`),
        inMemory(),
      );
      if (out !== undefined) await writeFile(out, sdl);
      else if (check === undefined) process.stdout.write(sdl);
      else if ((await readFile(check, 'utf8')) === sdl) print(`${check} is what the code prints`);
      else {
        const message = `${check} is not what the code prints: run npm run schema:write`;
        throw new CommandFailed(message, exitCodes.refused);
      }
    });
}

/** The schema is the same everywhere: no database of anybody's is touched for it. */
function inMemory() {
  return loadConfig({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'warn' });
}
