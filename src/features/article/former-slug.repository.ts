import { foldText } from '../../lib/text';
import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { FormerSlug } from './former-slug.entity';

/** Rows of slugs that articles once had. */
export class FormerSlugRepository {
  private readonly mapper = new EntityMapper(FormerSlug);
  private readonly insert = this.mapper.insert('formerSlug.insert');
  private readonly removal = labelled(
    'formerSlug.remove',
    'DELETE FROM former_slug WHERE slug = $1',
  );
  private readonly byKeys;

  constructor(dialect: Dialect) {
    this.byKeys = selection(
      'formerSlug.listHolders',
      ['f.slug_key', 'f.article_id'],
      (list) => `SELECT ${list} FROM former_slug f WHERE ${dialect.isOneOf('f.slug_key', '$1')}`,
    );
  }

  /**
   * Which articles once had slugs that read like one of these.
   * Shape: ids of articles by the folded slug.
   * Cost: one statement.
   */
  async listHolders(reads: Queryable, slugs: readonly string[]): Promise<Map<string, string>> {
    const rows = await reads.select(this.byKeys, [slugs.map(foldText)]);
    return new Map(rows.map(([key, articleId]) => [String(key), String(articleId)]));
  }

  /** Keeps the slug that an article had until now. Cost: two statements. */
  async save(transaction: Transaction, slug: string, articleId: string, now: Date): Promise<void> {
    await this.remove(transaction, slug);
    const former = { slug, slugKey: foldText(slug), articleId, replacedAt: now };
    const row = Object.assign(new FormerSlug(), former);
    await transaction.execute(this.insert, this.mapper.toParameters(row));
  }

  /** Forgets a slug that an article has now. Cost: one statement. */
  async remove(transaction: Transaction, slug: string): Promise<void> {
    await transaction.execute(this.removal, [slug]);
  }
}
