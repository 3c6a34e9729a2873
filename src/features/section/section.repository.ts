import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Row,
  selection,
  type Transaction,
} from '../../platform/database';
import { Section } from './section.entity';

/** Rows of sections. */
export class SectionRepository {
  private readonly mapper = new EntityMapper(Section);
  private readonly wholeMapper = new EntityMapper(Section, { isWhole: true });
  private readonly byIds;
  private readonly byArticleIds;
  private readonly wholeByArticleIds;
  private readonly insert = this.mapper.insert('section.insert');
  private readonly removal = labelled(
    'section.removeByArticleId',
    'DELETE FROM section WHERE article_id = $1',
  );

  constructor(dialect: Dialect) {
    this.byIds = selection(
      'section.findByIds',
      this.mapper.columns('s'),
      (list) => `SELECT ${list} FROM section s WHERE ${dialect.isOneOf('s.id', '$1')}`,
    );
    const listOfArticles = (list: string) => `SELECT ${list} FROM section s
      WHERE ${dialect.isOneOf('s.article_id', '$1')} ORDER BY s.article_id, s.position`;
    this.byArticleIds = selection(
      'section.listByArticleIds',
      this.mapper.columns('s'),
      listOfArticles,
    );
    this.wholeByArticleIds = selection(
      'section.listWholeByArticleIds',
      this.wholeMapper.columns('s'),
      listOfArticles,
    );
  }

  /** Sections by id, in no order. Cost: one statement. */
  async findByIds(reads: Queryable, ids: readonly string[]): Promise<Section[]> {
    return this.toSections(await reads.select(this.byIds, [ids]));
  }

  /** All sections of the articles, by position. Cost: one statement. */
  async listByArticleIds(reads: Queryable, articleIds: readonly string[]): Promise<Section[]> {
    return this.toSections(await reads.select(this.byArticleIds, [articleIds]));
  }

  /** As `listByArticleIds`, each section with its body in every form. Cost: one statement. */
  async listWholeByArticleIds(reads: Queryable, articleIds: readonly string[]): Promise<Section[]> {
    const rows = await reads.select(this.wholeByArticleIds, [articleIds]);
    return rows.map((row) => this.wholeMapper.fromRow(row));
  }

  /** Writes new sections. Cost: one statement a section. */
  async save(transaction: Transaction, sections: readonly Section[]): Promise<void> {
    for (const section of sections) {
      await transaction.execute(this.insert, this.mapper.toParameters(section));
    }
  }

  /** Takes away all sections of an article. Cost: one statement. */
  async removeByArticleId(transaction: Transaction, articleId: string): Promise<void> {
    await transaction.execute(this.removal, [articleId]);
  }

  private toSections(rows: readonly Row[]): Section[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }
}
