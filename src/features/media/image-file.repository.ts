import { foldText } from '../../lib/text';
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
import {
  composePage,
  type OrderedList,
  type PageRequest,
  placeholders,
  type SortDirection,
  type SqlText,
} from '../../platform/database/paging';
import { ImageFile } from './image-file.entity';

/** Which files are meant. */
export interface ImageFileCriteria {
  /** Words that the file's texts must all hold; none for every file. */
  readonly words: readonly string[];
  /** Null for both. */
  readonly isUsed: boolean | null;
}

/** Rows of image files. */
export class ImageFileRepository {
  private readonly mapper = new EntityMapper(ImageFile);
  private readonly columns = this.mapper.columns('f');
  private readonly byIds;
  private readonly lockedByIds;
  private readonly byHashes;
  private readonly insert = this.mapper.insert('imageFile.insert');
  private readonly replacement = this.mapper.update('imageFile.update', 'version');
  private readonly removal = labelled('imageFile.remove', 'DELETE FROM image_file WHERE id = $1');
  private readonly noting;
  private readonly selections = new Selections();

  constructor(dialect: Dialect) {
    const isOneOfIds = dialect.isOneOf('f.id', '$1');
    this.byIds = selection(
      'imageFile.findByIds',
      this.columns,
      (list) => `SELECT ${list} FROM image_file f WHERE ${isOneOfIds}`,
    );
    this.lockedByIds = selection(
      'imageFile.lockByIds',
      this.columns,
      (list) =>
        `SELECT ${list} FROM image_file f WHERE ${isOneOfIds} ORDER BY f.id ${dialect.forUpdate}`,
    );
    this.byHashes = selection(
      'imageFile.findByHashes',
      this.columns,
      (list) => `SELECT ${list} FROM image_file f WHERE ${dialect.isOneOf('f.sha256', '$1')}`,
    );
    this.noting = labelled(
      'imageFile.noteUses',
      `UPDATE image_file SET is_used =
         EXISTS (SELECT 1 FROM image_file_use u WHERE u.file_id = image_file.id)
       WHERE ${dialect.isOneOf('image_file.id', '$1')}`,
    );
  }

  /** Files by id, in no order. Cost: one statement. */
  async findByIds(reads: Queryable, ids: readonly string[]): Promise<ImageFile[]> {
    return this.toFiles(await reads.select(this.byIds, [ids]));
  }

  /** Files by id, which stay as they are until the transaction ends. Cost: one statement. */
  async lockByIds(transaction: Transaction, ids: readonly string[]): Promise<ImageFile[]> {
    return this.toFiles(await transaction.select(this.lockedByIds, [ids]));
  }

  /** Files by the hash of their bytes, in no order. Cost: one statement. */
  async findByHashes(reads: Queryable, hashes: readonly string[]): Promise<ImageFile[]> {
    return this.toFiles(await reads.select(this.byHashes, [hashes]));
  }

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  async listPage(
    reads: Queryable,
    criteria: ImageFileCriteria,
    direction: SortDirection,
    request: PageRequest,
  ): Promise<ImageFile[]> {
    const lists = [toList(criteria)];
    const source = { table: 'image_file', alias: 'f', at: 'created_at', lists };
    const { sql, parameters } = composePage(source, direction, request);
    const page = this.selections.get(sql, () =>
      selection('imageFile.listPage', this.columns, (list) => `SELECT ${list} ${sql}`),
    );
    return this.toFiles(await reads.select(page, parameters));
  }

  /** How many files the criteria mean. Cost: one statement over all files. */
  async count(reads: Queryable, criteria: ImageFileCriteria): Promise<number> {
    const { sql, parameters } = toConditions(criteria, 1);
    const count = this.selections.get(`count ${sql}`, () =>
      selection(
        'imageFile.count',
        ['count(*)'],
        (list) => `SELECT ${list} FROM image_file f WHERE ${sql}`,
      ),
    );
    const [row] = await reads.select(count, parameters);
    return Number(row?.[0] ?? 0);
  }

  /** Writes a new file. Cost: one statement. */
  async save(transaction: Transaction, file: ImageFile): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(file));
  }

  /** Writes a file that was locked; `version` is what it was. Cost: one statement. */
  async replace(transaction: Transaction, file: ImageFile, version: number): Promise<void> {
    await transaction.execute(this.replacement, [...this.mapper.toParameters(file), version]);
  }

  /** Takes a file away, with its uses. Cost: one statement. */
  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.execute(this.removal, [id]);
  }

  /** Writes of locked files whether they are used. Cost: one statement. */
  async noteUses(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.noting, [ids]);
  }

  private toFiles(rows: readonly Row[]): ImageFile[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }
}

const mapper = new EntityMapper(ImageFile);

/**
 * The column of a file for another table's selection, `LEFT JOIN image_file` under an alias: what
 * shows a file then reads it in the same statement. One cell, since most images have no file.
 */
export function joinedFileColumn(dialect: Pick<Dialect, 'jsonList'>, alias: string): string {
  const file = dialect.jsonList(mapper.columns(alias));
  return `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE ${file} END`;
}

/** The file of a value of `joinedFileColumn`; null where none was joined. */
export function readJoinedFile(value: unknown): ImageFile | null {
  return typeof value === 'string' ? mapper.fromRow(JSON.parse(value) as Row) : null;
}

/** The texts that `imageFiles(query:)` looks through, as they are stored. */
export function composeSearchText(texts: readonly (string | null)[]): string {
  const held = texts.filter((text) => text !== null);
  return foldText(held.join('\n'));
}

function toList(criteria: ImageFileCriteria): OrderedList {
  return {
    span: { from: null, until: null },
    compose: (first) => toConditions(criteria, first),
  };
}

function toConditions({ words, isUsed }: ImageFileCriteria, first: number): SqlText {
  const { place, parameters } = placeholders(first);
  const conditions = [
    ...(isUsed === null ? [] : [`f.is_used = ${place(isUsed)}`]),
    ...words.map((word) => `f.search_text LIKE ${place(toPattern(word))} ESCAPE '!'`),
  ];
  return { sql: conditions.join(' AND ') || '1 = 1', parameters };
}

function toPattern(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}
