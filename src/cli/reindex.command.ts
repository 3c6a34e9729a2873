import type { Command } from 'commander';
import { print, withContent } from './command-context';

/** `maqal reindex` */
export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('build the search index anew from the articles, while the service goes on')
    .action(async () => {
      const articleCount = await withContent(({ features, logger }) =>
        features.reindex.run((done) => {
          logger.info({ done }, 'Indexed some articles');
        }),
      );
      print(`Indexed ${articleCount} article${articleCount === 1 ? '' : 's'}`);
    });
}
