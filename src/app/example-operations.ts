import { randomUUID } from 'node:crypto';
import type { ArticleFeature } from '../features/article';
import type { FirstOperation } from '../graphql';
import { type ExplorerOperation, readOperationFiles } from '../http';
import { packagePath } from '../lib/package-root';
import type { Clock } from '../platform/clock';

/** The operations of schema/operations, filled in with an article that is there. */
export interface ExampleOperations {
  readonly list: () => Promise<ExplorerOperation[]>;
  /** What Sandbox opens with. */
  readonly first: () => Promise<FirstOperation | null>;
}

/** Examples that are true of the articles held at the moment of asking. */
export function createExampleOperations(
  articles: ArticleFeature['articleReads'],
  clock: Clock,
): ExampleOperations {
  const list = async () => {
    const newest = await articles.findNewest(clock.now());
    const ofArticle = newest === null ? {} : { slug: newest.slug, articleId: newest.id };
    // A key of another time would answer with what it added then, not add anything.
    const values = { ...ofArticle, key: randomUUID() };
    return readOperationFiles(packagePath('schema', 'operations'), values);
  };
  return { list, first: async () => (await list())[0] ?? null };
}
