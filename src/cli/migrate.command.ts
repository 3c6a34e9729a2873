import type { Command } from 'commander';
import { print, withContent } from './command-context';

/** `maqal migrate` */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database’s tables up to date (`serve` does so too)')
    .action(async () => {
      await withContent(({ database }) => database.checkReady());
      print('The tables are up to date');
    });
}
