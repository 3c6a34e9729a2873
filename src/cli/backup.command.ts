import type { Command } from 'commander';
import { loadConfig } from '../config';
import { systemClock } from '../platform/clock';
import { backUpDatabase, restoreDatabase } from '../platform/database';
import { print } from './command-context';

/** `maqal backup FILE` and `maqal restore FILE` */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write a consistent copy of the SQLite database, while the service goes on')
    .argument('<file>', 'the new file; one that exists is never overwritten')
    .action(async (file: string) => {
      await backUpDatabase(loadConfig(process.env).DATABASE_URL, file);
      print(`Wrote the backup ${file}`);
    });
  program
    .command('restore')
    .description(
      'check a backup and put it in the place of the SQLite database; stop the service first',
    )
    .argument('<file>', 'what `maqal backup` wrote')
    .option('--force', 'move a database that is there aside, instead of refusing', false)
    .action(async (file: string, { force }: { force: boolean }) => {
      const { DATABASE_URL } = loadConfig(process.env);
      const options = { replaces: force, now: systemClock.now() };
      const restored = await restoreDatabase(file, DATABASE_URL, options);
      const { articleCount, commentCount, movedTo } = restored;
      print(`Restored ${file}: ${articleCount} articles, ${commentCount} comments`);
      if (movedTo !== null) print(`The database from before is now ${movedTo}`);
    });
}
