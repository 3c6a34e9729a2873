import { CommentReportRow } from './comment-report.entity';

export { CommentReportRow };
export { ReportReason } from './report-reason';
export { createReportFeature, type ReportFeature } from './report.feature';

/** The tables of reports. */
export const reportEntities = [CommentReportRow];
