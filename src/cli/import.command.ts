import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type FileReport,
  importFile,
  type ImportFormat,
  importFormats,
  isLocale,
  isSourceKey,
  sourceKeyRule,
} from '../features/import';
import { print, withContent } from './command-context';
import { exitCodes } from './failure';
import { readInstant } from './read-instant';

interface ImportOptions {
  readonly format: ImportFormat;
  readonly locale?: string;
  readonly slug?: string;
  readonly sourceKey?: string;
  readonly publishedAt?: Date;
  readonly draft?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly json?: true;
}

/** `maqal import` */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('import pages; the same page again changes nothing')
    .argument('<file...>', 'the pages’ files; `page.json` beside `page.txt` holds its facts')
    .addOption(
      new Option('--format <format>', 'what the files are').choices(importFormats).default('text'),
    )
    .option('--locale <tag>', 'the pages’ language (default: ar)', readLocale)
    .option('--slug <slug>', 'the article’s slug, for one file (default: made from the title)')
    .option(
      '--source-key <key>',
      'identifies the page, for one file: a known key updates its article (default: the file’s path)',
      readSourceKey,
    )
    .option(
      '--published-at <instant>',
      'RFC 3339 (default: the page’s day, now, or as it was)',
      readInstant,
    )
    .option('--draft', 'save the pages as drafts, which editors alone see')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--strict', 'refuse a page with lines whose role is uncertain')
    .option('--json', 'print one JSON object')
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      if (options.slug !== undefined && files.length > 1) {
        command.error('error: --slug names one article, so it takes one file');
      }
      if (options.sourceKey !== undefined && files.length > 1) {
        command.error('error: --source-key identifies one page, so it takes one file');
      }
      const reports = await withContent(async ({ features }) => {
        const done: FileReport[] = [];
        for (const file of files)
          done.push(await importFile(features.imports, file, toRequest(options)));
        return done;
      });
      print(
        options.json === true
          ? JSON.stringify({ files: reports }, null, 2)
          : reports.map(describe).join('\n'),
      );
      if (reports.some(({ outcome }) => outcome === 'refused'))
        process.exitCode = exitCodes.refused;
    });
}

function toRequest(options: ImportOptions) {
  const { format, locale, slug, sourceKey, publishedAt, draft, dryRun, strict } = options;
  const facts = {
    ...(locale === undefined ? {} : { locale }),
    ...(slug === undefined ? {} : { slug }),
    ...(sourceKey === undefined ? {} : { source: sourceKey }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
  return {
    format,
    facts,
    isDraft: draft === true,
    isDryRun: dryRun === true,
    isStrict: strict === true,
  };
}

/** One file: what became of it, then each line's role, so that nothing is lost unseen. */
function describe(report: FileReport): string {
  const { file, outcome, articleId, slug, reason, notes, lines, uncertain, confidence } = report;
  const head = `${file}: ${outcome}${slug === null ? '' : ` ${slug}`}${articleId === null ? '' : ` (${articleId})`}`;
  const doubts = new Map(uncertain.map((doubt) => [doubt.line, doubt.reason] as const));
  const roles = lines.map(({ line, role }) => {
    const doubt = doubts.get(line);
    return `  ${String(line).padStart(4)}  ${role}${doubt === undefined ? '' : `  uncertain: ${doubt}`}`;
  });
  const total =
    uncertain.length === 0
      ? []
      : [`${uncertain.length} uncertain lines, confidence ${confidence.toFixed(2)}`];
  const remarks = [...(reason === null ? [] : [reason]), ...notes, ...total];
  return [head, ...remarks.map((remark) => `  ${remark}`), ...roles].join('\n');
}

function readLocale(text: string): string {
  if (isLocale(text)) return text;
  throw new InvalidArgumentError('Wanted a language tag such as ar or en-GB.');
}

function readSourceKey(text: string): string {
  if (isSourceKey(text)) return text;
  throw new InvalidArgumentError(`Wanted ${sourceKeyRule}.`);
}
