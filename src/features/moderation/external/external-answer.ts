import { z } from 'zod';
import { CommentStatus } from '../../decision';

/** What an external service is to answer. */
export const externalVerdictSchema = z.object({
  verdict: z.enum(CommentStatus),
  reason: z.string().max(500).optional(),
});

/** What came of asking the external service. */
export type ExternalAnswer =
  { readonly verdict: CommentStatus; readonly reason: string | null } | 'unanswered';
