import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import { Article } from '../article';
import type { MediaFeature } from '../media';
import type { TagFeature } from '../tag';
import { ArticleRevisionRow } from './article-revision.entity';
import type { ArticleRevisionRepository } from './article-revision.repository';
import { isPublic, notePublication, save, settle, type Standing } from './article-standing';
import type { ArticleStore } from './article-store';
import { composeAggregate, type Revision, toRevision } from './compose-article';
import { type ArticleContent, hashContent, listFileIds, writeContent } from './content/snapshot';
import type { FilesById } from './picture-texts';

/** A new save. */
export interface NewSave {
  readonly content: ArticleContent;
  readonly note: string | null;
}

/** Who changes an article, and when. */
export interface Change {
  /** Null where nobody is known. */
  readonly by: string | null;
  readonly now: Date;
}

/** What an article is to become: its next standing and, where its text changes, a new save. */
export interface NextState {
  readonly standing: Standing;
  readonly save?: NewSave | undefined;
  /** Where the article stands once the save is made; as `standing` says where it is absent. */
  readonly afterSave?: (saved: Standing) => Standing;
}

/** What the changer needs. */
export interface ArticleChangerDependencies
  extends Pick<MediaFeature, 'imageFiles' | 'uses'>, Pick<TagFeature, 'tagAssigner'> {
  readonly store: ArticleStore;
  readonly revisions: ArticleRevisionRepository;
  readonly ids: IdMaker;
}

/** How a change is written. */
interface WriteOptions {
  /** The save of this change; null for none. */
  readonly saved: Revision | null;
  readonly now: Date;
  /** True: the article keeps its slug where another has taken the save's. */
  readonly keepsSlug?: boolean;
}

/**
 * Writes every change of an article: a save, a change of where it stands, or what the clock has done.
 * Readers' rows are rewritten only where another save is shown than before.
 */
export class ArticleChanger {
  constructor(private readonly dependencies: ArticleChangerDependencies) {}

  /** Writes a new article with its first save. Shape: `standing` of the columns beside the content. */
  async create(
    transaction: Transaction,
    article: Article,
    { content, note }: NewSave,
    change: Change,
  ): Promise<Article> {
    const revision = this.composeRevision(
      article.id,
      article.editingVersion,
      content,
      note,
      change,
    );
    const { store, revisions } = this.dependencies;
    const files = await this.lockFiles(transaction, content);
    const finished = finish(article, change.now);
    const { article: next, ...parts } = composeAggregate(finished, revision, files);
    await store.insert(transaction, { article: next, ...parts });
    await revisions.save(transaction, revision.row);
    await this.noteUses(transaction, next.id, files);
    return next;
  }

  /**
   * Writes a person's change, which raises the editing version by one.
   * Shape: `previous` as `settle` returned it, so that what the clock did before is the same whether
   * the job or this change was first.
   * Errors: ArticleChanged where another writer came first; SlugTaken.
   */
  async change(
    transaction: Transaction,
    previous: Article,
    { standing, save: newSave, afterSave = (saved) => saved }: NextState,
    change: Change,
  ): Promise<Article> {
    const editingVersion = previous.editingVersion + 1;
    const saved = newSave === undefined ? standing : save(standing, editingVersion);
    const revision =
      newSave === undefined
        ? null
        : this.composeRevision(previous.id, editingVersion, newSave.content, newSave.note, change);
    if (revision !== null) await this.saveRevision(transaction, revision);
    const next = Object.assign(new Article(), previous, afterSave(saved), {
      editingVersion,
      editedBy: change.by,
      editedAt: change.now,
    });
    return this.write(transaction, previous, next, { saved: revision, now: change.now });
  }

  /**
   * Writes what the clock has done until an instant; the same article where that is nothing. A save
   * whose slug another article has taken meanwhile is shown under the present one.
   */
  async settle(transaction: Transaction, previous: Article, now: Date): Promise<Article> {
    const standing = settle(previous, now);
    const next = finish(Object.assign(new Article(), previous, standing), now);
    const isSettled = standing === previous && next.isPublic === previous.isPublic;
    return isSettled
      ? previous
      : this.write(transaction, previous, next, { saved: null, now, keepsSlug: true });
  }

  private async write(
    transaction: Transaction,
    previous: Article,
    unfinished: Article,
    { saved, now, keepsSlug = false }: WriteOptions,
  ): Promise<Article> {
    const { store, revisions } = this.dependencies;
    const { id, version } = unfinished;
    if (saved !== null && saved.row.version !== version) {
      await this.dependencies.tagAssigner.make(transaction, saved.content.tags);
    }
    if (version === previous.version) {
      const next = finish(unfinished, now);
      await store.replaceRow(transaction, previous, next);
      return next;
    }
    const shown =
      saved?.row.version === version
        ? saved
        : toRevision(await revisions.getByVersion(transaction, id, version));
    const next = finish(correctDate(unfinished, shown.content, now), now);
    const files = await this.lockFiles(transaction, shown.content);
    const aggregate = composeAggregate(next, shown, files);
    const { article } = aggregate;
    if (article.slug !== previous.slug) {
      if (!keepsSlug) await store.checkFree(transaction, article.slug, id);
      else if (await store.isTaken(transaction, article.slug, id)) {
        Object.assign(article, { slug: previous.slug, slugKey: previous.slugKey });
      }
    }
    await store.replace(transaction, previous, aggregate);
    return article;
  }

  private async saveRevision(transaction: Transaction, { row, content }: Revision): Promise<void> {
    await this.dependencies.revisions.save(transaction, row);
    const files = await this.lockFiles(transaction, content);
    await this.noteUses(transaction, row.articleId, files);
  }

  /** The files of a content that the service still holds: none is deleted before the commit. */
  private async lockFiles(transaction: Transaction, content: ArticleContent): Promise<FilesById> {
    const ids = listFileIds(content);
    if (ids.length === 0) return new Map();
    const files = await this.dependencies.imageFiles.lockByIds(transaction, ids);
    return new Map(files.map((file) => [file.id, file]));
  }

  /** Every save is kept, so what an article has used it goes on using. */
  private async noteUses(
    transaction: Transaction,
    articleId: string,
    files: FilesById,
  ): Promise<void> {
    if (files.size > 0)
      await this.dependencies.uses.addUses(transaction, articleId, [...files.keys()]);
  }

  private composeRevision(
    articleId: string,
    version: number,
    content: ArticleContent,
    note: string | null,
    { by, now }: Change,
  ): Revision {
    const row = Object.assign(new ArticleRevisionRow(), {
      id: this.dependencies.ids.make('revision', now),
      articleId,
      version,
      content: writeContent(content),
      contentHash: hashContent(content),
      note,
      editedBy: by,
      editedAt: now,
    });
    return { row, content };
  }
}

/** What follows from where an article stands. */
function finish(article: Article, now: Date): Article {
  const noted = notePublication(article, now);
  return Object.assign(new Article(), article, {
    storedFirstPublishedAt: noted.storedFirstPublishedAt,
    timelineAt: article.publishedAt ?? article.createdAt,
    isPublic: isPublic(article, now),
  });
}

/** A save may correct the date of an article that is public; the first publication stays as noted. */
function correctDate(article: Article, { publishedAt }: ArticleContent, now: Date): Article {
  if (publishedAt === null || !isPublic(article, now)) return article;
  const noted = notePublication(article, now);
  return Object.assign(new Article(), article, noted, { publishedAt: new Date(publishedAt) });
}
