import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { BadUserInput } from '../platform/errors';
import { Node, type NodeSource } from '../platform/graphql';
import { readIdPrefix } from '../platform/ids';
import type { RequestScope } from '../platform/request';

/** Ids in one `nodes` query at most. */
export const maxNodes = 100;

/** Relay's object identification, over whatever the features offer. */
@Resolver()
export class NodeResolver {
  private readonly sources: ReadonlyMap<string, NodeSource<RequestScope>>;

  constructor(sources: readonly NodeSource<RequestScope>[]) {
    this.sources = new Map(sources.map((source) => [source.idPrefix, source]));
  }

  @Query(() => Node, {
    nullable: true,
    description: 'The object of an id; null where there is none that you may see.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The `id` of any object.' }) id: string,
    @Ctx() scope: RequestScope,
  ): Promise<Node | null> {
    const source = this.sources.get(readIdPrefix(id) ?? '');
    return (await source?.load(scope, id)) ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    complexity: ({ args, childComplexity }) =>
      childComplexity * ((args as { ids?: readonly string[] }).ids?.length ?? 1),
    description:
      'The objects of up to 100 ids, in the order asked; null for each that you may not see.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: 'The `id`s of any objects, 100 at most.' })
    ids: string[],
    @Ctx() scope: RequestScope,
  ): Promise<(Node | null)[]> {
    if (ids.length > maxNodes) {
      throw new BadUserInput(
        `Argument "ids" must have ${maxNodes} ids or fewer, but got: ${ids.length}`,
      );
    }
    return Promise.all(ids.map((id) => this.node(id, scope)));
  }
}
