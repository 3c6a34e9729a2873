import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a caller can mend. */
export enum UserErrorCode {
  REQUIRED = 'REQUIRED',
  TOO_LONG = 'TOO_LONG',
  TOO_SHORT = 'TOO_SHORT',
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  CLOSED = 'CLOSED',
  DUPLICATE = 'DUPLICATE',
  CONFLICT = 'CONFLICT',
  TOO_DEEP = 'TOO_DEEP',
  UNSUPPORTED_TYPE = 'UNSUPPORTED_TYPE',
  TOO_LARGE = 'TOO_LARGE',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What is wrong with an argument, for a program to decide by.',
  valuesConfig: {
    REQUIRED: { description: 'Nothing was sent, or nothing but white space.' },
    TOO_LONG: { description: 'More characters than allowed; the message names the limit.' },
    TOO_SHORT: { description: 'Fewer characters than needed; the message names the limit.' },
    INVALID: { description: 'Not of the form that is needed; the message says which.' },
    NOT_FOUND: { description: 'The object that the id names is not there, or not for you.' },
    CLOSED: {
      description:
        'The article takes no comments, or no longer; or the time for editing a comment has ended.',
    },
    DUPLICATE: { description: 'The same thing is there already.' },
    CONFLICT: {
      description:
        'It contradicts what is there: another version, or an idempotency key used for other input.',
    },
    TOO_DEEP: { description: 'The thread is as deep as threads go; reply to its parent instead.' },
    UNSUPPORTED_TYPE: { description: 'A file of a type that the service does not take.' },
    TOO_LARGE: { description: 'A file larger than the service takes.' },
  },
});

/** One thing that is wrong with a mutation's arguments, told so that the caller can mend it. */
@ObjectType({
  description:
    'One thing that is wrong with the arguments. All of them come back at once, and nothing was written.',
  simpleResolvers: true,
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'What is wrong, for a program.' })
  code!: UserErrorCode;

  @Field(() => [String], {
    description: 'The path into the arguments, e.g. `["input", "authorEmail"]`.',
  })
  field!: string[];

  @Field(() => String, {
    description:
      'What is wrong and what would be right, for a person: Arabic or English by Accept-Language.',
  })
  message!: string;
}
