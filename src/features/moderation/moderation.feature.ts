import type { Clock } from '../../platform/clock';
import type { Logger } from '../../platform/log';
import { type Judgement, moderate } from './moderate';
import type { ModerationCase } from './moderation-phase';
import { HttpModerationWebhook, noModerationWebhook } from './moderation-webhook';
import { phases } from './phases';
import { builtInRulesSource, RulesFile } from './rules';

/** What moderation is constructed with. */
export interface ModerationDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
  /** The path of the rules; null for the built-in ones. */
  readonly rulesFile: string | null;
  /** Signs what the external service is asked; null asks nobody. */
  readonly serviceSecret: string | null;
}

/** Opens the rules and constructs moderation. Errors: RulesInvalid; the system's for the file. */
export async function createModerationFeature(dependencies: ModerationDependencies) {
  const { clock, logger, rulesFile, serviceSecret: secret } = dependencies;
  const rules = rulesFile === null ? builtInRulesSource : await RulesFile.open(rulesFile, logger);
  if (rules.latest.rules.external !== null && secret === null) {
    logger.warn('MODERATION_SERVICE_SECRET is not set: the external service is not asked');
  }
  return {
    rules,
    webhook:
      secret === null ? noModerationWebhook : new HttpModerationWebhook(secret, clock, logger),
    judge: (subject: ModerationCase): Judgement => moderate(subject, phases),
  };
}

/** The rules in force, the external service, and what they say of a comment. */
export type ModerationFeature = Awaited<ReturnType<typeof createModerationFeature>>;
