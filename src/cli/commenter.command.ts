import type { Command } from 'commander';
import { print, withContent } from './command-context';

/** `maqal commenter` */
export function addCommenter(program: Command): void {
  const commenter = program.command('commenter').description('what is kept of those who comment');
  commenter
    .command('export')
    .description('print everything that is kept of an e-mail address, as JSON')
    .requiredOption('--email <address>', 'the address; case does not count')
    .action(async ({ email }: { email: string }) => {
      const kept = await withContent(({ features }) =>
        features.commenterPrivacy.exports.export(email),
      );
      print(JSON.stringify(kept, null, 2));
    });
  commenter
    .command('rekey')
    .description('keep every e-mail address under the first of PRIVACY_KEYS')
    .action(async () => {
      const count = await withContent(({ features }) => features.commenterPrivacy.rekeying.rekey());
      print(`${count} addresses are kept anew; older keys are needed no more`);
    });
}
