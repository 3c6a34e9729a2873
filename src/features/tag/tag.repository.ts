import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Row,
  selection,
  Selections,
  type Transaction,
} from '../../platform/database';
import { composePage, type PageRequest } from '../../platform/database/paging';
import { countSeen, isTagSeen } from './tag-criteria';
import { type TagListing, toTagConditions, toTagSource } from './tag-listing-criteria';
import type { slugKeysOf } from './tag-name';
import { Tag } from './tag.entity';

/** How the number of a tag's articles changes. */
export interface TagCountChange {
  readonly tagId: string;
  readonly change: number;
}

/** Rows of tags. */
export class TagRepository {
  private readonly mapper = new EntityMapper(Tag);
  private readonly columns = this.mapper.columns('t');
  private readonly byIds;
  private readonly locked;
  private readonly byNameKeys;
  private readonly takenSlugs;
  private readonly counts;
  private readonly insertion;
  private readonly counting;
  private readonly removal;
  private readonly bySlug = selection('tag.findBySlug', this.columns, (list) =>
    findBySlug(list, () => ''),
  );
  private readonly seenBySlug = selection('tag.findSeenBySlug', this.columns, (list) =>
    findBySlug(list, (alias) => `AND ${isTagSeen(alias, '$2')}`),
  );
  private readonly renaming = labelled(
    'tag.rename',
    `UPDATE tag SET name = $1, name_key = $2, name_order = $3, slug = $4, slug_key = $5,
       fold_key = $6 WHERE id = $7`,
  );
  private readonly recounting = labelled(
    'tag.recount',
    `UPDATE tag SET article_count = (SELECT count(*) FROM article_tag x
       WHERE x.tag_id = $1 AND x.status = 'PUBLISHED' AND x.is_public) WHERE id = $1`,
  );
  private readonly selections = new Selections();

  constructor(dialect: Dialect) {
    this.byIds = selection(
      'tag.findByIds',
      this.columns,
      (list) => `SELECT ${list} FROM tag t WHERE ${dialect.isOneOf('t.id', '$1')}`,
    );
    this.locked = selection(
      'tag.lockByIds',
      this.columns,
      (list) =>
        `SELECT ${list} FROM tag t WHERE ${dialect.isOneOf('t.id', '$1')} ORDER BY t.id ${dialect.forUpdate}`,
    );
    this.byNameKeys = selection(
      'tag.findByNameKeys',
      ['k.text_key', ...this.columns],
      (list) => `SELECT ${list} FROM (
          SELECT n.name_key AS text_key, n.id AS tag_id FROM tag n
          WHERE ${dialect.isOneOf('n.name_key', '$1')}
          UNION ALL SELECT f.text_key, f.tag_id FROM former_tag_key f
          WHERE f.kind = 'NAME' AND ${dialect.isOneOf('f.text_key', '$1')}
        ) k JOIN tag t ON t.id = k.tag_id`,
    );
    this.takenSlugs = selection(
      'tag.listTakenSlugs',
      ['k.slug_key', 'k.tag_id'],
      (list) => `SELECT ${list} FROM (
          SELECT s.slug_key, s.id AS tag_id FROM tag s WHERE ${dialect.isOneOf('s.slug_key', '$1')}
          UNION ALL SELECT f.text_key, f.tag_id FROM former_tag_key f
          WHERE f.kind = 'SLUG' AND ${dialect.isOneOf('f.text_key', '$1')}
        ) k`,
    );
    const asked = dialect.jsonRows('$2', 'q', [{ name: 'tag_id', type: 'text' }]);
    this.counts = selection(
      'tag.countArticles',
      ['q.tag_id', countSeen('q.tag_id', '$1')],
      (list) => `SELECT ${list} FROM ${asked}`,
    );
    const { sql } = this.mapper.insertAll('tag.insert', dialect);
    this.insertion = labelled('tag.insert', `${sql} WHERE true ON CONFLICT (name_key) DO NOTHING`);
    const changes = dialect.jsonRows('$1', 'r', [
      { name: 'id', type: 'text' },
      { name: 'change', type: 'bigint' },
    ]);
    this.counting = labelled(
      'tag.addCounts',
      `UPDATE tag SET article_count = tag.article_count + r.change FROM ${changes} WHERE tag.id = r.id`,
    );
    this.removal = labelled('tag.remove', `DELETE FROM tag WHERE ${dialect.isOneOf('id', '$1')}`);
  }

  /** Tags by id, in no order. Cost: one statement. */
  async findByIds(reads: Queryable, ids: readonly string[]): Promise<Tag[]> {
    return this.toTags(await reads.select(this.byIds, [ids]));
  }

  /**
   * Tags by id, which nobody else changes until the transaction ends; locked in the order of ids, so
   * that two writers never wait for each other. Cost: one statement.
   */
  async lockByIds(transaction: Transaction, ids: readonly string[]): Promise<Tag[]> {
    return this.toTags(await transaction.select(this.locked, [ids]));
  }

  /**
   * The tags of names, or those that once had them or took them in.
   * Shape: by the key of a name. Cost: one statement.
   */
  async findByNameKeys(reads: Queryable, keys: readonly string[]): Promise<Map<string, Tag>> {
    const rows = await reads.select(this.byNameKeys, [keys]);
    const found = new Map<string, Tag>();
    for (const [text, ...row] of rows) {
      const [key, tag] = [String(text), this.mapper.fromRow(row)];
      if (tag.nameKey === key || !found.has(key)) found.set(key, tag);
    }
    return found;
  }

  /**
   * Which of the slugs a tag has or once had.
   * Shape: ids of tags by the key of a slug. Cost: one statement.
   */
  async listTakenSlugs(reads: Queryable, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await reads.select(this.takenSlugs, [keys]);
    return new Map(rows.map(([key, tagId]) => [String(key), String(tagId)]));
  }

  /**
   * The tag of a slug, else that which once had it, else the most used of those whose slugs read
   * alike. Shape: only tags that readers see at `seenAt`; all where it is null. Cost: one statement.
   */
  async findBySlug(
    reads: Queryable,
    { slugKey, foldKey }: ReturnType<typeof slugKeysOf>,
    seenAt: Date | null,
  ): Promise<Tag | null> {
    const rows =
      seenAt === null
        ? await reads.select(this.bySlug, [slugKey, foldKey])
        : await reads.select(this.seenBySlug, [slugKey, seenAt.getTime(), foldKey]);
    return this.toTags(rows)[0] ?? null;
  }

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  async listPage(reads: Queryable, listing: TagListing, request: PageRequest): Promise<Tag[]> {
    const { source, direction } = toTagSource(listing);
    const { sql, parameters } = composePage(source, direction, request);
    const page = this.selections.get(sql, () =>
      selection('tag.listPage', this.columns, (list) => `SELECT ${list} ${sql}`),
    );
    return this.toTags(await reads.select(page, parameters));
  }

  /** How many tags a list has. Cost: one statement, which grows with their number. */
  async count(reads: Queryable, listing: TagListing): Promise<number> {
    const { sql, parameters } = toTagConditions(listing);
    const total = this.selections.get(sql, () =>
      selection('tag.count', [sql], (list) => `SELECT ${list}`),
    );
    const [row] = await reads.select(total, parameters);
    return Number(row?.[0] ?? 0);
  }

  /** How many articles readers see under each tag, in no order. Cost: one statement. */
  async countArticles(
    reads: Queryable,
    ids: readonly string[],
    now: Date,
  ): Promise<Map<string, number>> {
    const rows = await reads.select(this.counts, [now.getTime(), toRows(ids)]);
    return new Map(rows.map(([id, count]) => [String(id), Number(count)]));
  }

  /** Writes new tags; those whose names are there already are left out. Cost: one statement. */
  async save(transaction: Transaction, tags: readonly Tag[]): Promise<void> {
    await transaction.execute(this.insertion, [this.mapper.toRows(tags)]);
  }

  /** Writes the name and slug of a tag. Cost: one statement. */
  async rename(transaction: Transaction, tag: Tag): Promise<void> {
    const { id, name, nameKey, nameOrder, slug, slugKey, foldKey } = tag;
    const parameters = [name, nameKey, nameOrder, slug, slugKey, foldKey, id];
    await transaction.execute(this.renaming, parameters);
  }

  /** Adds to the counters of tags that are locked. Cost: one statement, or none. */
  async addCounts(transaction: Transaction, changes: readonly TagCountChange[]): Promise<void> {
    const rows = changes.filter(({ change }) => change !== 0);
    if (rows.length === 0) return;
    const values = rows.map(({ tagId, change }) => [tagId, change]);
    await transaction.execute(this.counting, [JSON.stringify(values)]);
  }

  /** Counts a tag's articles anew. Cost: one statement, which grows with their number. */
  async recount(transaction: Transaction, id: string): Promise<void> {
    await transaction.execute(this.recounting, [id]);
  }

  /** Takes tags away, with what they were called. Cost: one statement. */
  async remove(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.removal, [ids]);
  }

  private toTags(rows: readonly Row[]): Tag[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }
}

/**
 * The counter stands as an expression: PostgreSQL would go through all tags by their use to find the
 * few that read alike.
 * Shape: `and` adds a condition on a tag of an alias.
 */
function findBySlug(list: string, and: (alias: string) => string): string {
  const foldPlace = and('') === '' ? '$2' : '$3';
  return `SELECT ${list} FROM tag t WHERE t.id = coalesce(
    (SELECT e.id FROM tag e WHERE e.slug_key = $1 ${and('e')}),
    (SELECT g.id FROM former_tag_key f JOIN tag g ON g.id = f.tag_id
      WHERE f.kind = 'SLUG' AND f.text_key = $1 ${and('g')}),
    (SELECT l.id FROM tag l WHERE l.fold_key = ${foldPlace} ${and('l')}
      ORDER BY (l.article_count + 0) DESC, l.id LIMIT 1))`;
}

function toRows(ids: readonly string[]): string {
  return JSON.stringify(ids.map((id) => [id]));
}
