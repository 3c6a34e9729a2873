import { packagePath } from '../../lib/package-root';
import type { Logger } from '../../platform/log';
import type { ArticleWriter } from '../revision';
import { type FileReport, importFile } from './import-files';
import type { ImportService } from './import.service';

const seedFile = packagePath('seeds', '000_19c48d52f7a295b8.txt');

/** Imports the source article into a database without articles; null where there are some. */
export async function seedIfEmpty(
  { articles, imports }: { readonly articles: ArticleWriter; readonly imports: ImportService },
  logger: Logger,
): Promise<FileReport | null> {
  if (await articles.hasAny()) return null;
  const report = await importFile(imports, seedFile, {
    format: 'text',
    facts: {},
    isDryRun: false,
  });
  if (report.outcome === 'refused') throw new Error(`The seed was refused: ${report.reason ?? ''}`);
  logger.info({ slug: report.slug, articleId: report.articleId }, 'Seeded the source article');
  return report;
}
