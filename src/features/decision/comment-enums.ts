import { registerEnumType } from 'type-graphql';

/** What became of a comment. */
export enum CommentStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  SPAM = 'SPAM',
}

/** The fields of a comment form. */
export enum CommentField {
  AUTHOR_NAME = 'AUTHOR_NAME',
  AUTHOR_EMAIL = 'AUTHOR_EMAIL',
  BODY = 'BODY',
}

registerEnumType(CommentStatus, {
  name: 'CommentStatus',
  description: 'What became of a comment.',
  valuesConfig: {
    PENDING: { description: 'Waiting for a moderator; no other reader sees it.' },
    APPROVED: { description: 'Public.' },
    REJECTED: { description: 'Refused; no reader sees it.' },
    SPAM: { description: 'Refused as advertising; no reader sees it.' },
  },
});

registerEnumType(CommentField, {
  name: 'CommentField',
  description: 'A field of the comment form.',
  valuesConfig: {
    AUTHOR_NAME: { description: '`AddCommentInput.authorName`: shown with the comment.' },
    AUTHOR_EMAIL: { description: '`AddCommentInput.authorEmail`: never shown.' },
    BODY: { description: '`AddCommentInput.body`: the comment itself.' },
  },
});
