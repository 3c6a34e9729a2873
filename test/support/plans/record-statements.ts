import { randomBytes } from 'node:crypto';
import { type ModeratedService, startModerated } from '../moderation';
import { createPurgeTarget } from '../purge-target';
import type { TestDatabase } from '../test-database';
import { waitUntil } from '../wait-until';
import { exerciseAccess } from './exercise-access';
import { exerciseArticles } from './exercise-articles';
import { exerciseComments, openRules } from './exercise-comments';
import { exerciseEditing } from './exercise-editing';
import { exerciseMedia } from './exercise-media';
import { exerciseModeration } from './exercise-moderation';
import { exerciseSearch } from './exercise-search';
import { exerciseTags } from './exercise-tags';

/** A statement as it was sent. */
export interface SentStatement {
  readonly label: string;
  readonly sql: string;
}

/**
 * Runs everything that the service can do on a database; each text that was sent, once, but for
 * what begins and ends transactions.
 */
export async function recordEveryStatement(database: TestDatabase): Promise<SentStatement[]> {
  const sent = new Map<string, SentStatement>();
  const target = await createPurgeTarget();
  await target.start();
  const desk = await startModerated(openRules, {
    database,
    environment: {
      ...{
        RESPONSE_CACHE: 'false',
        ROW_CACHE: 'off',
        PENDING_RETENTION_DAYS: '30',
        CDN_PURGE_URL: target.url,
      },
      PRIVACY_KEYS: `june:${randomBytes(32).toString('base64url')}`,
    },
    parts: { onStatement: (label, sql) => sent.set(`${label} ${sql}`, { label, sql }) },
  });
  await exercise(desk);
  await waitUntil(() => [...sent.values()].some(({ label }) => label === 'cdnPurge.remove'));
  await desk.stop();
  await target.stop();
  return [...sent.values()].filter(({ label }) => !/^(test|database)\./.test(label));
}

async function exercise(desk: ModeratedService): Promise<void> {
  const { service } = desk;
  await exerciseAccess(service);
  await exerciseArticles(service);
  await exerciseEditing(service);
  await exerciseMedia(service);
  await exerciseComments(desk);
  await exerciseModeration(desk);
  await exerciseSearch(service);
  await exerciseTags(service);
}
