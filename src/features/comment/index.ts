export { ArticleCommentsResolver } from './article-comments.resolver';
export { CommentAuthorRepository } from './comment-author.repository';
export { CommentChangeRepository } from './comment-change.repository';
export { CommentCounts } from './comment-counts.service';
export { CommentPlaces } from './comment-place';
export { CommentRemover } from './comment-remover.service';
export { CommentSubmission } from './comment-submission.entity';
export { CommentSubmissionRepository } from './comment-submission.repository';
export { KeptSubmissions } from './comment-submission.service';
export { CommentTally } from './comment-tally.entity';
export { CommentTallyRepository } from './comment-tally.repository';
export { CommentWriter } from './comment-writer.service';
export { Comment } from './comment.entity';
export { commentApproved, type CommentFacts, commentQueued } from './comment.events';
export { createCommentLoaders, type MakeCommentLoaders } from './comment.loaders';
export { listCommentNodes } from './comment.nodes';
export { CommentRepository } from './comment.repository';
export { CommentResolver } from './comment.resolver';
export { CommentAdder } from './comment-adder.service';
export { CommentService } from './comment.service';
export { commentTags } from './comment.tags';
export { CommentsOpenResolver } from './comments-open.resolver';
export { CommentsOpenService } from './comments-open.service';
export {
  type CommentImportReport,
  importComments,
  type RefusedLine,
  type SendComment,
  type SendOutcome,
} from './import';
export { CommentFeed, type CommentFeedParts, CommentLiveResolver } from './live';
export { AuthorHistory } from './moderation/author-history';
export { CommentFinding } from './moderation/comment-finding.entity';
export { CommentFindingRepository } from './moderation/comment-finding.repository';
export {
  type ExternalService,
  HttpExternalService,
  noExternalService,
} from './moderation/external/external-service';
export { ModerationEventRow } from './moderation/moderation-event.entity';
export { ModerationEventRepository } from './moderation/moderation-event.repository';
export { ModerationItemResolver } from './moderation/moderation-item.resolver';
export { ModerationQueueRepository } from './moderation/moderation-queue.repository';
export { ModerationQueueService } from './moderation/moderation-queue.service';
export { createModerationLoaders } from './moderation/moderation.loaders';
export { ModerationResolver } from './moderation/moderation.resolver';
export { ModerationService } from './moderation/moderation.service';
export { phases } from './moderation/phases';
export { ReplayRepository } from './moderation/replay/replay.repository';
export { ReplayResolver } from './moderation/replay/replay.resolver';
export { ReplayService } from './moderation/replay/replay.service';
export type { ModerationReplay } from './moderation/replay/replay.types';
export {
  builtInRulesSource,
  type CompiledRules,
  decodeRules,
  RulesFile,
  RulesInvalid,
  type RulesSource,
} from './moderation/rules';
export {
  type CommenterExport,
  EraseCommenterResolver,
  EraseCommenterService,
  ExportCommenterService,
  RekeyService,
  RetentionService,
  type Swept,
} from './privacy';
export { CommentRevision } from './receipts/comment-revision.entity';
export { CommentRevisionRepository } from './receipts/comment-revision.repository';
export { EditCommentService } from './receipts/edit-comment.service';
export { ReceiptResolver } from './receipts/receipt.resolver';
export { ReceiptService } from './receipts/receipt.service';
export { WithdrawCommentService } from './receipts/withdraw-comment.service';
export { CommentReportRow } from './reports/comment-report.entity';
export { CommentReportRepository } from './reports/comment-report.repository';
export { ReportResolver } from './reports/report.resolver';
export { ReportService } from './reports/report.service';
