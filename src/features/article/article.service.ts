import { toNfc } from '../../lib/text';
import type { RowCache, RowNamespace } from '../../platform/cache';
import type { Database } from '../../platform/database';
import {
  Page,
  type PageArguments,
  type PagedList,
  type Position,
  readPageRequest,
} from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import type { ImageFile, MediaFeature } from '../media';
import { type Tag, type TagFeature, tagTags } from '../tag';
import { ArticleOrder, ArticleStatus } from './article-enums';
import type { MakeArticlePagesLoader } from './article-pages.loader';
import type { Article } from './article.entity';
import type { ArticleFilter } from './article.input';
import { type NoteAbsence, seeArticle, showAll, type ShowNewest } from './article.loaders';
import { noteSchedule } from './article.policy';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';
import type { PublicationSchedule } from './publication-schedule';
import { readCriteria } from './read-criteria';

/** The type's name in ids of articles. */
export const articleIdPrefix = 'article';

/** No article has a longer slug. Units: UTF-16 code units. */
const maxSlugUnits = 1_000;

/** What the service needs. */
export interface ArticleServiceDependencies {
  readonly articles: ArticleRepository;
  readonly database: Database;
  readonly schedule: PublicationSchedule;
  readonly rows: RowCache;
  readonly showNewest: ShowNewest;
  readonly noteAbsence: NoteAbsence;
  readonly tagReads: TagFeature['tagReads'];
  readonly tagLoaders: TagFeature['tagLoaders'];
  readonly tagArticles: MakeArticlePagesLoader;
  readonly fileArticles: MakeArticlePagesLoader;
  readonly fileUseLoaders: MediaFeature['fileUseLoaders'];
}

/** What readers and editors may ask of articles. */
export class ArticleService {
  private readonly bySlug: RowNamespace<Article | null>;
  private readonly pages: RowNamespace<readonly Article[]>;

  private readonly repository: ArticleRepository;
  private readonly database: Database;
  private readonly schedule: PublicationSchedule;
  private readonly showNewest: ShowNewest;

  constructor(private readonly dependencies: ArticleServiceDependencies) {
    const { articles, database, schedule, rows, showNewest } = dependencies;
    this.repository = articles;
    this.database = database;
    this.schedule = schedule;
    this.showNewest = showNewest;
    this.bySlug = rows.namespace('article of slug', (slug, article) => [
      articleTags.slug(slug),
      ...(article === null ? [] : [articleTags.article(article.id)]),
    ]);
    this.pages = rows.namespace('articles', (_, articles) => [
      articleTags.lists,
      ...articles.map(({ id }) => articleTags.article(id)),
    ]);
  }

  /** The article that any reader sees first at an instant; null where there is none. */
  async findNewest(now: Date): Promise<Article | null> {
    const [newest] = await this.listNewest(['PUBLISHED'], 1, now);
    return newest ?? null;
  }

  /** The newest articles of the statuses, for operators. Cost: one statement. */
  async listNewest(
    statuses: readonly (keyof typeof ArticleStatus)[],
    limit: number,
    now: Date,
  ): Promise<Article[]> {
    const request = readPageRequest({ first: limit }, listOf(ArticleOrder.PUBLISHED_AT_DESC).name);
    const criteria = {
      ...everything,
      statuses: statuses.map((status) => ArticleStatus[status]),
      now,
    };
    const { primary } = this.database;
    const rows = await this.repository.listPage(primary, criteria, 'DESC', request);
    return rows.slice(0, limit);
  }

  /**
   * The article of a slug, or that which once had it; null where there is none that the viewer may
   * see.
   * Cost: one statement.
   */
  async findBySlug(scope: RequestScope, slug: string): Promise<Article | null> {
    if (slug.length > maxSlugUnits) return null;
    const normalized = toNfc(slug);
    scope.cacheDependencies.dependOn(articleTags.slug(normalized));
    const [article = null] = await this.bySlug.read(scope, [normalized], async () => [
      await this.repository.findBySlug(scope.reads, normalized),
    ]);
    const seen = seeArticle(scope, article);
    if (seen === null) await this.dependencies.noteAbsence(scope);
    const [shown = null] = await showAll(scope, [seen], this.showNewest);
    return shown;
  }

  /**
   * A page of articles.
   * Errors: BadUserInput for page arguments; Forbidden for a status that the role does not reach.
   * Cost: one statement, and one more where the total is asked for.
   */
  async list(
    scope: RequestScope,
    page: PageArguments,
    filter: ArticleFilter | null,
    orderBy: ArticleOrder,
  ): Promise<Page<Article>> {
    const articles = listOf(orderBy);
    const request = readPageRequest(page, articles.name);
    const criteria = await readCriteria(scope, filter ?? {}, 'Listing', this.dependencies.tagReads);
    const direction = orderBy === ArticleOrder.PUBLISHED_AT_ASC ? 'ASC' : 'DESC';
    const window = await this.schedule.findWindow(scope.now);
    // Every instant of the window shows the same articles.
    const key = JSON.stringify([{ ...criteria, now: window.since }, direction, request]);
    const read = () => this.repository.listPage(scope.reads, criteria, direction, request);
    // A tag comes to articles, and leaves them, without a change of any other list.
    const [rows = []] =
      criteria.tagId === undefined
        ? await this.pages.read(scope, [key], async () => [await read()])
        : [await read()];
    const { cacheDependencies } = scope;
    cacheDependencies.dependOn(articleTags.lists);
    if (criteria.tagId !== undefined) cacheDependencies.dependOn(tagTags.articles(criteria.tagId));
    for (const article of rows) {
      cacheDependencies.dependOn(articleTags.article(article.id));
      noteSchedule(scope, article);
    }
    if (window.until !== null) cacheDependencies.expireAt(window.until);
    const shown = await showAll(scope, rows, this.showNewest);
    return Page.of(shown, articles, request, () => this.repository.count(scope.reads, criteria));
  }

  /**
   * A page of the articles that readers see under a tag, the newest first.
   * Errors: BadUserInput for page arguments.
   * Cost: one statement for equal pages of many tags, and one more where totals are asked for.
   */
  async listOfTag(scope: RequestScope, tag: Tag, page: PageArguments): Promise<Page<Article>> {
    const list = { name: `articles of ${tag.id}`, positionOf };
    const request = readPageRequest(page, list.name);
    const { tagArticles, tagLoaders } = this.dependencies;
    const rows = await scope.once(tagArticles).load({ ofId: tag.id, request });
    return Page.of(rows, list, request, () =>
      scope.once(tagLoaders).articleCountByTagId.load(tag.id),
    );
  }

  /**
   * A page of the articles that use a file, whatever their status, the one made last first.
   * Errors: BadUserInput for page arguments.
   * Cost: one statement for equal pages of many files, and one more where totals are asked for.
   */
  async listOfFile(
    scope: RequestScope,
    file: Pick<ImageFile, 'id'>,
    page: PageArguments,
  ): Promise<Page<Article>> {
    // By the id alone, which tells when an article was made.
    const list = {
      name: `articles of ${file.id}`,
      positionOf: ({ id }: Article) => ({ at: 0, id }),
    };
    const request = readPageRequest(page, list.name);
    const { fileArticles, fileUseLoaders } = this.dependencies;
    const rows = await scope.once(fileArticles).load({ ofId: file.id, request });
    const shown = await showAll(scope, rows, this.showNewest);
    return Page.of(shown, list, request, () =>
      scope.once(fileUseLoaders).articleCountByFileId.load(file.id),
    );
  }
}

/** A filter leaves a cursor's place as it is, so a cursor goes with the order alone. */
function listOf(orderBy: ArticleOrder): PagedList<Article> {
  return { name: `articles, ${orderBy}`, positionOf };
}

function positionOf({ timelineAt, id }: Article): Position {
  return { at: timelineAt.getTime(), id };
}

/** Criteria without a condition but the status. */
const everything = {
  publishedAfter: null,
  publishedBefore: null,
  byline: null,
  locale: null,
};
