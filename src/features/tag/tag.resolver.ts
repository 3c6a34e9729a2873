import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { tagConnectionTypes } from './tag-connection';
import { TagOrder } from './tag-order';
import { Tag } from './tag.entity';
import type { MakeTagLoaders } from './tag.loaders';
import type { TagService } from './tag.service';

/** The queries that begin at tags, and what a tag is computed from. */
@Resolver(() => Tag)
export class TagResolver {
  constructor(
    private readonly service: TagService,
    private readonly loaders: MakeTagLoaders,
  ) {}

  @Query(() => Tag, {
    nullable: true,
    description:
      'The tag of a slug, a former slug included; null where there is none that you may see. Marks, tatweel and case do not count, and where no tag is spelt so, neither do hamzas and ة: `"غزه"` finds غزة.',
  })
  tag(
    @Arg('slug', () => String, {
      description: 'The tag’s `slug`, not percent-encoded, e.g. `"كأس-العالم"`.',
    })
    slug: string,
    @Ctx() scope: RequestScope,
  ): Promise<Tag | null> {
    return this.service.findBySlug(scope, slug);
  }

  @Query(() => tagConnectionTypes.connection, {
    complexity: pageComplexity,
    description:
      'Tags, the most used first or by name; to readers those alone that a published article has.',
  })
  tags(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('startsWith', () => String, {
      nullable: true,
      description:
        'Only tags whose names begin so, e.g. `"غز"`: marks, hamzas and case do not count. At most 100 characters.',
    })
    startsWith: string | null | undefined,
    @Arg('orderBy', () => TagOrder, {
      defaultValue: TagOrder.ARTICLES_DESC,
      description: 'In which order; the most used first where it is not sent.',
    })
    orderBy: TagOrder,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Tag>> {
    return this.service.list(scope, page, startsWith ?? null, orderBy);
  }

  @FieldResolver(() => Int, {
    description: 'How many published articles have the tag: the `totalCount` of its `articles`.',
  })
  articleCount(@Root() tag: Tag, @Ctx() scope: RequestScope): Promise<number> {
    return scope.once(this.loaders).articleCountByTagId.load(tag.id);
  }
}
