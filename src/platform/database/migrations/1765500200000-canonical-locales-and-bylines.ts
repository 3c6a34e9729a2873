import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalLocale, normalizeText } from '../../../lib/text';
import { countArticles } from './1765400100000-count-articles';

/** Stored language tags become canonical, and bylines NFC with single spaces, as new ones are. */
export class CanonicalLocalesAndBylines1765500200000 implements MigrationInterface {
  readonly name = 'CanonicalLocalesAndBylines1765500200000';

  async up(runner: QueryRunner): Promise<void> {
    const changedLocales = await rewrite(runner, 'locale', (tag) => canonicalLocale(tag) ?? tag);
    const changedBylines = await rewrite(runner, 'byline', normalizeText);
    if (changedLocales + changedBylines === 0) return;
    await runner.query('DELETE FROM article_tally');
    await countArticles(runner);
  }

  // The former spellings are not kept, and they mean the same.
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Rewrites a column's values where they change. Returns how many did. */
async function rewrite(
  runner: QueryRunner,
  column: 'locale' | 'byline',
  toCanonical: (value: string) => string,
): Promise<number> {
  const rows = (await runner.query(
    `SELECT DISTINCT ${column} AS value FROM article WHERE ${column} IS NOT NULL`,
  )) as readonly { readonly value: string }[];
  const changed = rows.filter(({ value }) => toCanonical(value) !== value);
  for (const { value } of changed) {
    await runner.query(`UPDATE article SET ${column} = $1 WHERE ${column} = $2`, [
      toCanonical(value),
      value,
    ]);
  }
  return changed.length;
}
