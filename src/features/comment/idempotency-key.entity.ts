import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** A submission that carried an idempotency key, and the comment that it made. */
@Entity('comment_submission')
@Index('comment_submission_comment', ['commentId'])
@Index('comment_submission_salt', ['createdAt'], { where: 'receipt_salt IS NOT NULL' })
export class IdempotencyKey {
  /** SHA-256 of the client's key, in hex. */
  @PrimaryColumn({ type: 'varchar', name: 'idempotency_key' })
  idempotencyKey!: string;

  /** SHA-256 of the input: tells a retry from another use of the key. */
  @Column({ type: 'varchar', name: 'input_hash' })
  inputHash!: string;

  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'comment_submission_comment_id_fkey' })
  @Column({ type: 'varchar', name: 'comment_id' })
  commentId!: string;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;

  /** With the input it gives the receipt again: for a day, until the receipt is used. */
  @Column({ type: 'varchar', name: 'receipt_salt', nullable: true })
  receiptSalt!: string | null;
}
