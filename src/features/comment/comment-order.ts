import { registerEnumType } from 'type-graphql';

/** In which order comments run. */
export enum CommentOrder {
  OLDEST = 'OLDEST',
  NEWEST = 'NEWEST',
}

registerEnumType(CommentOrder, {
  name: 'CommentOrder',
  description: 'In which order comments run.',
  valuesConfig: {
    OLDEST: { description: 'The oldest first, as a conversation is read.' },
    NEWEST: { description: 'The newest first.' },
  },
});
