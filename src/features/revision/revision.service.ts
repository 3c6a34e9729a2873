import { Page, type PageArguments, readPageRequest } from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import { type Article, ArticleStatus, statusAt } from '../article';
import type { MakeImageLoaders } from '../image';
import type { MakeSectionLoaders } from '../section';
import type { MakeTagLoaders, Tag } from '../tag';
import type { ArticleRevisionRepository } from './article-revision.repository';
import { ArticleRevision } from './article-revision.type';
import { composeAggregate, type Revision, toRevision } from './compose-article';
import { listFileIds } from './content/snapshot';
import type { FilesById } from './picture-texts';
import type { MakeRevisionLoaders, RevisionLoaders } from './revision.loaders';

/** What reading saves needs. */
export interface RevisionServiceDependencies {
  readonly revisions: ArticleRevisionRepository;
  readonly revisionLoaders: MakeRevisionLoaders;
  readonly sectionLoaders: MakeSectionLoaders;
  readonly imageLoaders: MakeImageLoaders;
  readonly tagLoaders: MakeTagLoaders;
}

/** What editors may ask of an article's saves. */
export class RevisionService {
  constructor(private readonly dependencies: RevisionServiceDependencies) {}

  /** The newest save where readers do not see it; null where they do. Cost: one statement a request. */
  async findDraft(scope: RequestScope, article: Article): Promise<ArticleRevision | null> {
    const { newestVersion } = article;
    if (isLive(scope, article, newestVersion)) return null;
    return this.find(scope, article, newestVersion);
  }

  /** The save of a version; null where there is none. Cost: one statement for all of a request. */
  async find(
    scope: RequestScope,
    article: Article,
    version: number,
  ): Promise<ArticleRevision | null> {
    const { revisionByKey } = scope.once(this.dependencies.revisionLoaders);
    const revision = await revisionByKey.load({ articleId: article.id, version });
    return revision === null ? null : toType(scope, article, revision);
  }

  /** A page of an article's saves, the newest first. Cost: one statement, and one for the total. */
  async list(
    scope: RequestScope,
    article: Article,
    page: PageArguments,
  ): Promise<Page<ArticleRevision>> {
    const { revisions } = this.dependencies;
    const list = {
      name: `revisions of ${article.id}`,
      positionOf: ({ id, version }: ArticleRevision) => ({ at: version, id }),
    };
    const request = readPageRequest(page, list.name);
    const rows = await revisions.listPage(scope.reads, article.id, request);
    const found = rows.map((row) => toType(scope, article, toRevision(row)));
    return Page.of(found, list, request, () => revisions.count(scope.reads, article.id));
  }

  /**
   * The article as its editors see it: a scheduled one as its newest save says, which may be later
   * than the one that was approved for publication. The request's loaders give that save's parts.
   * Cost: one statement for all of a request, one for the files of its pictures and one for its tags;
   * none where the newest save is the approved one.
   */
  async showNewest(scope: RequestScope, article: Article): Promise<Article> {
    const { id, version, newestVersion } = article;
    if (version === newestVersion || statusAt(article, scope.now) !== ArticleStatus.SCHEDULED)
      return article;
    const { revisionLoaders, sectionLoaders, imageLoaders, tagLoaders } = this.dependencies;
    const { revisionByKey } = scope.once(revisionLoaders);
    const revision = await revisionByKey.load({ articleId: id, version: newestVersion });
    if (revision === null) return article;
    const { tagByName, tagsByArticleId } = scope.once(tagLoaders);
    const [files, tags] = await Promise.all([
      loadFiles(scope.once(revisionLoaders), revision),
      loadTags(tagByName, revision),
    ]);
    const { article: shown, sections, images } = composeAggregate(article, revision, files);
    const { sectionsByArticleId, wholeSectionsByArticleId } = scope.once(sectionLoaders);
    for (const loader of [sectionsByArticleId, wholeSectionsByArticleId]) {
      loader.clear(id).prime(id, sections);
    }
    scope.once(imageLoaders).imagesByArticleId.clear(id).prime(id, images);
    tagsByArticleId.clear(id).prime(id, tags);
    return shown;
  }
}

/** A save as the API shows it to an editor. */
export function toType(scope: RequestScope, article: Article, revision: Revision): ArticleRevision {
  const facts = { isLive: isLive(scope, article, revision.row.version), showsEditor: true };
  return new ArticleRevision(revision, facts);
}

async function loadFiles({ fileById }: RevisionLoaders, { content }: Revision): Promise<FilesById> {
  const files = await Promise.all(listFileIds(content).map((id) => fileById.load(id)));
  return new Map(files.flatMap((file) => (file === null ? [] : [[file.id, file]])));
}

/** The tags of a save, in its order; those that were merged since are one. */
async function loadTags(
  tagByName: ReturnType<MakeTagLoaders>['tagByName'],
  { content }: Revision,
): Promise<Tag[]> {
  const tags = await Promise.all(content.tags.map((name) => tagByName.load(name)));
  const found = tags.flatMap((tag) => tag ?? []);
  return [...new Map(found.map((tag) => [tag.id, tag])).values()];
}

function isLive(scope: RequestScope, article: Article, version: number): boolean {
  return article.version === version && statusAt(article, scope.now) === ArticleStatus.PUBLISHED;
}
