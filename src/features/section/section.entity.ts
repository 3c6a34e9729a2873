import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { textListColumn } from '../../platform/database';
import { Node } from '../../platform/graphql';

/** A part of an article: a heading and what stands under it. */
@Entity('section')
@Index('section_order', ['articleId', 'position'], { unique: true })
@ObjectType('Section', {
  implements: Node,
  description: 'A part of an article: its heading and what stands under it.',
  simpleResolvers: true,
})
export class Section extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'section_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @Field(() => Int, { description: 'Place in the article, from 0.' })
  @Column({ type: 'integer' })
  position!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The heading, e.g. `"زيارة القاهرة"`; null for the opening section.',
  })
  @Column({ type: 'text', nullable: true })
  heading!: string | null;

  /**
   * CommonMark: the form that is written; the others are derived from it at the write. Read only
   * where a body is asked for, since the paragraphs say the same once more.
   */
  @Column({ type: 'text', select: false })
  body!: string;

  @Column({ type: 'text', name: 'body_html', select: false })
  bodyHtml!: string;

  @Field(() => [String], { description: 'Plain text, a paragraph each, in reading order.' })
  @Column(textListColumn)
  paragraphs!: string[];
}
