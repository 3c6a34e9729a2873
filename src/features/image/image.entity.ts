import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Node } from '../../platform/graphql';

/** A picture as a newsroom means it: what it shows, its caption, whom it is credited to. */
@Entity('image')
@Index('image_order', ['articleId', 'position'], { unique: true })
@Index('image_section', ['sectionId', 'position'])
@ObjectType('Image', {
  implements: Node,
  description: 'A picture of an article, with its caption and credit.',
  simpleResolvers: true,
})
export class Image extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'image_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @ForeignKey('Section', { onDelete: 'CASCADE', name: 'image_section_id_fkey' })
  @Column({ type: 'varchar', name: 'section_id', nullable: true })
  sectionId!: string | null;

  @Field(() => Int, { description: 'Place among the article’s images, from 0.' })
  @Column({ type: 'integer' })
  position!: number;

  @Field(() => String, {
    description:
      'What the picture shows, for those who cannot see it; the caption where the source has no alt.',
  })
  @Column({ type: 'text' })
  alt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The caption without the credit, e.g. `"بلينكن التقى في القاهرة الرئيس المصري عبد الفتاح السيسي"`.',
  })
  @Column({ type: 'text', nullable: true })
  caption!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom the picture is credited to, e.g. `"الأناضول"`.',
  })
  @Column({ type: 'text', nullable: true })
  credit!: string | null;

  /** The address of a picture that is kept elsewhere. */
  @Column({ type: 'text', nullable: true, name: 'url' })
  storedUrl!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Width of the original in pixels; null while the service holds no file.',
  })
  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Height of the original in pixels; null while the service holds no file.',
  })
  @Column({ type: 'integer', nullable: true })
  height!: number | null;
}
