import { packagePath } from '../../lib/package-root';
import type { Logger } from '../../platform/log';
import type { ArticleWriter } from '../revision';
import { type FileReport, importFile } from './import-files';
import type { PageFacts } from './import.facts';
import type { ImportService } from './import.service';

const seedFile = packagePath('seeds', '000_19c48d52f7a295b8.txt');

/**
 * Imports the source article with its pictures into a database without articles; null where there
 * are some. Without its pictures where they cannot be kept: an example does not stop a start.
 */
export async function seedIfEmpty(
  { articles, imports }: { readonly articles: ArticleWriter; readonly imports: ImportService },
  logger: Logger,
): Promise<FileReport | null> {
  if (await articles.hasAny()) return null;
  const importSeed = (facts: PageFacts) =>
    importFile(imports, seedFile, { format: 'text', facts, isDryRun: false });
  const report = await importSeed({}).catch(async (error: unknown) => {
    logger.warn({ err: error }, 'The pictures of the source article could not be kept');
    // Another instance that starts at the same moment may have seeded the article with them.
    return (await articles.hasAny()) ? null : importSeed({ pictures: [] });
  });
  if (report === null) return null;
  if (report.outcome === 'refused') throw new Error(`The seed was refused: ${report.reason ?? ''}`);
  logger.info({ slug: report.slug, articleId: report.articleId }, 'Seeded the source article');
  return report;
}
