import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { countColumn } from '../../platform/database';
import { Node } from '../../platform/graphql';

/** What articles are about, in a word or two; made by its first use. */
@Entity('tag')
@Index('tag_name_key', ['nameKey'], { unique: true })
@Index('tag_slug_key', ['slugKey'], { unique: true })
@Index('tag_fold_key', ['foldKey'])
@Index('tag_use', ['articleCount', 'id', 'nameOrder'])
@Index('tag_name', ['nameOrder', 'id'])
@Index('tag_public_name', ['nameOrder', 'id'], { where: 'article_count > 0' })
@ObjectType('Tag', {
  implements: Node,
  description:
    'What articles are about, e.g. a place, a person or a subject. It is made by its first use on an article. Readers see those that a published article has.',
  simpleResolvers: true,
})
export class Tag extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @Field(() => String, { description: 'The name as it was first written, e.g. `"غزة"`.' })
  @Column({ type: 'text' })
  name!: string;

  /** The name without what makes no other tag of it: see `readTagName`. */
  @Column({ type: 'varchar', name: 'name_key' })
  nameKey!: string;

  /** The name folded: tags are listed in the order of its code points. */
  @Column({ type: 'varchar', name: 'name_order', collation: 'C' })
  nameOrder!: string;

  @Field(() => String, {
    description:
      'Unique name in the address of its page, in Unicode letters, e.g. `"كأس-العالم"`. Former slugs find it too.',
  })
  @Column({ type: 'varchar' })
  slug!: string;

  /** The slug without what makes no other slug of it. */
  @Column({ type: 'varchar', name: 'slug_key' })
  slugKey!: string;

  /** The slug folded, which several tags may share. */
  @Column({ type: 'varchar', name: 'fold_key' })
  foldKey!: string;

  /**
   * Articles that readers saw when each was last written or settled by the clock. Wide enough for
   * any number that a cursor may hold.
   */
  @Column({ ...countColumn, type: 'bigint', name: 'article_count' })
  articleCount!: number;
}
