import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../../lib/text';

/** The keys by which slugs are compared, made anew: the fold knows more letters as variants of one. */
export class RefoldSlugs1765500450000 implements MigrationInterface {
  readonly name = 'RefoldSlugs1765500450000';

  async up(runner: QueryRunner): Promise<void> {
    await refoldArticles(runner);
    await refoldFormerSlugs(runner);
  }

  // Which articles had which key before is not kept, and the present keys serve the former fold.
  down(): Promise<void> {
    return Promise.resolve();
  }
}

interface SlugRow {
  readonly id: string;
  readonly slug: string;
  readonly slug_key: string | null;
}

/** Of articles whose slugs read alike from now on, the first keeps its key; all keep their slugs. */
async function refoldArticles(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    'SELECT id, slug, slug_key FROM article ORDER BY id',
  )) as readonly SlugRow[];
  const keyed = rows.filter(({ slug_key: key }) => key !== null);
  const changed = keyed.filter(({ slug, slug_key: key }) => key !== foldText(slug));
  const isChanged = new Set(changed);
  const taken = new Set(keyed.flatMap((row) => (isChanged.has(row) ? [] : row.slug_key)));
  // A key may be free only once another row has given it up.
  for (const { id } of changed) {
    await runner.query('UPDATE article SET slug_key = NULL WHERE id = $1', [id]);
  }
  for (const { id, slug } of changed) {
    const key = foldText(slug);
    if (!taken.has(key)) {
      await runner.query('UPDATE article SET slug_key = $1 WHERE id = $2', [key, id]);
    }
    taken.add(key);
  }
}

async function refoldFormerSlugs(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query('SELECT slug, slug_key FROM former_slug')) as readonly Omit<
    SlugRow,
    'id'
  >[];
  for (const { slug, slug_key: key } of rows) {
    if (key === foldText(slug)) continue;
    await runner.query('UPDATE former_slug SET slug_key = $1 WHERE slug = $2', [
      foldText(slug),
      slug,
    ]);
  }
}
