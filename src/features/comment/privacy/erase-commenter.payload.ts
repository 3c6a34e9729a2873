import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../../graphql/types';

/** What `eraseCommenter` answers. */
@ObjectType({ description: 'How much was erased.', simpleResolvers: true })
export class EraseCommenterPayload {
  @Field(() => Int, { description: 'How many comments the address had; 0 where it had none.' })
  erasedComments!: number;

  @Field(() => [UserError], { description: 'Always empty: an unknown address is no error.' })
  userErrors!: UserError[];
}
