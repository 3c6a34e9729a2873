import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EmailAddress, UserError } from '../../platform/graphql';

/** Whose comments are erased. */
@InputType({ description: 'Whose comments are erased.' })
export class EraseCommenterInput {
  @Field(() => EmailAddress, {
    description: 'The address, e.g. `"reader@example.org"`; case does not count.',
  })
  email!: string;
}

/** What `eraseCommenter` answers. */
@ObjectType({ description: 'How much was erased.', simpleResolvers: true })
export class EraseCommenterPayload {
  @Field(() => Int, { description: 'How many comments the address had; 0 where it had none.' })
  erasedComments!: number;

  @Field(() => [UserError], { description: 'Always empty: an unknown address is no error.' })
  userErrors!: UserError[];
}
