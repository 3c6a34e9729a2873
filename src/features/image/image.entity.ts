import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Node } from '../../platform/graphql';
import type { ImageFile } from '../media';

/** A picture as a newsroom means it: what it shows, its caption, whom it is credited to. */
@Entity('image')
@Index('image_order', ['articleId', 'position'], { unique: true })
@Index('image_section', ['sectionId', 'position'])
@Index('image_shown_file', ['fileId'])
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
      'What the picture shows, for those who cannot see it; the caption where neither the editor nor the file gives an alt.',
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

  /** As stated of a picture that is kept elsewhere. Units: pixels. */
  @Column({ type: 'integer', nullable: true, name: 'width' })
  storedWidth!: number | null;

  @Column({ type: 'integer', nullable: true, name: 'height' })
  storedHeight!: number | null;

  @ForeignKey('ImageFile', { onDelete: 'SET NULL', name: 'image_file_id_fkey' })
  @Column({ type: 'varchar', name: 'file_id', nullable: true })
  fileId!: string | null;

  /** The file of `fileId`, read in the same statement; null where the service holds none. */
  heldFile: ImageFile | null = null;

  /** The article's language, in which the file is asked for its texts. */
  locale!: string;
}
