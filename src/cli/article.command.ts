import { type Command, InvalidArgumentError } from 'commander';
import type { Content } from '../app/open-content';
import { BadUserInput } from '../platform/errors';
import { print, withContent } from './command-context';
import { CommandFailed, exitCodes } from './failure';
import { readInstant } from './read-instant';
import { writeTable } from './table';

type Publisher = Content['features']['publisher'];
type State = NonNullable<Awaited<ReturnType<Publisher['find']>>>;
type Change = Awaited<ReturnType<Publisher['archive']>>;
type Status = Parameters<Publisher['list']>[0][number];

interface JsonOption {
  readonly json?: true;
}

const statuses = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED'] as const;
const maxListed = 100;

/** `maqal article` */
export function addArticle(program: Command): void {
  const article = program
    .command('article')
    .description('list articles, publish them and take them off the site');
  article
    .command('list')
    .description('list the newest articles')
    .option('--status <statuses>', `some of ${statuses.join(',')}; default: all`, readStatuses)
    .option('--first <count>', `how many, at most ${maxListed}; default: 20`, readCount)
    .option('--json', 'print one JSON object')
    .action(list);
  article
    .command('show')
    .description('show where an article stands')
    .argument('<slug or id>')
    .option('--json', 'print one JSON object')
    .action(show);
  article
    .command('publish')
    .description('publish an article, archived ones too')
    .argument('<slug or id>')
    .option('--at <instant>', 'RFC 3339: not now but then', readInstant)
    .option('--json', 'print one JSON object')
    .action((name: string, { at, json }: JsonOption & { at?: Date }) =>
      change(json, name, (publisher) => publisher.publish(name, at ?? null)),
    );
  article
    .command('unpublish')
    .description('make an article a draft, which editors alone see')
    .argument('<slug or id>')
    .option('--json', 'print one JSON object')
    .action((name: string, { json }: JsonOption) =>
      change(json, name, (publisher) => publisher.unpublish(name)),
    );
  article
    .command('archive')
    .description('take an article off the site, without deleting it')
    .argument('<slug or id>')
    .option('--json', 'print one JSON object')
    .action((name: string, { json }: JsonOption) =>
      change(json, name, (publisher) => publisher.archive(name)),
    );
}

async function list({
  status = statuses,
  first = 20,
  json,
}: JsonOption & { status?: readonly Status[]; first?: number }): Promise<void> {
  const articles = await withPublisher((publisher) => publisher.list(status, first));
  print(json === true ? JSON.stringify({ articles }, null, 2) : writeArticles(articles));
}

async function show(name: string, { json }: JsonOption): Promise<void> {
  const article = await withPublisher((publisher) => publisher.find(name));
  if (article === null) throw missing(name);
  print(json === true ? JSON.stringify({ article }, null, 2) : writeArticles([article]));
}

async function change(
  json: true | undefined,
  name: string,
  work: (publisher: Publisher) => Promise<Change>,
): Promise<void> {
  const changed = await withPublisher((publisher) =>
    work(publisher).catch((error: unknown) => {
      if (error instanceof BadUserInput) throw new CommandFailed(error.message, exitCodes.refused);
      throw error;
    }),
  );
  if (changed === null) throw missing(name);
  if (json === true) print(JSON.stringify(changed, null, 2));
  else print(`${changed.isChanged ? '' : 'Unchanged: '}${writeArticles([changed.article])}`);
}

function missing(name: string): CommandFailed {
  return new CommandFailed(`There is no article with the slug or id ${name}`);
}

function withPublisher<Result>(work: (publisher: Publisher) => Promise<Result>): Promise<Result> {
  return withContent(({ features }) => work(features.publisher));
}

function writeArticles(articles: readonly State[]): string {
  return writeTable(
    ['Status', 'Published', 'Version', 'Slug', 'Title'],
    articles.map(({ status, publishedAt, version, slug, title }) => [
      ...[status, publishedAt?.toISOString() ?? '-', String(version), slug, title],
    ]),
  );
}

function readStatuses(text: string): Status[] {
  const named = text.split(',').map((status) => status.trim().toUpperCase());
  const known = statuses.filter((status) => named.includes(status));
  if (known.length === new Set(named).size) return known;
  throw new InvalidArgumentError(`Wanted some of ${statuses.join(',')}.`);
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= maxListed) return count;
  throw new InvalidArgumentError(`Wanted a number from 1 to ${maxListed}.`);
}
