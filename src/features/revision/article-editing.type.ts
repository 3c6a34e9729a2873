import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql';
import { type Article, ArticleStatus } from '../article';

/** What editors see of an article beside what readers see. */
@ObjectType({
  description:
    'What editors see of an article beside what readers see: the version that guards a change, the draft, the plans, every save.',
  simpleResolvers: true,
})
export class ArticleEditing {
  constructor(
    readonly article: Article,
    private readonly status: ArticleStatus,
  ) {}

  @Field(() => Int, {
    description:
      'Rises with every save and every change of schedule, from 1. Send it with each mutation of the article.',
  })
  get version(): number {
    return this.article.editingVersion;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a save goes live by itself; null where none is planned to.',
  })
  get scheduledAt(): Date | null {
    return this.status === ArticleStatus.SCHEDULED
      ? this.article.publishedAt
      : this.article.scheduledAt;
  }

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the article goes out of readers’ sight by itself; null where that is not planned.',
  })
  get unpublishAt(): Date | null {
    return this.status === ArticleStatus.DRAFT ? null : this.article.unpublishAt;
  }
}
