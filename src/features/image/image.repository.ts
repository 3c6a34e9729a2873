import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Row,
  selection,
  type Transaction,
} from '../../platform/database';
import { joinedFileColumn, readJoinedFile } from '../media';
import { Image } from './image.entity';

// Joined so that images are read first, in their order.
const joins = `image i LEFT JOIN article a ON a.id = i.article_id
        LEFT JOIN image_file f ON f.id = i.file_id`;

/** Rows of images, each with the file that it shows. */
export class ImageRepository {
  private readonly mapper = new EntityMapper(Image);
  private readonly ownColumns = this.mapper.columns('i');
  private readonly byIds;
  private readonly byArticleIds;
  private readonly insert = this.mapper.insert('image.insert');
  private readonly removal = labelled(
    'image.removeByArticleId',
    'DELETE FROM image WHERE article_id = $1',
  );

  constructor(dialect: Dialect) {
    const columns = [...this.ownColumns, 'a.locale', joinedFileColumn(dialect, 'f')];
    this.byIds = selection(
      'image.findByIds',
      columns,
      (list) => `SELECT ${list} FROM ${joins} WHERE ${dialect.isOneOf('i.id', '$1')}`,
    );
    this.byArticleIds = selection(
      'image.listByArticleIds',
      columns,
      (list) => `SELECT ${list} FROM ${joins}
        WHERE ${dialect.isOneOf('i.article_id', '$1')} ORDER BY i.article_id, i.position`,
    );
  }

  /** Images by id, in no order. Cost: one statement. */
  async findByIds(reads: Queryable, ids: readonly string[]): Promise<Image[]> {
    return this.toImages(await reads.select(this.byIds, [ids]));
  }

  /** All images of the articles, by position. Cost: one statement. */
  async listByArticleIds(reads: Queryable, articleIds: readonly string[]): Promise<Image[]> {
    return this.toImages(await reads.select(this.byArticleIds, [articleIds]));
  }

  /** Writes new images. Cost: one statement an image. */
  async save(transaction: Transaction, images: readonly Image[]): Promise<void> {
    for (const image of images) {
      await transaction.execute(this.insert, this.mapper.toParameters(image));
    }
  }

  /** Takes away all images of an article. Cost: one statement. */
  async removeByArticleId(transaction: Transaction, articleId: string): Promise<void> {
    await transaction.execute(this.removal, [articleId]);
  }

  private toImages(rows: readonly Row[]): Image[] {
    const localeAt = this.ownColumns.length;
    return rows.map((row) => {
      const image = this.mapper.fromRow(row);
      image.locale = String(row[localeAt]);
      image.heldFile = readJoinedFile(row[localeAt + 1]);
      return image;
    });
  }
}
