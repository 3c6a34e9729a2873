import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { BadUserInput } from '../../../platform/errors';
import { DateTime } from '../../../platform/graphql';
import { type RequestScope, Role } from '../../../platform/request';
import { parseRules, RulesInvalid } from '../../moderation';
import type { ReplayService } from './replay.service';
import { ModerationReplay } from './replay.types';

/** Comments that one query looks at; the command line looks at all. */
const maxComments = 10_000;

/** Trying rules before they are switched on. */
@Resolver()
export class ReplayResolver {
  constructor(private readonly service: ReplayService) {}

  @Authorized(Role.ADMIN)
  @Query(() => ModerationReplay, {
    complexity: ({ childComplexity }) => 500 + childComplexity,
    description:
      'What these rules would have done to the comments since an instant: counts and examples. Changes nothing; looks at 10,000 comments at most (`maqal moderation replay` at all). The external service is not asked.',
  })
  replayModeration(
    @Arg('rules', () => String, {
      description: 'A rules file’s JSON, e.g. `"{\\"banned\\": [\\"…\\"]}"`.',
    })
    rules: string,
    @Arg('since', () => DateTime, { description: 'Only comments sent then or later.' })
    since: Date,
    @Ctx() scope: RequestScope,
  ): Promise<ModerationReplay> {
    const { language, signal } = scope;
    return this.service.replay(scope.reads, {
      since,
      maxComments,
      language,
      signal,
      rules: readRules(rules),
    });
  }
}

function readRules(text: string) {
  try {
    return parseRules(text, 'Argument "rules"');
  } catch (error) {
    if (error instanceof RulesInvalid) throw new BadUserInput(error.message);
    throw error;
  }
}
