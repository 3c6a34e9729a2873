import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { countColumn, flagColumn, instantColumn } from '../../platform/database';
import { DateTime, Node } from '../../platform/graphql';
import { CommentStatus } from '../decision';

/**
 * A reader's comment. What is known of its author has no `@Field` and is in no SELECT of this class.
 */
@Entity('comment')
@Index('comment_thread', ['articleId', 'createdAt', 'id'], {
  where: `status = 'APPROVED' AND parent_id IS NULL`,
})
@Index('comment_replies', ['parentId', 'createdAt', 'id'], {
  where: `status = 'APPROVED' AND parent_id IS NOT NULL`,
})
@Index('comment_article', ['articleId', 'createdAt', 'id'])
@Index('comment_parent', ['parentId'])
@Index('comment_receipt', ['receiptHash'], { unique: true })
@Index('comment_email', ['emailHash', 'createdAt'])
@Index('comment_address', ['addressHash', 'createdAt'], { where: 'address_hash IS NOT NULL' })
@Index('comment_author', ['authorKey'], { where: 'author_key IS NOT NULL' })
@Index('comment_queue', ['createdAt', 'id'], { where: 'is_queued' })
@Index('comment_reported', ['createdAt', 'id'], { where: 'open_report_count > 0' })
@Index('comment_status', ['status', 'createdAt', 'id'])
@Index('comment_plain_email', { synchronize: false })
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

  /** Encrypted for this comment's id; null once it was withdrawn or erased. */
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

  /** Approved direct replies, updated in the transaction that adds one. */
  @Field(() => Int, {
    description: 'How many public replies it has, replies to replies not counted.',
  })
  @Column({ type: 'integer', name: 'reply_count' })
  replyCount!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its author last edited the text; null where it stands as it was sent.',
  })
  @Column({ ...instantColumn, name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether its author took it back: the name and the text are then a notice in the article’s language, and the replies to it stay.',
  })
  @Column({ ...flagColumn, name: 'is_withdrawn', nullable: true })
  isWithdrawn!: boolean;

  /** How often it was edited. */
  @Column({ ...countColumn, nullable: true })
  revision!: number;

  /** Whether it waits for a moderator: held, or reported since the last decision. */
  @Column({ ...flagColumn, name: 'is_queued', nullable: true, select: false })
  isQueued!: boolean;

  /** Reports since the last decision. */
  @Column({ ...countColumn, name: 'open_report_count', nullable: true, select: false })
  openReportCount!: number;

  /** What its author's address is found by. */
  @Column({ type: 'varchar', name: 'email_hash', nullable: true, select: false })
  emailHash!: string | null;

  /** What the network that it came from is found by, for two days. */
  @Column({ type: 'varchar', name: 'address_hash', nullable: true, select: false })
  addressHash!: string | null;

  /** SHA-256 of the receipt, which its author alone has. */
  @Column({ type: 'varchar', name: 'receipt_hash', nullable: true, select: false })
  receiptHash!: string | null;

  /** The id of the first comment of the same author, where a receipt proves that; else null. */
  @Column({ type: 'varchar', name: 'author_key', nullable: true, select: false })
  authorKey!: string | null;
}
