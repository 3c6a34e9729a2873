import type { Config } from '../config';
import {
  builtInRulesSource,
  HttpExternalService,
  noExternalService,
  RulesFile,
} from '../features/comment';
import { KeyRing } from '../features/commenter';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/log';
import type { CommentSurroundings } from './create-comments';

/**
 * Opens what the configuration says of comments: the rules, the external service, the keys.
 * Errors: RulesInvalid with every fault; the system's where the file cannot be read.
 */
export async function openCommentSurroundings(
  config: Config,
  clock: Clock,
  logger: Logger,
): Promise<CommentSurroundings> {
  const { MODERATION_RULES: path, MODERATION_SERVICE_SECRET: secret, PRIVACY_KEYS } = config;
  const keys = new KeyRing(PRIVACY_KEYS);
  const rules = path === undefined ? builtInRulesSource : await RulesFile.open(path, logger);
  if (rules.latest.rules.external !== null && secret === undefined) {
    logger.warn('MODERATION_SERVICE_SECRET is not set: the external service is not asked');
  }
  const external =
    secret === undefined ? noExternalService : new HttpExternalService(secret, clock, logger);
  return {
    rules,
    external,
    keys,
    pendingRetentionDays: config.PENDING_RETENTION_DAYS ?? null,
    rejectedRetentionDays: config.REJECTED_RETENTION_DAYS ?? null,
  };
}
