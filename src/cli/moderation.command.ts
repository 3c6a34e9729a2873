import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseRules } from '../features/moderation';
import type { ModerationReplay } from '../features/review';
import { Cancellation } from '../platform/cancellation';
import { print, withContent } from './command-context';
import { readInstant } from './read-instant';
import { writeTable } from './table';

interface ReplayOptions {
  readonly rules: string;
  readonly since: Date;
  readonly json?: true;
}

/** `maqal moderation` */
export function addModeration(program: Command): void {
  program
    .command('moderation')
    .description('try the rules of moderation')
    .command('replay')
    .description('say what rules would have done to past comments; changes nothing')
    .requiredOption('--rules <file>', 'the rules’ JSON file, as MODERATION_RULES names one')
    .requiredOption('--since <instant>', 'RFC 3339: only comments sent then or later', readInstant)
    .option('--json', 'print one JSON object')
    .action(async ({ rules: file, since, json }: ReplayOptions) => {
      const rules = parseRules(await readFile(file), file);
      const report = await withContent(({ features, database }) =>
        features.reviews.replay.replay(database.primary, {
          rules,
          since,
          language: 'en',
          maxComments: Number.POSITIVE_INFINITY,
          signal: new Cancellation(),
        }),
      );
      print(json === true ? JSON.stringify(report, null, 2) : describe(report));
    });
}

/** The counts, then examples of what would change. */
function describe({ ruleVersion, commentCount, outcomes }: ModerationReplay): string {
  const rows = outcomes.map(({ before, after, count }) => [before, after, String(count)]);
  const examples = outcomes.flatMap(({ before, after, examples: some }) =>
    some.flatMap(({ comment, findings }) => [
      `${before} → ${after}  ${comment.id}`,
      ...findings.map(({ phase, reason }) => `    ${phase}: ${reason}`),
    ]),
  );
  const head = `Rules ${ruleVersion} over ${commentCount} comments; nothing was changed.`;
  return [head, writeTable(['Is', 'Would be', 'Comments'], rows), ...examples].join('\n');
}
