import { ArticleRepository } from '../../src/features/article/article.repository';
import type { PageArticle } from '../../src/features/revision/page-article';
import type { TaggedArticle } from '../../src/features/tag';
import { labelled } from '../../src/platform/database';
import { writeArticle } from './builders';
import { changeRow } from './change-row';
import type { TestApp } from './start-app';

/** Where an article stands, and when it does so. */
export interface TestStanding {
  readonly status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
  readonly timelineAt: Date;
  readonly unpublishAt?: Date | null;
}

/** An article as its tags know it, settled at the service's present instant. */
export function toTagged(
  { clock }: Pick<TestApp, 'clock'>,
  id: string,
  { status, timelineAt, unpublishAt = null }: TestStanding,
): TaggedArticle {
  const now = clock.now();
  const isPublic =
    status === 'PUBLISHED' && timelineAt <= now && (unpublishAt === null || unpublishAt > now);
  return { id, storedStatus: status, timelineAt, unpublishAt, isPublic };
}

const lockArticle = labelled('test.lockArticle', 'UPDATE article SET id = id WHERE id = $1');

/** Gives an article its tags, in a transaction that has written the article. */
export function assignTags(
  { app }: TestApp,
  article: TaggedArticle,
  names: readonly string[],
): Promise<void> {
  const { tagAssigner } = app.features;
  return app.database.transaction(async (transaction) => {
    await transaction.execute(lockArticle, [article.id]);
    await tagAssigner.assign(transaction, article, names);
  });
}

/** Gives an article its tags as it now stands; nothing where there is none. */
export function retagArticle(
  { app }: TestApp,
  id: string,
  names: readonly string[],
): Promise<void> {
  const articles = new ArticleRepository(app.database.dialect);
  return app.database.transaction(async (transaction) => {
    const article = await articles.lockById(transaction, id);
    if (article === null) return;
    await app.features.tagAssigner.assign(transaction, article, names);
  });
}

/** Writes an article with tags; its id. */
export async function writeTagged(
  service: TestApp,
  names: readonly string[],
  overrides: Partial<PageArticle> = {},
): Promise<string> {
  const { article } = await writeArticle(service, overrides);
  const { id, timelineAt } = article;
  await assignTags(service, toTagged(service, id, { status: 'PUBLISHED', timelineAt }), names);
  return id;
}

/** Changes where an article stands, and lets its tags follow. */
export async function moveArticle(
  service: TestApp,
  id: string,
  standing: TestStanding,
): Promise<void> {
  const { status, timelineAt, unpublishAt } = standing;
  const tagged = toTagged(service, id, standing);
  const at = timelineAt.getTime();
  await changeRow(
    service,
    id,
    `status = '${status}', timeline_at = ${at}, is_public = ${tagged.isPublic},
     published_at = ${status === 'DRAFT' ? 'NULL' : at},
     unpublish_at = ${unpublishAt?.getTime() ?? 'NULL'}`,
  );
  const { database, features } = service.app;
  await database.transaction((transaction) => features.tagAssigner.follow(transaction, [tagged]));
}
