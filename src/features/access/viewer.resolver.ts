import { Ctx, Query, Resolver } from 'type-graphql';
import { type RequestScope, Viewer } from '../../platform/request';

/** The caller’s own role and token name. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are to the service.' })
  viewer(@Ctx() scope: RequestScope): Viewer {
    // Another caller's answer is another one, whatever the address says.
    scope.cacheDependencies.markPrivate();
    return scope.viewer;
  }
}
