import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/platform/log';
import type { Paragraph } from './xquad';

/** Writes paragraphs as articles, as an importer does; their ids, in order. */
export async function loadArticles(
  databaseUrl: string,
  paragraphs: readonly Paragraph[],
): Promise<string[]> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, SEED: 'false', LOG_LEVEL: 'warn' });
  const app = await createApp(config, { logger: createLogger('warn', process.stderr) });
  const ids: string[] = [];
  try {
    for (const [index, { title, text }] of paragraphs.entries()) {
      const { article } = await app.features.articles.write({
        ...{
          slug: `paragraph-${index + 1}`,
          isSlugChosen: true,
          sourceKey: null,
          sourceDay: null,
          locale: 'ar',
        },
        ...{ title, summary: null, byline: null, statedReadingTimeMinutes: null },
        publishedAt: new Date(Date.UTC(2024, 0, 1, 0, index)),
        sections: [{ heading: null, body: text, images: [] }],
      });
      ids.push(article.id);
    }
  } finally {
    await app.close();
  }
  return ids;
}
