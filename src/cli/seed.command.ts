import type { Command } from 'commander';
import { seedIfEmpty } from '../features/import';
import { print, withContent } from './command-context';

/** `maqal seed` */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('import the source article into a database without articles (`serve` does so too)')
    .action(async () => {
      const report = await withContent(({ features, logger }) => seedIfEmpty(features, logger));
      print(
        report === null ? 'There are articles already: nothing done' : `Created ${report.slug}`,
      );
    });
}
