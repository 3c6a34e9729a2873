import type { Command } from 'commander';
import { listEffective, listMisspelt, listVariables, loadConfig } from '../config';
import { print } from './command-context';
import { writeTable } from './table';

/** `maqal config` */
export function addConfig(program: Command): void {
  program
    .command('config')
    .description('print every environment variable with the value in force; secrets are hidden')
    .option('--markdown', 'print the variables and their defaults as a Markdown table instead')
    .action(({ markdown }: { markdown?: true }) => {
      if (markdown === true) {
        print(writeMarkdown());
        return;
      }
      loadConfig(process.env);
      const rows = listEffective(process.env).map(({ name, effective, isSet, meaning }) => [
        name,
        effective,
        isSet ? 'set' : 'default',
        meaning,
      ]);
      print(writeTable(['Variable', 'Value', 'From', 'Meaning'], rows));
      for (const { name, meant } of listMisspelt(process.env)) {
        process.stderr.write(`${name} is no variable of Maqal: did you mean ${meant}?\n`);
      }
    });
}

/** The table in docs/operating.md. */
export function writeMarkdown(): string {
  const rows = listVariables().map(
    ({ name, defaultText, meaning }) =>
      `| \`${name}\` | ${defaultText === '' ? '' : `\`${defaultText}\``} | ${meaning} |`,
  );
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
