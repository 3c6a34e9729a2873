import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime, Node } from '../../graphql/types';
import { instantColumn } from '../../platform/database';
import { CommentStatus } from './comment-enums';

/** A reader's comment. Its e-mail address has no `@Field` and is in no SELECT of this class. */
@Entity('comment')
@Index('comment_thread', ['articleId', 'createdAt', 'id'], {
  where: `status = 'APPROVED' AND parent_id IS NULL`,
})
@Index('comment_replies', ['parentId', 'createdAt', 'id'], {
  where: `status = 'APPROVED' AND parent_id IS NOT NULL`,
})
@Index('comment_article', ['articleId'])
@Index('comment_parent', ['parentId'])
@ObjectType('Comment', {
  implements: Node,
  description: 'A reader’s comment on an article, or a reply to another comment.',
  simpleResolvers: true,
})
export class Comment extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'comment_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'comment_parent_id_fkey' })
  @Column({ type: 'varchar', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Field(() => Int, {
    description:
      'How deep in the thread: 0 for a top-level comment, 1 for a reply to it, 5 at most.',
  })
  @Column({ type: 'integer' })
  depth!: number;

  @Field(() => String, { description: 'The name that the reader gave, e.g. `"قارئة"`.' })
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;

  @Column({ type: 'text', name: 'author_email', nullable: true, select: false })
  authorEmail!: string | null;

  @Field(() => String, {
    description: 'Plain text with line breaks: escape it before it goes into HTML.',
  })
  @Column({ type: 'text' })
  body!: string;

  @Field(() => CommentStatus, {
    description:
      'What became of it. Readers see APPROVED ones; `addComment` returns its own, whatever the status.',
  })
  @Column({ type: 'varchar' })
  status!: CommentStatus;

  @Field(() => DateTime, { description: 'When it was sent.' })
  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;

  /** Approved direct replies, kept in the transaction that adds one. */
  @Field(() => Int, {
    description: 'How many public replies it has, replies to replies not counted.',
  })
  @Column({ type: 'integer', name: 'reply_count' })
  replyCount!: number;
}
