import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { Comment } from '../comment';

/** What `moderateComments` answers. */
@ObjectType({
  description: 'The comments as they are after the decision, or everything that is in its way.',
  simpleResolvers: true,
})
export class ModerateCommentsPayload {
  @Field(() => [Comment], {
    description: 'In the order of `input.comments`; empty where `userErrors` has entries.',
  })
  comments!: Comment[];

  @Field(() => [UserError], {
    description:
      'What keeps the decision from being taken; the path leads to the comment’s place in `input.comments`. None was decided about then.',
  })
  userErrors!: UserError[];
}
