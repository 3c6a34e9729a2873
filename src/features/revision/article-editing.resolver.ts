import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import { includesRole, type RequestScope, Role } from '../../platform/request';
import { Article, statusAt } from '../article';
import { ArticleEditing } from './article-editing.type';
import { ArticleRevision, revisionConnectionTypes } from './article-revision.type';
import type { RevisionService } from './revision.service';

/** `Article.editing` */
@Resolver(() => Article)
export class ArticleEditingFieldResolver {
  @FieldResolver(() => ArticleEditing, {
    nullable: true,
    description: 'What editors see of it; null for everybody who lacks the EDITOR role.',
  })
  editing(@Root() article: Article, @Ctx() scope: RequestScope): ArticleEditing | null {
    if (!includesRole(scope.viewer.role, Role.EDITOR)) return null;
    return new ArticleEditing(article, statusAt(article, scope.now));
  }
}

/** An article's saves. */
@Resolver(() => ArticleEditing)
export class ArticleEditingResolver {
  constructor(private readonly service: RevisionService) {}

  @FieldResolver(() => ArticleRevision, {
    nullable: true,
    description: 'The newest save where readers do not see it yet; null where they see it.',
  })
  draft(
    @Root() { article }: ArticleEditing,
    @Ctx() scope: RequestScope,
  ): Promise<ArticleRevision | null> {
    return this.service.findDraft(scope, article);
  }

  @FieldResolver(() => revisionConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'Every save of the article, the newest first.',
  })
  revisions(
    @Root() { article }: ArticleEditing,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() scope: RequestScope,
  ): Promise<Page<ArticleRevision>> {
    return this.service.list(scope, article, page);
  }

  @FieldResolver(() => ArticleRevision, {
    nullable: true,
    description: 'The save of a version; null where there is none.',
  })
  revision(
    @Root() { article }: ArticleEditing,
    @Arg('version', () => Int, { description: 'The save’s `version`, e.g. `3`.' }) version: number,
    @Ctx() scope: RequestScope,
  ): Promise<ArticleRevision | null> {
    return this.service.find(scope, article, version);
  }
}
