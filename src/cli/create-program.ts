import { Command } from 'commander';
import { addArticle } from './article.command';
import { addBackup } from './backup.command';
import { addCommenter } from './commenter.command';
import { addComments } from './comments.command';
import { addConfig } from './config.command';
import { addFiles } from './files.command';
import { addImport } from './import.command';
import { addMigrate } from './migrate.command';
import { addModeration } from './moderation.command';
import { readVersion } from './read-version';
import { addReindex } from './reindex.command';
import { addSchema } from './schema.command';
import { addSeed } from './seed.command';
import { addServe } from './serve.command';
import { addToken } from './token.command';

/** Every command, in the order of the help; a new one is a line here. */
const commands = [
  addServe,
  addMigrate,
  addSeed,
  addImport,
  addFiles,
  addReindex,
  addBackup,
  addArticle,
  addToken,
  addComments,
  addCommenter,
  addModeration,
  addSchema,
  addConfig,
];

const exitHelp = `
Exit codes:
  0  done
  1  done, but something was refused, or differs
  2  the command line or the configuration cannot be used; nothing was begun
  3  it could not be done, or not to its end`;

/** The command line. Errors: CommanderError in place of an exit, once its text is written. */
export function createProgram(): Command {
  const program = new Command('maqal')
    .description(
      'Maqal, a GraphQL content service for news. Configured by environment variables: see `maqal config`.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .addHelpText('after', exitHelp)
    // Else `--version` behind a command's name prints a number, and the command does nothing.
    .enablePositionalOptions()
    .exitOverride();
  for (const add of commands) add(program);
  return program;
}
