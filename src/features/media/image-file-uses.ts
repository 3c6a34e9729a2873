import type { Queryable, Transaction } from '../../platform/database';
import type { ImageFileUseRepository } from './image-file-use.repository';
import type { ImageFileRepository } from './image-file.repository';

/** Which articles use which files: told by whoever writes articles, read before a file is deleted. */
export class ImageFileUses {
  constructor(
    private readonly files: ImageFileRepository,
    private readonly uses: ImageFileUseRepository,
  ) {}

  /**
   * States all files that an article and its kept revisions use, in the transaction that writes them.
   * Shape: the ids that stand for no file, as after a forced deletion; they are passed over.
   * Cost: one statement where nothing changes, five at most.
   */
  async setUses(
    transaction: Transaction,
    articleId: string,
    fileIds: readonly string[],
  ): Promise<string[]> {
    const wanted = new Set(fileIds);
    const present = new Set(await this.uses.listFileIds(transaction, articleId));
    const added = [...wanted].filter((id) => !present.has(id));
    const removed = [...present].filter((id) => !wanted.has(id));
    if (added.length + removed.length === 0) return [];
    // Locked first: whether a file is used is then read after every other writer's commit.
    const locked = await this.files.lockByIds(transaction, [...added, ...removed]);
    const known = new Set(locked.map(({ id }) => id));
    const saved = added.filter((id) => known.has(id));
    if (saved.length > 0) await this.uses.saveAll(transaction, articleId, saved);
    if (removed.length > 0) await this.uses.remove(transaction, articleId, removed);
    await this.files.noteUses(transaction, [...known]);
    return added.filter((id) => !known.has(id));
  }

  /**
   * States that an article uses files beside those that it and its kept revisions use already.
   * Shape and cost: as of `setUses`, and one statement more where something is added.
   */
  async addUses(
    transaction: Transaction,
    articleId: string,
    fileIds: readonly string[],
  ): Promise<string[]> {
    const present = new Set(await this.uses.listFileIds(transaction, articleId));
    if (fileIds.every((id) => present.has(id))) return [];
    return this.setUses(transaction, articleId, [...present, ...fileIds]);
  }

  /** The articles that use a file, in their rows or in a revision that is kept. Cost: one statement. */
  listArticleIds(reads: Queryable, fileId: string): Promise<string[]> {
    return this.uses.listArticleIds(reads, fileId);
  }
}
