import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Of which the key is: what a tag was called, or its slug. */
export type FormerKeyKind = 'NAME' | 'SLUG';

/** A name or a slug that a tag once had, or one that was merged into it: it goes on leading there. */
@Entity('former_tag_key')
@Index('former_tag_key_tag', ['tagId'])
export class FormerTagKey {
  @PrimaryColumn({ type: 'varchar' })
  kind!: FormerKeyKind;

  @PrimaryColumn({ type: 'varchar', name: 'text_key' })
  textKey!: string;

  @ForeignKey('Tag', { onDelete: 'CASCADE', name: 'former_tag_key_tag_id_fkey' })
  @Column({ type: 'varchar', name: 'tag_id' })
  tagId!: string;
}
