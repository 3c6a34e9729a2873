import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../platform/clock';
import type { Logger } from '../../platform/log';
import { CommentStatus } from '../decision';
import type { Submission } from '../submission';
import type { ModerationRules } from './rules';

/** What an external service is to answer. */
const webhookVerdictSchema = z.object({
  verdict: z.enum(CommentStatus),
  reason: z.string().max(500).optional(),
});

/** What came of asking the external service. */
export type WebhookAnswer =
  { readonly verdict: CommentStatus; readonly reason: string | null } | 'unanswered';

/** A service of the newsroom's that is asked about each comment. */
export interface ModerationWebhook {
  /** What it says; null where the rules name none. Never fails. */
  check(submission: Submission, rules: ModerationRules): Promise<WebhookAnswer | null>;
}

/** Asks nobody: what the rules want asked is unanswered. */
export const noModerationWebhook: ModerationWebhook = {
  check: (_, { external }) => Promise.resolve(external === null ? null : 'unanswered'),
};

/** Units: UTF-16 code units. A verdict is short; more is not read. */
const maxAnswerLength = 10_000;

/**
 * Asks by POST, before anything is written.
 *
 * The body is JSON with `articleId`, `parentId`, `authorName` and `body`, and no e-mail address. It
 * is signed: `x-maqal-signature: t=<seconds since 1970>,v1=<hex HMAC-SHA-256 of "t.body">`, with
 * MODERATION_SERVICE_SECRET as key. The answer is JSON: `{"verdict": "APPROVED" | "PENDING" |
 * "REJECTED" | "SPAM", "reason": "…"}`.
 */
export class HttpModerationWebhook implements ModerationWebhook {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async check(
    { articleId, parentId, authorName, body }: Submission,
    { external }: ModerationRules,
  ): Promise<WebhookAnswer | null> {
    if (external === null) return null;
    const text = JSON.stringify({ articleId, parentId, authorName, body });
    try {
      const response = await fetch(external.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-maqal-signature': this.sign(text) },
        body: text,
        redirect: 'error',
        signal: AbortSignal.timeout(external.timeoutMs),
      });
      if (!response.ok) throw new Error(`The service answered ${response.status}`);
      const answer = (await response.text()).slice(0, maxAnswerLength);
      const { verdict, reason } = webhookVerdictSchema.parse(JSON.parse(answer));
      return { verdict, reason: reason ?? null };
    } catch (error) {
      this.logger.warn({ err: error }, 'The moderation service did not answer');
      return 'unanswered';
    }
  }

  private sign(text: string): string {
    const seconds = Math.floor(this.clock.now().getTime() / 1_000);
    const digest = createHmac('sha256', this.secret).update(`${seconds}.${text}`).digest('hex');
    return `t=${seconds},v1=${digest}`;
  }
}
