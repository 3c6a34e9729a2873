import { labelled } from '../../src/platform/database';
import type { TestApp } from './start-app';

/**
 * Changes an article or a comment in a way that the API does not offer, such as archiving it, and
 * tells whoever keeps answers that hold it.
 * Shape: `assignment` as SQL has it behind SET; `also` names further tags that it changes.
 */
export async function changeRow(
  { app }: TestApp,
  id: string,
  assignment: string,
  also: readonly string[] = [],
): Promise<void> {
  const [table = ''] = id.split('_');
  const update = labelled('test.changeRow', `UPDATE ${table} SET ${assignment} WHERE id = $1`);
  await app.database.transaction(async (transaction) => {
    await transaction.execute(update, [id]);
    transaction.announce([`${table}:${id}`, `${table}s`, ...also]);
  });
}
