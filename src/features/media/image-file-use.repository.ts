import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { ImageFileUse } from './image-file-use.entity';

/** Rows that say which articles use which files. */
export class ImageFileUseRepository {
  private readonly mapper = new EntityMapper(ImageFileUse);
  private readonly byArticle = selection(
    'imageFileUse.listByArticleId',
    this.mapper.columns('u'),
    (list) => `SELECT ${list} FROM image_file_use u WHERE u.article_id = $1`,
  );
  private readonly byFile = selection(
    'imageFileUse.listByFileId',
    this.mapper.columns('u'),
    (list) => `SELECT ${list} FROM image_file_use u WHERE u.file_id = $1 ORDER BY u.article_id`,
  );
  private readonly counts;
  private readonly insertion;
  private readonly removal;

  constructor(dialect: Dialect) {
    this.counts = selection(
      'imageFileUse.countByFileIds',
      ['u.file_id', 'count(*)'],
      (list) => `SELECT ${list} FROM image_file_use u
        WHERE ${dialect.isOneOf('u.file_id', '$1')} GROUP BY u.file_id`,
    );
    this.insertion = this.mapper.insertAll('imageFileUse.insert', dialect);
    this.removal = labelled(
      'imageFileUse.remove',
      `DELETE FROM image_file_use
       WHERE article_id = $1 AND ${dialect.isOneOf('file_id', '$2')}`,
    );
  }

  /** The files that an article uses. Cost: one statement. */
  async listFileIds(reads: Queryable, articleId: string): Promise<string[]> {
    const rows = await reads.select(this.byArticle, [articleId]);
    return rows.map((row) => this.mapper.fromRow(row).fileId);
  }

  /** The articles that use a file, by their id and so by their making. Cost: one statement. */
  async listArticleIds(reads: Queryable, fileId: string): Promise<string[]> {
    const rows = await reads.select(this.byFile, [fileId]);
    return rows.map((row) => this.mapper.fromRow(row).articleId);
  }

  /**
   * How many articles use each of the files.
   * Shape: by the file's id; a file that none uses is absent.
   * Cost: one statement over their index entries.
   */
  async countByFileIds(
    reads: Queryable,
    fileIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await reads.select(this.counts, [fileIds]);
    return new Map(rows.map(([fileId, count]) => [String(fileId), Number(count)]));
  }

  /** Writes that an article uses files, which exist. Cost: one statement. */
  async saveAll(
    transaction: Transaction,
    articleId: string,
    fileIds: readonly string[],
  ): Promise<void> {
    const uses = fileIds.map((fileId) => Object.assign(new ImageFileUse(), { fileId, articleId }));
    await transaction.execute(this.insertion, [this.mapper.toRows(uses)]);
  }

  /** Writes that an article no longer uses files. Cost: one statement. */
  async remove(
    transaction: Transaction,
    articleId: string,
    fileIds: readonly string[],
  ): Promise<void> {
    await transaction.execute(this.removal, [articleId, fileIds]);
  }
}
