import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestScope } from '../../platform/request';
import { ReportCommentInput, ReportCommentPayload } from './report.input';
import type { ReportService } from './report.service';

/** Reporting comments. */
@Resolver()
export class ReportResolver {
  constructor(private readonly service: ReportService) {}

  @Mutation(() => ReportCommentPayload, {
    description: 'Puts a public comment before the moderators; nothing that readers see changes.',
  })
  reportComment(
    @Arg('input', () => ReportCommentInput, { description: 'The report.' })
    input: ReportCommentInput,
    @Ctx() scope: RequestScope,
  ): Promise<ReportCommentPayload> {
    return this.service.report(scope, input);
  }
}
