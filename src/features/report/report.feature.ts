import { CommentReportRepository } from './comment-report.repository';
import { ReportResolver } from './report.resolver';
import { type ReportServiceDependencies, ReportService } from './report.service';

/** Constructs readers' reports of comments. */
export function createReportFeature(dependencies: Omit<ReportServiceDependencies, 'reports'>) {
  const reports = new CommentReportRepository(dependencies.database.dialect);
  const service = new ReportService({ ...dependencies, reports });
  return { resolvers: [new ReportResolver(service)], reports };
}

/** What was reported. */
export type ReportFeature = ReturnType<typeof createReportFeature>;
