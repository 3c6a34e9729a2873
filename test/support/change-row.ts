import { ArticleTallyRepository } from '../../src/features/article/article-tally.repository';
import { ArticleRepository } from '../../src/features/article/article.repository';
import { labelled, type Transaction } from '../../src/platform/database';
import type { TestApp } from './start-app';

/**
 * Changes an article or a comment in a way that the API does not offer, such as archiving it, and
 * tells whoever keeps answers that hold it, or counts it.
 * Shape: `assignment` as SQL has it behind SET; `also` names further tags that it changes.
 */
export async function changeRow(
  { app: { database } }: TestApp,
  id: string,
  assignment: string,
  also: readonly string[] = [],
): Promise<void> {
  const [table = ''] = id.split('_');
  const update = labelled('test.changeRow', `UPDATE ${table} SET ${assignment} WHERE id = $1`);
  const articles = new ArticleRepository(database.dialect);
  const find = async (transaction: Transaction) =>
    (await articles.findByIds(transaction, [id]))[0] ?? null;
  await database.transaction(async (transaction) => {
    const before = await find(transaction);
    await transaction.execute(update, [id]);
    const after = await find(transaction);
    if (after !== null) {
      await new ArticleTallyRepository(database.dialect).move(transaction, before, after);
    }
    transaction.invalidate([`${table}:${id}`, `${table}s`, ...also]);
  });
}
