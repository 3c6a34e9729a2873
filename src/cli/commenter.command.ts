import type { Command } from 'commander';
import { print, withContent } from './command-context';

/** `maqal commenter` */
export function addCommenter(program: Command): void {
  const commenter = program.command('commenter').description('the stored data of commenters');
  commenter
    .command('export')
    .description('print all stored data of an e-mail address, as JSON')
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
      print(`${count} addresses are encrypted with the first key; older keys are no longer needed`);
    });
}
