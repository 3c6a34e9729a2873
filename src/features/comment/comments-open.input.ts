import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { Article } from '../article';

/** Whether an article is to take comments. */
@InputType({ description: 'Whether an article is to take comments.' })
export class SetCommentsOpenInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  articleId!: string;

  @Field(() => Boolean, { description: 'True to take comments, false to close the article.' })
  open!: boolean;
}

/** What `setCommentsOpen` answers. */
@ObjectType({
  description: 'The article after the change, or everything that is wrong.',
  simpleResolvers: true,
})
export class SetCommentsOpenPayload {
  @Field(() => Article, {
    nullable: true,
    description: 'The article; null where `userErrors` has entries.',
  })
  article!: Article | null;

  @Field(() => [UserError], { description: 'All that is wrong, at once.' })
  userErrors!: UserError[];
}
