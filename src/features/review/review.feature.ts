import type { ArticleFeature } from '../article';
import type { ModerationFeature } from '../moderation';
import { ModerationItemResolver } from './moderation-item.resolver';
import { ModerationQueueRepository } from './moderation-queue.repository';
import { ModerationQueueService } from './moderation-queue.service';
import { createModerationLoaders, type ModerationLoaderDependencies } from './moderation.loaders';
import { ModerationResolver } from './moderation.resolver';
import { ModerationService, type ModerationServiceDependencies } from './moderation.service';
import { ReplayRepository } from './replay/replay.repository';
import { ReplayResolver } from './replay/replay.resolver';
import { ReplayService } from './replay/replay.service';

/** What reviewing is constructed with. */
export interface ReviewDependencies
  extends
    ModerationLoaderDependencies,
    ModerationServiceDependencies,
    Pick<ModerationFeature, 'judge'> {
  readonly articles: ArticleFeature['articles'];
}

/** Constructs the moderators' queue, their decisions, and the replay of rules. */
export function createReviewFeature(dependencies: ReviewDependencies) {
  const { database, articles, privacy, judge } = dependencies;
  const moderationLoaders = createModerationLoaders(dependencies);
  const queue = new ModerationQueueService(
    new ModerationQueueRepository(database.dialect),
    privacy,
  );
  const replay = new ReplayService(new ReplayRepository(database.dialect), articles, judge);
  return {
    resolvers: [
      new ModerationResolver(queue, new ModerationService(dependencies)),
      new ModerationItemResolver(moderationLoaders),
      new ReplayResolver(replay),
    ],
    moderationLoaders,
    replay,
  };
}

/** What moderators know of comments, and the replay of rules. */
export type ReviewFeature = ReturnType<typeof createReviewFeature>;
