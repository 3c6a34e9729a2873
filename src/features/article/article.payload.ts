import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/types';
import { Article } from './article.entity';

/** What mutations of an article answer. */
@ObjectType({
  description: 'The article as it is after the change, or everything that is wrong.',
  simpleResolvers: true,
})
export class ArticlePayload {
  @Field(() => Article, {
    nullable: true,
    description: 'The article; null where `userErrors` has entries.',
  })
  article!: Article | null;

  @Field(() => [UserError], { description: 'All that is wrong, at once.' })
  userErrors!: UserError[];
}
