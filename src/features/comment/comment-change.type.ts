import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Comment } from './comment.entity';
import { CommentChangeKind } from './comment.events';

registerEnumType(CommentChangeKind, {
  name: 'CommentChangeKind',
  description: 'What happened to a public comment.',
  valuesConfig: {
    EDITED: { description: 'Its author changed the text, and it is still public.' },
    WITHDRAWN: {
      description: 'Its author took it back, or was erased: a notice stands in its place.',
    },
    REMOVED: {
      description:
        'It is no longer public: moderators refused it, or an edit has to wait for them.',
    },
  },
});

/** A change of a comment that readers may have on their screens. */
@ObjectType({
  description: 'A change of a comment that readers may have on their screens.',
  simpleResolvers: true,
})
export class CommentChange {
  @Field(() => CommentChangeKind, { description: 'What happened to the comment.' })
  kind!: CommentChangeKind;

  @Field(() => ID, {
    description: 'The comment’s `id`, e.g. `"comment_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  commentId!: string;

  @Field(() => Comment, {
    nullable: true,
    description: 'The comment as readers now see it; null once it is no longer public.',
  })
  comment!: Comment | null;
}
